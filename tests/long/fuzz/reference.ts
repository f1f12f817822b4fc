/**
 * The matching of quotes, written down once more from the design, slowly and plainly: nothing of `src` is used. One
 * list of characters with their places is changed step by step until it is the normal form; a quote is tried at every
 * place of it.
 */

/** A character of the normal form, with the raw text that it stands for. */
interface Character {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const QUOTATION_MARKS = '"“”„‟«»〝〞＂';
const APOSTROPHES = "'‘’‚‛‹›ʼ＇`´";
const DASHES = '-‐‑‒–—―−﹘﹣－';

/** The normal form of a text, without `passedOver`. */
export function normalForm(raw: string, passedOver: readonly Stretch[] = []): Character[] {
  const composed = compose(raw);
  const left = composed.filter(({ start }) => !passedOver.some((span) => span.start <= start && start < span.end));
  const equal = left.flatMap(({ value, ...place }): Character[] => {
    if (/^\p{White_Space}$/u.test(value)) return [{ value: ' ', ...place }];
    if (QUOTATION_MARKS.includes(value)) return [{ value: '"', ...place }];
    if (APOSTROPHES.includes(value)) return [{ value: "'", ...place }];
    if (DASHES.includes(value)) return [{ value: '-', ...place }];
    if (value === '…') return [...'...'].map((period) => ({ value: period, ...place }));
    return [{ value, ...place }];
  });

  const oneSpace: Character[] = [];
  for (const character of equal) {
    const before = oneSpace.at(-1);
    if (character.value === ' ' && before?.value === ' ') {
      oneSpace[oneSpace.length - 1] = { value: ' ', start: before.start, end: character.end };
    } else oneSpace.push(character);
  }
  const trimmed = oneSpace.filter(({ value }, index) => value !== ' ' || (index > 0 && index < oneSpace.length - 1));
  // A hyphen joined to what precedes it also joins what follows the space.
  const joined: Character[] = [];
  for (const character of trimmed) {
    const isJoin = joined.at(-1)?.value === '-' && (joined.at(-2)?.value ?? ' ') !== ' ';
    if (!(character.value === ' ' && isJoin)) joined.push(character);
  }
  return joined.filter(({ value }, index) => value !== ' ' || index < joined.length - 1);
}

/** Unicode NFC, character by character: a base with all its marks is composed by itself, and then is one place. */
function compose(raw: string): Character[] {
  if (raw.normalize('NFC') === raw) return inPlace(raw, 0);
  return [...new Intl.Segmenter().segment(raw)].flatMap(({ segment, index }) => {
    const changed = segment.normalize('NFC');
    if (changed === segment) return inPlace(segment, index);
    return [...changed].map((value) => ({ value, start: index, end: index + segment.length }));
  });
}

function inPlace(text: string, from: number): Character[] {
  let start = from;
  return [...text].map((value) => {
    const at = { value, start, end: start + value.length };
    start = at.end;
    return at;
  });
}

export interface SourceText {
  readonly raw: string;
  /** Passed over. */
  readonly furniture: readonly Stretch[];
  /** Not citable. */
  readonly barred: readonly Stretch[];
}

/** The outcome for a quote: where its parts are in the raw text, or why they are not. */
export type Outcome =
  | { readonly outcome: 'found'; readonly parts: readonly Stretch[] }
  | { readonly outcome: 'ambiguous'; readonly places: number }
  | { readonly outcome: 'not-citable' | 'not-found' | 'too-short' };

/** Characters of each part, of the whole, and left out by `[…]`. */
const [LEAST_PART, LEAST_WHOLE, MOST_LEFT_OUT] = [8, 20, 400];

/** Find the one place of a quote. `lines`: the first and the last line that it may start on, from 1. */
export function find(quote: string, lines: readonly [number, number] | undefined, source: SourceText): Outcome {
  const parts = splitParts(quote)
    .map((part) => normalForm(part).map(({ value }) => value))
    .filter((part) => part.length > 0);
  const lengths = parts.map((part) => part.join('').length);
  if (lengths.reduce((sum, length) => sum + length, 0) < LEAST_WHOLE) return { outcome: 'too-short' };
  if (parts.length > 1 && lengths.some((length) => length < LEAST_PART)) return { outcome: 'too-short' };

  const text = normalForm(source.raw, source.furniture);
  const chains = text.flatMap((_, at) => {
    const chain = follow(text, parts, at);
    return chain ? [chain] : [];
  });
  const rawOf = ({ start, end }: Stretch): Stretch => ({
    start: text[start]?.start ?? 0,
    end: text[end - 1]?.end ?? 0,
  });
  const places = chains
    .map((chain) => chain.map(rawOf))
    .filter(([first]) => {
      const line = source.raw.slice(0, first?.start).split('\n').length;
      return lines === undefined || (lines[0] <= line && line <= lines[1]);
    });
  const citable = places.filter(
    (chain) => !chain.some((part) => source.barred.some((bar) => bar.start < part.end && part.start < bar.end)),
  );
  const [only] = citable;
  if (only && citable.length === 1) return { outcome: 'found', parts: only };
  if (citable.length > 1) return { outcome: 'ambiguous', places: citable.length };
  return { outcome: places.length > 0 ? 'not-citable' : 'not-found' };
}

/** What is between the signs of words left out: three periods, or an ellipsis, in brackets. */
function splitParts(quote: string): string[] {
  const parts = [''];
  for (let at = 0; at < quote.length; ) {
    const [sign = ''] = /^\[\s*(?:\u2026|\.\s?\.\s?\.)\s*\]/.exec(quote.slice(at)) ?? [];
    if (sign === '') parts.push(`${parts.pop() ?? ''}${quote[at++] ?? ''}`);
    else {
      parts.push('');
      at += sign.length;
    }
  }
  return parts;
}

/**
 * The parts of a quote from a place on, each as near as possible so that the others still follow; undefined if they
 * don't.
 */
function follow(
  text: readonly Character[],
  [part, ...others]: readonly (readonly string[])[],
  at: number,
): readonly Stretch[] | undefined {
  if (!part) return [];
  const end = at + part.length;
  if (!part.every((value, index) => text[at + index]?.value === value)) return undefined;
  if (isInside(text, at) || isInside(text, end)) return undefined;
  if (others.length === 0) return [{ start: at, end }];
  let leftOut = 0;
  for (let next = end; next < text.length && leftOut <= MOST_LEFT_OUT; next++) {
    const rest = follow(text, others, next);
    if (rest) return [{ start: at, end }, ...rest];
    leftOut += text[next]?.value.length ?? 0;
  }
  return undefined;
}

/** Is a place inside of a word, or of a number such as 3,000? */
function isInside(text: readonly Character[], at: number): boolean {
  const [before2, before, after, after2] = [at - 2, at - 1, at, at + 1].map((index) => text[index]?.value ?? ' ');
  const isWord = (value = '') => /^[\p{L}\p{N}\p{M}]$/u.test(value);
  const isDigit = (value = '') => /^[0-9]$/.test(value);
  const isSeparator = (value = '') => value === '.' || value === ',';
  return (
    (isWord(before) && isWord(after)) ||
    (isDigit(before2) && isSeparator(before) && isDigit(after)) ||
    (isDigit(before) && isSeparator(after) && isDigit(after2))
  );
}
