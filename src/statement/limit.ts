import type { Span } from '#text/location.ts';
import { LIMITS, type LimitKind, wordPattern } from './limit-words.ts';
import { readWords, type Word } from './word.ts';

/** A word that limits what a sentence says, with the words that it limits. */
export interface Limit extends Span {
  readonly kind: LimitKind;
  readonly reach: (typeof LIMITS)[LimitKind]['reach'];
  readonly words: string;
  /** What is limited: words that mean something, in order. */
  readonly scope: readonly Word[];
  /** Those before the limit in its clause. */
  readonly subject: readonly Word[];
}

const KINDS = Object.entries(LIMITS).map(([kind, { reach, words, kept }]) => ({
  kind: kind as LimitKind,
  reach,
  pattern: wordPattern(words),
  kept: wordPattern(kept),
}));

/** They look like limits and are none. */
const NO_LIMIT = /^(?:not (?:only|least)|no (?:(?:fewer|less|more) than|doubt|matter))(?!\p{L})/u;
/** Ends what a limit applies to. */
const STOP = /[;:!?]|\.(?= |$|\p{Lu})| - |(?<!\p{L})(?:but|although|though|while|whereas|despite|because|even)(?!\p{L})/u;
/** `neither linked with, nor aimed against, third parties` goes on behind its commas; other clauses end with one. */
const NEW_CLAUSE = /,(?! (?:nor|or) )/;
/** In words that mean something. */
const MOST = 10;

/** Find the limits of a text in normal form, in order. */
export function readLimits(text: string): Limit[] {
  const lower = text.toLowerCase();
  const words = readWords(text).filter(({ isContent }) => isContent);
  const limits = KINDS.flatMap(({ kind, reach, pattern }) =>
    [...lower.matchAll(pattern)].flatMap(({ 0: match, index: start }): Limit[] => {
      const end = start + match.length;
      const behind = behindIn(text, words, end, reach === 'sentence');
      const before = beforeIn(text, words, start);
      const scope = reach === 'around' ? [...before, ...behind] : behind;
      const found = text.slice(start, end);
      if (scope.length === 0 || found === 'May' || NO_LIMIT.test(lower.slice(start))) return [];
      return [{ kind, reach, words: found, scope, subject: before, start, end }];
    }),
  );
  return limits.sort((a, b) => a.start - b.start);
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

function beforeIn(text: string, words: readonly Word[], to: number): Word[] {
  const found: Word[] = [];
  let at = to;
  for (const word of words.toReversed()) {
    if (word.end > to) continue;
    const between = text.slice(word.end, at);
    if ((between.includes(',') && found.length > 1) || STOP.test(between) || found.length === MOST) break;
    found.unshift(word);
    at = word.start;
  }
  return found;
}

/**
 * Has a statement a word that keeps a limit of this kind? One that the passage has behind the limit does not: `stopped`
 * keeps nothing of `did not stop`.
 */
export function keepsLimit(kind: LimitKind, statement: string, scope: readonly Word[] = []): boolean {
  const { kept } = KINDS.find((other) => other.kind === kind) ?? {};
  const found = kept ? [...statement.toLowerCase().matchAll(kept)] : [];
  const repeated = kind === 'negation' ? scope : [];
  return found.some(([match]) => !repeated.some(({ stem }) => readWords(match).some((word) => word.stem === stem)));
}
