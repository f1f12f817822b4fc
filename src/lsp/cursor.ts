import type { Citation } from '#citation/citation.ts';
import { indexLines, type Place, placeOf, type Span, spanOf } from '#text/location.ts';
import type { OpenDocument } from './project.ts';

/** What is at a place of a document. */
export type Thing =
  /** `[^label]` in the prose, or at the beginning of its footnote. `name` is the label between the brackets. */
  | {
      readonly kind: 'reference' | 'definition';
      readonly identifier: string;
      readonly place: Place;
      readonly name: Place;
    }
  /** `@id "quote"`: its id, or the rest. */
  | { readonly kind: 'id' | 'quote'; readonly citation: Citation; readonly place: Place };

/** Find what is at an offset of a document. */
export function thingAt({ text, footnotes, definitions }: OpenDocument, offset: number): Thing | undefined {
  const lines = indexLines(text);
  const isAt = ({ start, end }: Span) => start <= offset && offset <= end;
  const reference = footnotes.references.find(({ place }) => isAt(spanOf(place)));
  if (reference) return { kind: 'reference', ...withName(reference, lines) };

  for (const definition of definitions) {
    const { start } = spanOf(definition.place);
    const head = placeOf(lines, { start, end: start + `[^${definition.label}]`.length });
    if (isAt(spanOf(head))) return { kind: 'definition', ...withName({ ...definition, place: head }, lines) };
    const citation = definition.cited.find(({ place }) => isAt(spanOf(place)));
    if (!citation) continue;
    const id = placeOfId(citation, lines);
    return isAt(spanOf(id)) ? { kind: 'id', citation, place: id } : { kind: 'quote', citation, place: citation.place };
  }
  return undefined;
}

/** The id of a citation, without the `@`. */
export function placeOfId({ place, sourceId }: Citation, lines: readonly number[]): Place {
  const start = place.start.offset + 1;
  return placeOf(lines, { start, end: start + sourceId.length });
}

function withName(
  { identifier, label, place }: { readonly identifier: string; readonly label: string; readonly place: Place },
  lines: readonly number[],
) {
  const start = place.start.offset + '[^'.length;
  return { identifier, place, name: placeOf(lines, { start, end: start + label.length }) };
}

/** What is being typed at a place of a document, for completion. */
export type Typing =
  /** `[^` and the beginning of a label. `from` is where the label begins. */
  | { readonly kind: 'label'; readonly typed: string; readonly from: number }
  /** `@` and the beginning of an id. */
  | { readonly kind: 'id'; readonly typed: string; readonly from: number }
  /** `@id "` and words. `from` is the `@`; `written` all that is written from there. */
  | {
      readonly kind: 'quote';
      readonly sourceId: string;
      readonly typed: string;
      readonly from: number;
      readonly written: string;
    };

/**
 * Read what is being typed before an offset. Works on the line alone: the syntax of the whole is broken while somebody
 * types.
 */
export function typingAt(text: string, offset: number): Typing | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, label] = /\[\^([^\s\]^[]*)$/.exec(line) ?? [];
  if (label !== undefined) return { kind: 'label', typed: label, from: offset - label.length };

  const [written, sourceId, quoted] = /@([a-z0-9-]+)(?:#L[\dL-]*)? ?["“]([^"“”]*)$/.exec(line) ?? [];
  if (written !== undefined && sourceId !== undefined && quoted !== undefined) {
    return { kind: 'quote', sourceId, typed: quoted, from: offset - written.length, written };
  }
  const [, id] = /(?:^|[\s;])@([a-z0-9-]*)$/.exec(line) ?? [];
  return id === undefined ? undefined : { kind: 'id', typed: id, from: offset - id.length };
}
