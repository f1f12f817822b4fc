import type { Hedge } from '#problem/problem.ts';
import { textBefore } from '#text/text-before.ts';

const BEFORE: readonly (readonly [Hedge, RegExp])[] = [
  [
    'over',
    /(?<!no )(?:more than|over|above|at least|upwards? of|(?:a )?minimum of|in excess of|no (?:fewer|less) than)$/i,
  ],
  ['under', /(?:nearly|almost|close to|just under|under|below|less than|fewer than|just short of|not quite)$/i],
  ['at-most', /(?:up to|at most|(?:a )?maximum of|as (?:many|much) as|no more than)$/i],
  ['around', /(?:about|around|some|roughly|approximate(?:ly)?|approx\.?|circa|ca\.?|in the (?:region|order) of)$/i],
  ['estimated', /(?:(?:an|the) )?estimat(?:ed|es?)(?: (?:at|of|is|that|figure of|share of|number of))*$/i],
];
const BEHIND: readonly (readonly [Hedge, RegExp])[] = [
  ['over', /^(?:(?: \p{L}+){0,2},? or more(?! or less)|,? at least|\+)/iu],
  ['under', /^(?: \p{L}+){0,2},?(?<! more) or (?:less|fewer)/iu],
  ['at-most', /^,? at most/i],
  ['around', /^(?:(?: \p{L}+){0,2},? or so|,? more or less|,? approximately)/iu],
  ['estimated', /^,? (?:by|on|as an|on an) (?:some |one )?estimate/i],
];

/** Between the number and its unit, or joined to it. */
const WITHIN: readonly (readonly [Hedge, RegExp])[] = [
  ['around', /[- ]odd(?!\p{L})|(?:\d|-)ish(?!\p{L})|-some(?!\p{L})| or so /iu],
  ['over', /\+|[- ]plus(?!\p{L})| or more /iu],
  ['under', / or (?:fewer|less) /i],
];

/** Find the hedges right before, in and after a figure, as in `an estimated more than 16,000`. */
export function readHedges(text: string, start: number, end: number): ReadonlySet<Hedge> {
  const found = new Set<Hedge>();
  let before = textBefore(text, start);
  for (;;) {
    before = before.replace(/["' ]+$/, '').replace(/ (?:the|a|an|just|only|in|of|at|is|was)$/i, '');
    const hit = BEFORE.find(
      ([, pattern]) => pattern.test(before) && !/[\p{L}\p{N}]$/u.test(before.replace(pattern, '')),
    );
    if (!hit) break;
    found.add(hit[0]);
    before = before.replace(hit[1], '');
  }
  const behind = text.slice(end, end + 40);
  for (const [hedge, pattern] of BEHIND) if (pattern.test(behind)) found.add(hedge);
  const within = text.slice(start, end);
  for (const [hedge, pattern] of WITHIN) if (pattern.test(within)) found.add(hedge);
  return found;
}

/** The hedges of a statement that its evidence lacks. `under` covers `around` and `at-most`. */
export function addedHedges(claimed: ReadonlySet<Hedge>, evidence: ReadonlySet<Hedge>): Hedge[] {
  const covers = (hedge: Hedge) =>
    evidence.has(hedge) ||
    (hedge === 'around' && evidence.has('under')) ||
    (hedge === 'at-most' && evidence.has('under'));
  return [...claimed].filter((hedge) => !covers(hedge));
}

/**
 * The hedges of the evidence that a statement leaves out, which makes it firmer than its evidence. An estimate may be
 * called one anywhere in its `sentence`.
 */
export function droppedHedges(claimed: ReadonlySet<Hedge>, evidence: ReadonlySet<Hedge>, sentence: string): Hedge[] {
  return [...evidence].filter((hedge) => !claimed.has(hedge) && !(hedge === 'estimated' && /estimat/i.test(sentence)));
}
