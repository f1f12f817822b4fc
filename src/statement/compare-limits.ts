import { lowerCase } from '#text/case.ts';
import type { Span } from '#text/location.ts';
import type { Evidence } from './evidence.ts';
import { keptIn, type Limit, readLimits } from './limit.ts';
import { CARDINAL_WORDS } from './number-word.ts';
import { readRanks } from './rank.ts';
import { isAdverb, readWords, type Word } from './word.ts';

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
      const isKept = isPresent(limit, statement, echo) || keeps(limit, statement, words, evidence);
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
    by.ranks.flatMap(({ words: limit, claim, noun, isShared, line }): LimitComparison[] => {
      const same = ranks.filter((rank) => rank.claim === claim);
      const [first] = same;
      const isOwn = evidence.some((other) => other.ranks.some((rank) => rank.claim === claim && !rank.isShared));
      const echo = words.filter(({ stem, isContent }) => isContent && by.stems.has(stem));
      const isAbout = echo.length >= ENOUGH || (echo.length > 1 && same.some((rank) => rank.noun === noun));
      if (!first || !isShared || isOwn || !isAbout) return [];
      const outcome = same.some((rank) => rank.isShared) ? 'kept' : 'dropped';
      return [{ outcome, limit, by, line, start: first.start, end: first.end }];
    }),
  );
}

/** `did not stop` where the passages have nothing that denies. */
function compareNegations(statement: string, words: readonly Word[], evidence: readonly Evidence[]): LimitComparison[] {
  if (!DENIED_VERB.test(statement)) return [];
  return readLimits(statement, words).flatMap((limit): LimitComparison[] => {
    const { start, end } = limit;
    if (!deniesVerb(limit, statement)) return [];
    const by = evidence.find((other) => isContradicted(limit, other));
    const denies = (other: Evidence) =>
      keptIn('negation', textOf(other)).some((cue) => !readWords(cue.words).some((word) => hasStem(limit.scope, word)));
    if (!by || evidence.some(denies)) return [];
    return [{ outcome: 'added', limit: limit.words, by, line: by.passage.lines.from, start, end }];
  });
}

/** A sentence may be quoted by several footnotes. */
function unique(found: readonly LimitComparison[]): LimitComparison[] {
  const isSame = (a: LimitComparison, b: LimitComparison) => a.limit === b.limit && a.start === b.start;
  return found.filter((one, index) => found.findIndex((other) => isSame(one, other)) === index);
}

/** Where a statement repeats what a limit of its passage limits; undefined where too few words are the same. */
function echoOf(
  { kind, reach, words: limit, scope, isVerbFirst, subject }: Limit,
  words: readonly Word[],
): Span | undefined {
  const has = (word: Word) => words.some(({ stem, isContent }) => isContent && stem === word.stem);
  const same = scope.filter(has);
  const subjects = subject.filter(has).length;
  const first = words.find(({ stem }) => stem === same[0]?.stem);
  const heads = headsOf(scope).slice(0, isVerbFirst ? 1 : HEADS[kind]);
  if (reach === 'around') return same.length >= ENOUGH && subjects >= subject.length * MOSTLY ? first : undefined;
  if (reach === 'sentence') {
    const isHead = kind === 'attempt' || heads.some(has);
    return isHead && same.length >= Math.max(Math.min(ENOUGH, scope.length), scope.length / 2) ? first : undefined;
  }
  // A short statement has fewer words than that.
  const all = words.filter(({ isContent }) => isContent).length;
  const isEnough = same.length + Math.min(subjects, 2) >= Math.min(ENOUGH, scope.length + subject.length, all);
  // `No ship came` denies the coming, and not the ship.
  const isVerb = !OF_NOUN.test(limit) || headsOf(scope).slice(0, 2).every(has);
  const isSame = kind === 'negation' ? isVerb : same.length >= Math.min(2, scope.length);
  const least = kind === 'portion' ? 2 : kind === 'negation' || same.length < ENOUGH ? 1 : 0;
  if (!isEnough || !isSame) return undefined;
  const at = words.findIndex((word, index) => hasStem(heads, word) && isAsserted(words, index));
  // `It stopped` may be about the subject of the passage.
  const isSubject = subjects >= Math.min(least, subject.length) || words.slice(Math.max(0, at - 3), at).some(isPronoun);
  return isSubject ? words[at] : undefined;
}

function isPronoun({ text }: Word): boolean {
  return /^(?:it|he|she|they|we)$/.test(text);
}

