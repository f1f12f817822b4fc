import type { Span } from '#text/location.ts';
import { type AddedLimit, addedLimits } from './added-limit.ts';
import { ENOUGH, echoOf, headsOf } from './echo.ts';
import type { Evidence } from './evidence.ts';
import { keeps } from './keeps-limit.ts';
import type { Limit } from './limit.ts';
import { droppedQualifiers } from './qualifier.ts';
import { readRanks } from './rank.ts';
import type { Word } from './word.ts';

/** A limit of a passage that concerns a statement, or one that a statement adds to its passages. */
export interface LimitComparison extends Span {
  readonly outcome: 'kept' | 'dropped' | AddedLimit['as'];
  /** As written in the passage, or, where it is added, in the statement. */
  readonly limit: string;
  /** Is it a charge or a report, so that somebody says so? */
  readonly isSpeech: boolean;
  /** The passage that has it, or says the same without it, and the line there. */
  readonly by: Evidence;
  readonly line: number;
}

/**
 * Compare the limits of passages with a statement that repeats what they limit, and its own with the passages.
 * Where the words have too little in common to tell, or another passage has them without the limit, nothing is found.
 */
export function compareLimits(
  statement: string,
  words: readonly Word[],
  evidence: readonly Evidence[],
): LimitComparison[] {
  const limits = evidence.flatMap((by) =>
    by.limits.flatMap((limit): LimitComparison[] => {
      const echo = echoOf(limit, words);
      if (!echo) return [];
      const isKept = keeps(limit, statement, words, echo, evidence);
      if (!isKept && evidence.some((other) => other !== by && saysWithout(limit, other))) return [];
      const { start, end } = echo;
      const isSpeech = limit.kind === 'charge' || limit.kind === 'report';
      return [{ outcome: isKept ? 'kept' : 'dropped', limit: limit.words, isSpeech, by, line: limit.line, start, end }];
    }),
  );
  const added = addedLimits(statement, words, evidence).map(({ as: outcome, ...limit }) => ({ outcome, ...limit }));
  const dropped = droppedQualifiers(statement, words, evidence).map((limit) => ({
    outcome: 'dropped' as const,
    ...limit,
  }));
  const others = [...added, ...dropped].map((limit): LimitComparison => {
    return { ...limit, isSpeech: false, line: limit.by.passage.lines.from };
  });
  return unique([...limits, ...compareRanks(statement, words, evidence), ...others]);
}

/** `the only` where the passages have `one of the few`. */
function compareRanks(statement: string, words: readonly Word[], evidence: readonly Evidence[]): LimitComparison[] {
  if (!evidence.some((by) => by.ranks.some(({ isShared }) => isShared))) return [];
  const ranks = readRanks(statement);
  return evidence.flatMap((by) =>
    by.ranks.flatMap(({ words: limit, claim, noun, isShared, line }): LimitComparison[] => {
      const same = ranks.filter((rank) => rank.claim === claim);
      const [first] = same;
      if (!first || !isShared) return [];
      const isOwn = evidence.some((other) => other.ranks.some((rank) => rank.claim === claim && !rank.isShared));
      const echo = words.filter(({ stem, isContent }) => isContent && by.stems.has(stem));
      const isAbout = echo.length >= ENOUGH || (echo.length > 1 && same.some((rank) => rank.noun === noun));
      if (isOwn || !isAbout) return [];
      const outcome = same.some((rank) => rank.isShared) ? 'kept' : 'dropped';
      return [{ outcome, limit, isSpeech: false, by, line, start: first.start, end: first.end }];
    }),
  );
}

/** Does another passage say what is limited without the limit? */
function saysWithout({ kind, scope }: Limit, { stems, limits }: Evidence): boolean {
  const [head] = headsOf(scope);
  if (!head || !stems.has(head.stem)) return false;
  const isLimited = limits.some((limit) => limit.kind === kind && limit.scope.some(({ stem }) => stem === head.stem));
  return !isLimited && scope.filter(({ stem }) => stems.has(stem)).length * 2 >= scope.length;
}

/** A sentence may be quoted by several footnotes. */
function unique(found: readonly LimitComparison[]): LimitComparison[] {
  const isSame = (a: LimitComparison, b: LimitComparison) => a.limit === b.limit && a.start === b.start;
  return found.filter((one, index) => found.findIndex((other) => isSame(one, other)) === index);
}
