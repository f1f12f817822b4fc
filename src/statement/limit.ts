import type { Span } from '#text/location.ts';
import { formsOf, LIMITS, type LimitKind, wordPattern } from './limit-words.ts';
import type { Word } from './word.ts';

/** A word that limits what a sentence says, with the words that it limits. */
export interface Limit extends Span {
  readonly kind: LimitKind;
  readonly reach: (typeof LIMITS)[LimitKind]['reach'];
  /** The limit, with the first of the words that it limits. */
  readonly words: string;
  /** What is limited: words that mean something, in order. */
  readonly scope: readonly Word[];
  /** Is the first of these a verb, as after `was to`? */
  readonly isVerbFirst: boolean;
  /** Those before the limit in its clause. */
  readonly subject: readonly Word[];
}

const KINDS = Object.entries(LIMITS).map(([kind, { reach, words, kept }]) => ({
  kind: kind as LimitKind,
  reach,
  whole: new RegExp(`^(?:${formsOf(words)})$`, 'u'),
  kept: wordPattern(kept),
}));
const ANY = wordPattern(Object.values(LIMITS).flatMap(({ words }) => words));

/** They look like limits and are none. */
const NO_LIMIT = /^(?:not (?:only|least)|no (?:(?:fewer|less|more) than|doubt|matter)|no [^,;:.]+ than)(?!\p{L})/u;
/** Ends what a limit applies to. */
const STOP =
  /[;:!?]|\.(?= |$|\p{Lu})| - |(?<!\p{L})(?:but|although|though|while|whereas|despite|because|even)(?!\p{L})/u;
/** `neither linked with, nor aimed against, third parties` continues after its commas; other clauses end with one. */
const NEW_CLAUSE = /,(?! (?:nor|or) )/;
/** In words that mean something. */
const MOST = 10;
/** In characters. */
const MOST_SHOWN = 40;

/** Find the limits of a text in normal form, with its words; in order. */
export function readLimits(text: string, all: readonly Word[]): Limit[] {
  const lower = text.toLowerCase();
  const words = all.filter(({ isContent }) => isContent);
  return [...lower.matchAll(ANY)].flatMap(({ 0: match, index: start }): Limit[] => {
    const { kind, reach } = KINDS.find(({ whole }) => whole.test(match)) ?? {};
    if (!kind || !reach) return [];
    const end = start + match.length;
    const behind = behindIn(text, words, end, reach === 'sentence');
    const before = beforeIn(text, words, start);
    const scope = reach === 'around' ? [...before, ...behind] : behind;
    const found = text.slice(start, end);
    const [first] = behind;
    if (scope.length === 0 || found === 'May' || NO_LIMIT.test(lower.slice(start))) return [];
    // `not yet have an embassy` says more than `not`.
    const shown = reach === 'clause' && first && first.end - start < MOST_SHOWN ? text.slice(start, first.end) : found;
    return [{ kind, reach, words: shown, scope, isVerbFirst: / to$/.test(match), subject: before, start, end }];
  });
}

function behindIn(text: string, words: readonly Word[], from: number, isWholeSentence: boolean): Word[] {
  const found: Word[] = [];
  let at = from;
  for (const word of words) {
    if (word.start < from) continue;
    const between = text.slice(at, word.start);
    const isPast = !isWholeSentence && NEW_CLAUSE.test(between) && found.length > 0;
    if (isPast || STOP.test(between) || found.length === MOST) break;
    found.push(word);
    at = word.end;
  }
  return found;
}

/** Whom one of these means is not in the clause. */
const PRONOUN = /(?<!\p{L})(?:i|we|you|he|she|it|they|there)(?!\p{L})/iu;

function beforeIn(text: string, words: readonly Word[], to: number): Word[] {
  const found: Word[] = [];
  let at = to;
  for (const word of words.toReversed()) {
    if (word.end > to) continue;
    const between = text.slice(word.end, at);
    const isPast = (between.includes(',') && found.length > 1) || (found.length === 0 && PRONOUN.test(between));
    if (isPast || STOP.test(between) || found.length === MOST) break;
    found.unshift(word);
    at = word.start;
  }
  return found;
}

/** Find the words of a statement that keep a limit of this kind, in lower case. */
export function keptIn(kind: LimitKind, statement: string): (Span & { readonly words: string })[] {
  const { kept } = KINDS.find((other) => other.kind === kind) ?? {};
  if (!kept) return [];
  return [...statement.toLowerCase().matchAll(kept)].map(({ 0: words, index: start }) => {
    return { words, start, end: start + words.length };
  });
}
