import { resolve } from '#citation/resolve.ts';
import { indexLines, type Place, placeOf, type Span } from '#text/location.ts';
import { normalSpan } from '#text/normalize.ts';
import { placeOfId, thingAt } from './cursor.ts';
import type { FoundPlace, OpenDocument, Project } from './project.ts';

/** Where the thing at an offset leads: from a reference to its footnote, from a citation to the words in the source. */
export function definitionAt(project: Project, document: OpenDocument, offset: number): FoundPlace | undefined {
  const thing = thingAt(document, offset);
  if (!thing) return undefined;
  if ('identifier' in thing) {
    const definition = document.definitions.find(({ identifier }) => identifier === thing.identifier);
    return definition && { file: document.file, place: definition.place };
  }
  const source = project.source(thing.citation.sourceId);
  if (!source) return undefined;
  const file = `sources/${source.id}.txt`;
  const resolution = resolve(thing.citation, source);
  const [first] = resolution.ok ? resolution.passage.raw : [];
  const last = resolution.ok ? resolution.passage.raw.at(-1) : undefined;
  const span = first && last ? { start: first.start, end: last.end } : { start: 0, end: 0 };
  return { file, place: placeOf(source.lines, span) };
}

/** Everything that refers to the same footnote, or rests on the same words, or cites the same source. */
export function referencesAt(project: Project, document: OpenDocument, offset: number): FoundPlace[] {
  const thing = thingAt(document, offset);
  if (!thing) return [];
  if ('identifier' in thing) {
    return placesOfLabel(document, thing.identifier).map((place) => ({ file: document.file, place }));
  }
  const { citation } = thing;
  if (thing.kind === 'id') return placesOfId(project, citation.sourceId);
  const source = project.source(citation.sourceId);
  const resolution = source && resolve(citation, source);
  return resolution?.ok ? project.statementsOn(citation.sourceId, resolution.passage.parts) : [];
}

/** The statements that rest on the words at an offset of a raw text. */
export function statementsAt(project: Project, sourceId: string, offset: number): FoundPlace[] {
  const source = project.source(sourceId);
  if (!source) return [];
  const span: Span = normalSpan(source.text, { start: offset, end: offset + 1 });
  return project.statementsOn(sourceId, [span]);
}

/** The label between the brackets, at its footnote and at every reference to it. */
export function placesOfLabel({ text, footnotes, definitions }: OpenDocument, identifier: string): Place[] {
  const lines = indexLines(text);
  return [...definitions, ...footnotes.references]
    .filter((one) => one.identifier === identifier)
    .map(({ label, place }) => {
      const start = place.start.offset + '[^'.length;
      return placeOf(lines, { start, end: start + label.length });
    });
}

/** The id of a source in every citation. */
export function placesOfId(project: Project, sourceId: string): FoundPlace[] {
  return project.documents().flatMap(({ file, text, definitions }) => {
    const lines = indexLines(text);
    const cited = definitions.flatMap((definition) => definition.cited);
    return cited
      .filter((citation) => citation.sourceId === sourceId)
      .map((citation) => ({ file, place: placeOfId(citation, lines) }));
  });
}
