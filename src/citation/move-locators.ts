import { type Citation, type Locator, printLocator } from './citation.ts';

/** A citation of a document, and the lines that it should name. */
export interface LocatorMove {
  readonly citation: Pick<Citation, 'sourceId' | 'place'>;
  readonly locator: Locator;
}

/** Write the lines that citations of a document should name, and nothing else. */
export function moveLocators(text: string, moves: readonly LocatorMove[]): string {
  // From the last to the first, so that earlier offsets stay valid.
  return [...moves]
    .sort((a, b) => b.citation.place.start.offset - a.citation.place.start.offset)
    .reduce((text, { citation: { sourceId, place }, locator }) => {
      const at = place.start.offset + `@${sourceId}`.length;
      return text.slice(0, at) + printLocator(locator) + text.slice(at).replace(/^#L\d+(?:-L\d+)?/, '');
    }, text);
}
