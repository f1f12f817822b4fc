import type { CheckedFootnote } from '#citation/check.ts';
import type { Passage } from '#citation/resolve.ts';
import { contextOf, printedWords } from '#citation/words.ts';
import type { Source } from '#source/source.ts';
import { writeDate } from './issued.ts';
import { passageId } from './statement.ts';

/** One citation as readers see it: nothing of it is the author's typing. Plain data. */
export interface PublishedCitation {
  readonly sourceId: string;
  /** What the site calls the source. */
  readonly sourceName: string;
  /** What kind of text it is, in words. */
  readonly genre: string | undefined;
  /** Its date in words; `undated` where the text has none. */
  readonly issued: string;
  /** The page of the source, at these words. */
  readonly href: string;
  /** The lines of the raw text: `line 4`, `lines 4–6`. */
  readonly lines: string;
  readonly before: string;
  /** The quoted words as printed; more than one part for a quote with `[…]`. */
  readonly parts: readonly string[];
  readonly after: string;
  /** How many statements of other notes rest on the same passage. */
  readonly others: number;
  /** Slips of printing in these words, with the reading. */
  readonly slips: readonly { readonly printed: string; readonly read: string }[];
}

/** A footnote as readers see it, without the editor's note, which is the document's own. Plain data. */
export interface PublishedNote {
  readonly identifier: string;
  readonly citations: readonly PublishedCitation[];
}

/**
 * Cut the words of a footnote from their sources.
 *
 * @param statementsOn How many statements of the whole site rest on a passage.
 */
export function publishNote(
  { identifier, passages, claims }: CheckedFootnote,
  sources: ReadonlyMap<string, Source>,
  statementsOn: (passage: Passage) => number,
): PublishedNote {
  return {
    identifier,
    citations: passages.flatMap((passage) => {
      const source = sources.get(passage.sourceId);
      if (!source) return [];
      const others = Math.max(0, statementsOn(passage) - claims.length);
      return { ...publishCitation(passage, source), others };
    }),
  };
}

function publishCitation(passage: Passage, source: Source): Omit<PublishedCitation, 'others'> {
  const { name, csl } = source.record;
  const { from, to } = passage.lines;
  return {
    sourceId: source.id,
    sourceName: name,
    genre: csl.genre.known === 'unknown' ? undefined : csl.genre.value,
    issued: csl.issued.known === 'unknown' ? 'undated' : writeDate(csl.issued.value),
    href: `/sources/${source.id}/#${passageId(passage)}`,
    lines: from === to ? `line ${from}` : `lines ${from}–${to}`,
    parts: passage.parts.map((part) => printedWords(source, part)),
    ...contextOf(source, passage),
    slips: source.errata.flatMap(({ start, end, printed, read }) =>
      read !== undefined && passage.raw.some((part) => start < part.end && part.start < end) ? { printed, read } : [],
    ),
  };
}