/** Words of a limit that a statement repeats, for it to be about the same; of those before a plan, a part. */
const ENOUGH = 3;
const MOSTLY = 0.6;
/** Of how many of the first words a statement must have one: `pledged to work to improve` has two verbs. */
const HEADS: Readonly<Record<Limit['kind'], number>> = {
  ...{ negation: 1, portion: 1, plan: 2, date: 2, charge: 3, report: 3, attempt: 3 },
};
const OF_NOUN = /^(?:no|none|nobody|nothing|nowhere)(?!\p{L})(?! longer)/iu;

/** The words that a limit applies to most, first: verbs and nouns, rather than names, numbers and adverbs. */
function headsOf(scope: readonly Word[]): readonly Word[] {
  const others = scope.filter((word) => !word.isCapital && !isAdverb(word) && !NUMBER.test(word.text));
  return others.length > 0 ? others : scope;
}

/** `to criticize` and `for criticizing` do not say that somebody did. */
function isAsserted(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.text ?? '';
  const isGerund = /ing$/.test(words[index]?.text ?? '') && /^(?:for|from|of|against|without|by)$/.test(before);
  return before !== 'to' && !isGerund;
}

/** `It opens in 2025` is no more than `it is to be opened in 2025`. */
function isPresent({ words }: Limit, statement: string, { start, end }: Span): boolean {
  if (!/^(?:is|are) to(?!\p{L})/iu.test(words)) return false;
  const isPast =
    /(?:ed|en|ew|t|de)$/.test(statement.slice(start, end)) ||
    /(?:ha[sd]|have|was|were|been) $/.test(statement.slice(0, start));
  return !isPast;
}

/** `Not yet` is more than `not`, unless the past says so. */
const FOR_GOOD = /(?<!\p{L})(?:do|does|is|are|has|have)(?: not|n't| no)(?!\p{L})/iu;
const FOR_NOW =
  /(?<!\p{L})(?:yet|still|so far|until|till|as of|at the time|then|when|by|once|in (?:\p{L}+ )?\d{4})(?!\p{L})/iu;

/** Does a statement keep a limit of its passage, in whatever words? */
function keeps(
  { kind, words: limit, scope }: Limit,
  statement: string,
  words: readonly Word[],
  evidence: readonly Evidence[],
): boolean {
  const kept = keptIn(kind, statement);
  const verbs = headsOf(scope).slice(0, 2);
  switch (kind) {
    case 'charge':
    case 'report':
      return kept.some((cue) => isDenial(cue.words) || !isOfOwnText(statement, cue, evidence));
    case 'negation':
      if (/(?<!\p{L})yet(?!\p{L})/u.test(limit) && FOR_GOOD.test(statement) && !FOR_NOW.test(statement)) return false;
      // `stopped` keeps nothing of `did not stop`.
      return kept.some(
        (cue) => !words.some((word) => cue.start <= word.start && word.end <= cue.end && hasStem(verbs, word)),
      );
    case 'portion':
      return kept.length > 0;
    default:
      // `to supply`: it is still to be done.
      return kept.length > 0 || words.some((word, index) => words[index - 1]?.text === 'to' && hasStem(verbs, word));
  }
}

function hasStem(words: readonly Word[], { stem }: Word): boolean {
  return words.some((word) => word.stem === stem);
}

/** Does another passage say what is limited without the limit? */
function saysWithout({ kind, scope }: Limit, { stems, limits }: Evidence): boolean {
  const [head] = headsOf(scope);
  if (!head || !stems.has(head.stem)) return false;
  const isLimited = limits.some((limit) => limit.kind === kind && limit.scope.some(({ stem }) => stem === head.stem));
  return !isLimited && scope.filter(({ stem }) => stems.has(stem)).length * 2 >= scope.length;
}

const NUMBER = new RegExp(`^(?:\\d.*|${CARDINAL_WORDS})$`, 'u');

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
  const before = lowerCase(statement.slice(Math.max(0, start - NEAR), start));
  const behind = lowerCase(statement.slice(end, end + NEAR));
  const names = evidence.flatMap(({ record }) => record).map(lowerCase);
  return (
    BEFORE_VERB.test(before) ||
    BEHIND_VERB.test(behind) ||
    names.some((name) => before.endsWith(`${name} `) || before.endsWith(`${name}, `) || behind.startsWith(` ${name}`))
  );
}
