import type { Span } from '#text/location.ts';
import type { Evidence } from './evidence.ts';
import { keptIn, type Limit, readLimits } from './limit.ts';
import { CARDINAL_WORDS } from './number-word.ts';
import { readRanks } from './rank.ts';
import { readWords, type Word } from './word.ts';

/** A limit of a passage that concerns a statement, or a negation that a statement adds to its passages. */
export interface LimitComparison extends Span {
  readonly outcome: 'kept' | 'dropped' | 'added';
  /** As written in the passage, or, where it is added, in the statement. */
  readonly limit: string;
  /** The passage that has it, or says the same without it, and the line there. */
  readonly by: Evidence;
  readonly line: number;
}

/**
 * Compare the limits of passages with a statement that repeats what they limit, and its negations with the passages.
 * Where the words have too little in common to tell, or another passage has them without the limit, nothing is found.
 */
export function compareLimits(statement: string, evidence: readonly Evidence[]): LimitComparison[] {
  const words = readWords(statement);
  const limits = evidence.flatMap((by) =>
    by.limits.flatMap((limit): LimitComparison[] => {
      const echo = echoOf(limit, words);
      if (!echo) return [];
      const isKept = keeps(limit, statement, words, evidence);
      if (!isKept && evidence.some((other) => other !== by && saysWithout(limit, other))) return [];
      const { start, end } = echo;
      return [{ outcome: isKept ? 'kept' : 'dropped', limit: limit.words, by, line: limit.line, start, end }];
    }),
  );
  return unique([
    ...limits,
    ...compareRanks(statement, words, evidence),
    ...compareNegations(statement, words, evidence),
  ]);
}

/** `the first` where the passages have `one of the first` only. */
function compareRanks(statement: string, words: readonly Word[], evidence: readonly Evidence[]): LimitComparison[] {
  if (!evidence.some((by) => by.ranks.some(({ isShared }) => isShared))) return [];
  const ranks = readRanks(statement);
  return evidence.flatMap((by) =>
    by.ranks.flatMap(({ words: limit, claim, isShared, line }): LimitComparison[] => {
      const same = ranks.filter((rank) => rank.claim === claim);
      const [first] = same;
      const isOwn = evidence.some((other) => other.ranks.some((rank) => rank.claim === claim && !rank.isShared));
      const echo = words.filter(({ stem, isContent }) => isContent && by.stems.has(stem));
      if (!first || !isShared || isOwn || echo.length < LEAST_ECHO) return [];
      const outcome = same.some((rank) => rank.isShared) ? 'kept' : 'dropped';
      return [{ outcome, limit, by, line, start: first.start, end: first.end }];
    }),
  );
}

/** Words in common, for two sentences to be about the same. */
const LEAST_ECHO = 3;

/** `did not stop` where the passages have nothing that denies. */
function compareNegations(statement: string, words: readonly Word[], evidence: readonly Evidence[]): LimitComparison[] {
  if (!DENIED_VERB.test(statement)) return [];
  return readLimits(statement, words).flatMap((limit): LimitComparison[] => {
    const { start, end } = limit;
    if (!deniesVerb(limit, statement)) return [];
    const by = evidence.find((other) => isContradicted(limit, other));
    if (!by || evidence.some((other) => keptIn('negation', textOf(other)).length > 0)) return [];
    return [{ outcome: 'added', limit: limit.words, by, line: by.passage.lines.from, start, end }];
  });
}

/** A sentence may be quoted by several footnotes. */
function unique(found: readonly LimitComparison[]): LimitComparison[] {
  const isSame = (a: LimitComparison, b: LimitComparison) => a.limit === b.limit && a.start === b.start;
  return found.filter((one, index) => found.findIndex((other) => isSame(one, other)) === index);
}

/** Where a statement repeats what a limit of its passage limits; undefined where too few words are the same. */
function echoOf({ kind, reach, scope, subject }: Limit, words: readonly Word[]): Span | undefined {
  const has = (word: Word) => words.some(({ stem, isContent }) => isContent && stem === word.stem);
  const same = scope.filter(has);
  const subjects = subject.filter(has).length;
  const first = words.find(({ stem }) => stem === same[0]?.stem);
  const heads = headsOf(scope).slice(0, HEADS[kind]);
  switch (reach) {
    case 'sentence': {
      const isHead = kind === 'attempt' || heads.some(has);
      return isHead && same.length >= Math.max(Math.min(3, scope.length), scope.length / 2) ? first : undefined;
    }
    case 'around':
      return same.length >= 3 && subjects >= subject.length * 0.6 ? first : undefined;
    case 'clause': {
      const head = words.find(
        (word, index) => heads.some(({ stem }) => stem === word.stem) && isAsserted(words, index),
      );
      const least = kind === 'portion' ? 2 : kind === 'negation' || same.length < 3 ? 1 : 0;
      const isSubject = subjects >= Math.min(least, subject.length);
      const total = same.length + Math.min(subjects, 2);
      const isSame = kind === 'negation' || same.length >= Math.min(2, scope.length);
      return isSubject && isSame && total >= Math.min(3, scope.length + subject.length) ? head : undefined;
    }
  }
}

