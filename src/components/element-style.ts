import type { Publication } from '#publication/publication.ts';
// As text, since a plain import would add them to every document, with a chart or an event or without.
import drawing from '#styles/drawing.css?inline';
import event from '#styles/event.css?inline';

/** The styles of the elements that a document has. */
export function elementStyle(document: Pick<Publication['pages'][number], 'charts' | 'events'> | undefined): string {
  return [document?.charts.length ? drawing : '', document?.events.length ? event : ''].join('');
}
