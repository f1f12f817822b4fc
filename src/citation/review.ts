import { diffWordsWithSpace } from 'diff';
import type { Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { indexLines, locate } from '#text/location.ts';
import type { Citation } from './citation.ts';
import { resolve } from './resolve.ts';

/** What a change of a source did to one of its citations. */
export type CitationReview =
  | { readonly outcome: 'holds'; readonly line: number }
  /** It is on another line than in the earlier text. */
  | { readonly outcome: 'moved'; readonly from: number; readonly line: number }
  | { readonly outcome: 'broken'; readonly fact: Fact };

/** Compare a citation with both texts. Without the earlier one it cannot be said to have moved. */
export function reviewCitation(citation: Citation, before: Source | undefined, now: Source): CitationReview {
  const resolution = resolve(citation, now);
  if (!resolution.ok) return { outcome: 'broken', fact: resolution.fact };
  const { from: line } = resolution.passage.lines;
  const earlier = before && resolve(citation, before);
  const from = earlier?.ok ? earlier.passage.lines.from : line;
  return from === line ? { outcome: 'holds', line } : { outcome: 'moved', from, line };
}

/** A stretch of a text that changed, with the words around it. */
export interface TextChange {
  /** The line of the later text where it starts, from 1. */
  readonly line: number;
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
  /** It touches a part that must not be printed; its words are left out. */
  readonly isWithheld: boolean;
}

/** In milliseconds. Long texts that differ nearly everywhere take minutes to compare and are of no use. */
const MOST_TIME = 5000;
/** How many characters are shown on each side of a change. */
const AROUND = 40;

/**
 * Compare two raw texts of a source by words; `undefined` where they have too little in common.
 *
 * @param most How long it may take, in milliseconds.
 */
export function changesOf(before: string, now: Source, most: number = MOST_TIME): TextChange[] | undefined {
  const parts = diffWordsWithSpace(before, now.raw, { timeout: most });
  if (!parts) return undefined;
  const lines = indexLines(now.raw);
  const withheld = now.regions.filter(({ printed }) => !printed);
  const changes: TextChange[] = [];
  let removed = '';
  let added = '';
  let at = 0;

  const flush = () => {
    if (removed === '' && added === '') return;
    const end = at + added.length;
    const from = Math.max(0, at - AROUND);
    const to = Math.min(now.raw.length, end + AROUND);
    const isWithheld = withheld.some((region) => region.start < to && from < region.end);
    const shown = (words: string) => (isWithheld ? '' : words);
    changes.push({
      line: locate(lines, at).line,
      before: shown(now.raw.slice(from, at)),
      removed: shown(removed),
      added: shown(added),
      after: shown(now.raw.slice(end, to)),
      isWithheld,
    });
    at = end;
    removed = '';
    added = '';
  };
  for (const part of parts) {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else {
      flush();
      at += part.value.length;
    }
  }
  flush();
  return changes;
}
