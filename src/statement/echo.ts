import type { Span } from '#text/location.ts';
import type { Limit } from './limit.ts';
import { CARDINAL_WORDS } from './number-word.ts';
import { hasStem, isAdverb, type Word } from './word.ts';

/** Where a statement repeats what a limit of its passage limits; undefined where too few words are the same. */
export function echoOf(
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
  if (kind === 'negation' && words.slice(Math.max(0, at - FAR), at).some(isOther)) return undefined;
  // `It stopped` may be about the subject of the passage.
  const isSubject = subjects >= Math.min(least, subject.length) || words.slice(Math.max(0, at - 3), at).some(isPronoun);
  return isSubject ? words[at] : undefined;
}

/** `Other lines stopped` says nothing of this one. */
function isOther({ text }: Word): boolean {
  return /^(?:others?|another)$/.test(text);
}

function isPronoun({ text }: Word): boolean {
  return /^(?:it|he|she|they|we)$/.test(text);
}

/** Words of a limit that a statement repeats, for it to be about the same; of those before a plan, a part. */
export const ENOUGH = 3;
const MOSTLY = 0.6;
const FAR = 8;
/** Of how many of the first words a statement must have one: `pledged to work to improve` has two verbs. */
const HEADS: Readonly<Record<Limit['kind'], number>> = {
  ...{ negation: 1, portion: 1, plan: 2, date: 2, charge: 3, report: 3, attempt: 3 },
};
const OF_NOUN = /^(?:no|none|nobody|nothing|nowhere)(?!\p{L})(?! longer)/iu;

/** The words that a limit applies to most, first: verbs and nouns, rather than names, numbers and adverbs. */
export function headsOf(scope: readonly Word[]): readonly Word[] {
  const others = scope.filter((word) => !word.isCapital && !isAdverb(word) && !NUMBER.test(word.text));
  return others.length > 0 ? others : scope;
}

/** `to criticize` and `for criticizing` do not say that somebody did. */
function isAsserted(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.text ?? '';
  const isGerund = /ing$/.test(words[index]?.text ?? '') && /^(?:for|from|of|against|without|by)$/.test(before);
  return before !== 'to' && !isGerund;
}

const NUMBER = new RegExp(`^(?:\\d.*|${CARDINAL_WORDS})$`, 'u');
