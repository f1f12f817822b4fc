import type { Span } from '#text/location.ts';
import { CARDINAL_WORDS } from './number-word.ts';
import { isAdverb, readWords, type Word } from './word.ts';

/** What came before or after what: the words on both sides of `before` or `after`, in their clauses. */
export interface Sequence extends Span {
  readonly isBefore: boolean;
  /** `before Mira Oren` */
  readonly phrase: string;
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

const RELATION = /(?<!\p{L})(?:(before|prior to|ahead of)|after|following)(?!\p{L})/giu;
/** Ends what follows; `After the trial, he …` continues after it. */
const BORDER = /[,;:.!?()]/;
/** `two months after` says how long. */
const MEASURE = new RegExp(`^(?:(?:minute|hour|day|week|month|year|decade)s?|${CARDINAL_WORDS})$`, 'u');
/** They may be said of either event. */
const VAGUE = ['come', 'go', 'make', 'take', 'happen'].map((verb) => readWords(verb)[0]?.stem ?? verb);
/** In words that mean something. */
const MOST = 12;
const MOST_RIGHT = 6;
const MOST_SHOWN = 2;

/** Find what came before or after what in a text in normal form. */
export function readSequences(text: string, all: readonly Word[] = readWords(text)): Sequence[] {
  const matches = [...text.matchAll(RELATION)];
  if (matches.length === 0) return [];
  const words = all.filter(
    (word) => word.isContent && !isAdverb(word) && !MEASURE.test(word.text) && !VAGUE.includes(word.stem),
  );
  return matches.flatMap(({ 0: found, 1: before, index: start }): Sequence[] => {
    const from = start + found.length;
    const rest = text.slice(from);
    const end = from + (rest.search(BORDER) === -1 ? rest.length : rest.search(BORDER));
    const [opening = ''] = /[^;:.!?()]*$/.exec(text.slice(0, start)) ?? [];
    const begin = start - opening.length;
    const inside = (a: number, b: number) => words.filter((word) => a <= word.start && word.end <= b);
    const right = inside(from, end).slice(0, MOST_RIGHT);
    const ahead = inside(begin, start).slice(-MOST);
    const left = ahead.length > 0 ? ahead : inside(end, text.length).slice(0, MOST);
    const last = right.at(MOST_SHOWN - 1) ?? right.at(-1);
    if (!last || left.length === 0) return [];
    return [
      {
        isBefore: before !== undefined,
        phrase: text.slice(start, last.end),
        left: stems(left),
        right: stems(right),
        start,
        end: last.end,
      },
    ];
  });
}

function stems(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.map(({ stem }) => stem));
}

/**
 * Does a passage have two events in the order of a statement? Undefined where too little of them is the same, or a word
 * is on both sides.
 */
export function keepsSequence(claimed: Sequence, other: Sequence): boolean | undefined {
  const isEvery = (word: string) =>
    (claimed.left.has(word) && claimed.right.has(word)) || (other.left.has(word) && other.right.has(word));
  const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    [...a.intersection(b)].filter((word) => !isEvery(word)).length;
  const numbers = ({ right }: Sequence) => [...right].filter((word) => /\d/.test(word));
  if (numbers(claimed).some((number) => !other.right.has(number) && !other.left.has(number))) return undefined;
  const [left, right] = [shared(claimed.left, other.left), shared(claimed.right, other.right)];
  const [from, to] = [shared(claimed.left, other.right), shared(claimed.right, other.left)];
  const isSameWay = left > 0 && right > 0 && from + to === 0;
  const isOtherWay = from > 0 && to > 0 && left + right === 0;
  if (!isSameWay && !isOtherWay) return undefined;
  return isSameWay === (claimed.isBefore === other.isBefore);
}