/** Of how many of its first words a statement must have one: `pledged to work to improve` has two verbs. */
const HEADS: Readonly<Record<Limit['kind'], number>> = {
  ...{ negation: 1, portion: 1, plan: 2, date: 2, charge: 3, report: 3, attempt: 3 },
};

/** The words that a limit applies to most, first: verbs and nouns, rather than names, numbers and adverbs. */
function headsOf(scope: readonly Word[]): readonly Word[] {
  const others = scope.filter(({ text, isCapital }) => !isCapital && !/ly$|^\d/.test(text) && !NUMBER.test(text));
  return others.length > 0 ? others : scope;
}

/** `to criticize` and `for criticizing` do not say that somebody did. */
function isAsserted(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.text ?? '';
  const isGerund = /ing$/.test(words[index]?.text ?? '') && /^(?:for|from|of|against|without|by)$/.test(before);
  return before !== 'to' && !isGerund;
}

/** Does a statement keep a limit of its passage, in whatever words? */
function keeps(
  { kind, scope }: Limit,
  statement: string,
  words: readonly Word[],
  evidence: readonly Evidence[],
): boolean {
  const kept = keptIn(kind, statement);
  const isInScope = ({ stem }: Word) => scope.some((word) => !word.isCapital && word.stem === stem);
  switch (kind) {
    case 'charge':
    case 'report':
      return kept.some((cue) => isDenial(cue.words) || !isOfOwnText(statement, cue, evidence));
    case 'negation':
      // `stopped` keeps nothing of `did not stop`.
      return kept.some(
        (cue) => !words.some((word) => cue.start <= word.start && word.end <= cue.end && isInScope(word)),
      );
    case 'portion':
      return kept.length > 0;
    default:
      // `to supply`: it is still to be done.
      return kept.length > 0 || words.some((word, index) => words[index - 1]?.text === 'to' && isInScope(word));
  }
}

/** Does another passage say what is limited without the limit? */
function saysWithout({ kind, scope }: Limit, { stems, limits }: Evidence): boolean {
  const [head] = headsOf(scope);
  if (!head || !stems.has(head.stem)) return false;
  const isLimited = limits.some((limit) => limit.kind === kind && limit.scope.some(({ stem }) => stem === head.stem));
  return !isLimited && scope.filter(({ stem }) => stems.has(stem)).length * 2 >= scope.length;
}

const NUMBER = new RegExp(`^(?:${CARDINAL_WORDS})$`, 'u');

const DENIED_VERB =
  /(?:(?<!\p{L})(?:do|does|did|has|have|had|will|would|could|can)(?: not|n't)|never|no longer|cannot)(?: \p{L}+ly| yet)* (\p{L}+)|(?<!\p{L})(?:is|are|was|were|been)(?: not|n't)(?: \p{L}+ly| yet)* (\p{L}+e[dn])(?!\p{L})/iu;
/** A page often says what a text does not tell. */
const SAYING =
  /^(?:say|said|nam|tell|told|giv|mention|stat|report|explain|dat|know|print|quot|describ|specif|identif|list|record)/;

/** `did not stop`, `was not published`; not `not in Baku`, nor what a text does not say. */
function deniesVerb({ kind, start, end }: Limit, statement: string): boolean {
  if (kind !== 'negation') return false;
  const from = Math.max(0, start - 8);
  const match = DENIED_VERB.exec(statement.slice(from));
  const verb = match?.[1] ?? match?.[2];
  return match !== null && from + match.index <= end && verb !== undefined && !SAYING.test(verb.toLowerCase());
}

function isContradicted({ scope, subject }: Limit, { stems }: Evidence): boolean {
  const [head] = headsOf(scope);
  if (!head || !stems.has(head.stem)) return false;
  const has = ({ stem }: Word) => stems.has(stem);
  return scope.filter(has).length >= 2 && (subject.length === 0 || subject.some(has));
}

function textOf({ readings, sentences }: Evidence): string {
  return sentences[0] ?? readings[0] ?? '';
}

/** `Neither text says …` says nothing of what it reports. */
function isDenial(words: string): boolean {
  return /^(?:not|no|neither|nor|none|\p{L}+n't)$/u.test(words);
}

const NAME_OF_TEXT =
  '(?:(?:the|an?|one|another|that|this) )?(?:[\\p{L}\\p{N}]+ ){0,2}(?:overviews?|article|feature|texts?|interview)';
const BEFORE_VERB = new RegExp(`(?<!\\p{L})${NAME_OF_TEXT},? $`, 'iu');
const BEHIND_VERB = new RegExp(`^ ${NAME_OF_TEXT}(?!\\p{L})`, 'iu');
/** In characters: the longest name of a text. */
const NEAR = 50;

/** Is a word of saying that of the cited text itself, as in `according to one overview` and `JNS wrote`? */
function isOfOwnText(statement: string, { start, end }: Span, evidence: readonly Evidence[]): boolean {
  const before = statement.slice(Math.max(0, start - NEAR), start);
  const behind = statement.slice(end, end + NEAR);
  const names = evidence.flatMap(({ record }) => record);
  return (
    BEFORE_VERB.test(before) ||
    BEHIND_VERB.test(behind) ||
    names.some((name) => before.endsWith(`${name} `) || before.endsWith(`${name}, `) || behind.startsWith(` ${name}`))
  );
}
