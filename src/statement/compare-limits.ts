import type { Span } from '#text/location.ts';
import type { Evidence } from './evidence.ts';
import { keepsLimit, type Limit, readLimits } from './limit.ts';
import { CARDINAL_WORDS } from './number-word.ts';
import { readWords, type Word } from './word.ts';

/** A limit that a statement drops, or a negation that it adds to its passages. */
export interface LimitFault {
  readonly fault: 'dropped' | 'added';
  /** Of the passage where it is dropped, of the statement where it is added. */
  readonly limit: Limit;
  /** The passage that has it, or says the same without it. */
  readonly by: Evidence;
  /** Of the statement: the word that is limited, or the limit. */
  readonly span: Span;
}

/**
 * Find limits of passages that a statement drops, although it repeats what they limit, and negations that it adds.
 * Where the words have too little in common to tell, or another passage has them without the limit, nothing is found.
 */
export function compareLimits(statement: string, evidence: readonly Evidence[]): LimitFault[] {
  const words = readWords(statement);
  const dropped = evidence.flatMap((by) =>
    by.limits.flatMap((limit): LimitFault[] => {
      const span = echoOf(limit, words);
      if (!span || isKept(limit, statement, words, evidence)) return [];
      if (evidence.some((other) => other !== by && saysWithout(limit, other))) return [];
      return [{ fault: 'dropped', limit, by, span }];
    }),
  );
  const added = readLimits(statement).flatMap((limit): LimitFault[] => {
    if (!deniesVerb(limit, statement)) return [];
    const by = evidence.find((other) => isContradicted(limit, other));
    if (!by || evidence.some((other) => keepsLimit('negation', textOf(other)))) return [];
    return [{ fault: 'added', limit, by, span: limit }];
  });
  return [...dropped, ...added];
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
      const head = words.find((word, index) => heads.some(({ stem }) => stem === word.stem) && isAsserted(words, index));
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
function isKept({ kind, scope }: Limit, statement: string, words: readonly Word[], evidence: readonly Evidence[]): boolean {
  if (kind === 'charge' || kind === 'report') return keepsLimit(kind, withoutOwnTexts(statement, evidence));
  if (keepsLimit(kind, statement)) return true;
  // `to supply`: it is still to be done.
  const isFuture = kind === 'plan' || kind === 'date' || kind === 'attempt';
  return isFuture && words.some(({ stem }, index) => words[index - 1]?.text === 'to' && scope.some((word) => !word.isCapital && word.stem === stem));
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

const VERBS_OF_TEXTS = '(?:says?|said|writes?|wrote|reports?|reported|notes?|noted|adds?|added|tells?|told)';
const NAMES_OF_TEXTS =
  '(?:(?:the|an?|one|another|that|this) )?(?:(?!neither|nor|no )[\\p{L}\\p{N}]+ ){0,3}(?:overviews?|article|feature|texts?|interview)';

/** Without `according to one overview` and `JNS wrote`: what a text says itself is no report of others. */
function withoutOwnTexts(statement: string, evidence: readonly Evidence[]): string {
  const names = evidence.flatMap(({ record }) => record).map((name) => RegExp.escape(name));
  const own = `(?<!\\p{L})(?:${[...new Set(names), NAMES_OF_TEXTS].join('|')})`;
  return statement.replace(
    new RegExp(`(?:according to|by|in the words of) ${own}|${own},? ${VERBS_OF_TEXTS}(?: that)?|${VERBS_OF_TEXTS} ${own}`, 'giu'),
    '',
  );
}
