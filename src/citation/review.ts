import type { Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { locate } from '#text/location.ts';
import type { Citation, Locator } from './citation.ts';
import { type Passage, type Resolution, resolve } from './resolve.ts';

/** What a change of a source did to one of its citations. */
export type CitationReview =
  | { readonly outcome: 'holds'; readonly line: number }
  /** The words are on another line than in the earlier text. `locator` is to be written: the one there misses them. */
  | {
      readonly outcome: 'moved';
      readonly from: number;
      readonly line: number;
      readonly locator: Locator | undefined;
    }
  /** The words are gone. */
  | { readonly outcome: 'broken'; readonly fact: Fact }
  /** The words are there, but more than once, or where they cannot be cited. */
  | { readonly outcome: 'unclear'; readonly fact: Fact };

/**
 * Compare a citation with both texts. Without the earlier one it cannot be said to have moved.
 *
 * @param inNow Where a character of the earlier text is now.
 */
export function reviewCitation(
  citation: Citation,
  before: Source | undefined,
  now: Source,
  inNow: (offset: number) => number | undefined = () => undefined,
): CitationReview {
  const earlier = before && resolve(citation, before);
  const then = earlier?.ok ? earlier.passage : undefined;
  const expected = then && inNow(startOf(then));
  const isExpected = (resolution: Resolution) =>
    resolution.ok && (expected === undefined || startOf(resolution.passage) === expected);

  const direct = resolve(citation, now);
  const at = (locator: Locator | undefined) => ({ locator, resolution: resolve({ ...citation, locator }, now) });
  const line = expected === undefined || isExpected(direct) ? undefined : locate(now.lines, expected).line;
  const candidates = [{ locator: undefined, resolution: direct }, ...locatorsFor(citation, then, line).map(at)];
  const found = candidates.find(({ resolution }) => isExpected(resolution));
  const anywhere = found ?? candidates.find(({ resolution }) => resolution.ok) ?? withoutLocator(citation, now);
  if (anywhere?.resolution.ok) {
    const { from: line } = anywhere.resolution.passage.lines;
    const from = then?.lines.from ?? line;
    const { locator } = anywhere;
    return from === line && !locator ? { outcome: 'holds', line } : { outcome: 'moved', from, line, locator };
  }
  const fact = direct.ok ? undefined : direct.fact;
  if (!fact) throw new Error('A citation that was found is reported as such');
  const isGone = fact.ruleId === 'quote-not-found' && fact.lines.length === 0 && !fact.elided;
  return { outcome: isGone ? 'broken' : 'unclear', fact };
}

function startOf({ raw }: Passage): number {
  return raw[0]?.start ?? 0;
}

/** The lines to name for words that are on this line now: as many as before, or that one alone. */
function locatorsFor({ locator }: Citation, then: Passage | undefined, line: number | undefined): Locator[] {
  if (line === undefined || !then) return [];
  const shift = line - then.lines.from;
  const shifted = locator && { from: Math.max(1, locator.from + shift), to: locator.to + shift };
  return [...(shifted ? [shifted] : []), { from: line, to: line }];
}

/** The only place of the words, whatever lines the citation names. */
function withoutLocator(citation: Citation, now: Source) {
  const resolution = resolve({ ...citation, locator: undefined }, now);
  if (!resolution.ok) return undefined;
  const { from } = resolution.passage.lines;
  return { locator: { from, to: from }, resolution };
}
