import { currencyOf } from './currency.ts';
import { type CasedText, matchAt } from './number.ts';
import { divisorOf, unitOf } from './unit.ts';

/** `share`: in percent; `ordinal`: a place in a row. */
export type QuantityKind = 'number' | 'share' | 'money' | 'ordinal';

/** What a number counts. */
export interface Measure {
  readonly kind: QuantityKind;
  /** The name of a unit, the code of a currency; empty for none. */
  readonly unit: string;
  /** What it is a rate of, as `day` of `barrels a day`; empty for none. */
  readonly per: string;
  readonly end: number;
}

const WORD = '[\\p{L}°µ×][\\p{L}²³]*(?:\\.\\p{L}+)*(?:[23]|\\/\\p{L}+)?';
const WORDS = new RegExp(`([ -]?)(%|[A-Z]{0,3}\\p{Sc}(?!\\.?\\d)|${WORD}(?:\\.?[ -]${WORD}){0,3})`, 'uy');
const LAST_WORD = /(?:\.?[ -]|\/)[^\s/-]+$/u;
const PERCENT = /^(?:%|percent|per cent|pct)$/i;

const OF_WHAT = '(?: of (?:\\p{L}+ )?\\p{L}+)?';
const RATE = new RegExp(
  `${OF_WHAT}(?:(?: (?:per|a|an|each|every) |\\/|-(?:a|per)-)(\\p{L}+)| (daily|weekly|monthly|annually|yearly))` +
    '(?!\\p{L}| (?:later|earlier|before|after|ago))',
  'uy',
);
const ADVERBS: Readonly<Record<string, string>> = {
  ...{ daily: 'day', weekly: 'week', monthly: 'month', annually: 'year', yearly: 'year' },
};

/** Read percent, a unit or a currency after a number, and what it is a rate of. */
export function readMeasure(text: CasedText, at: number): Measure | undefined {
  const match = matchAt(WORDS, text.text, at);
  const [, space = '', words = ''] = match ?? [];
  for (let phrase = words; phrase !== ''; phrase = LAST_WORD.test(phrase) ? phrase.replace(LAST_WORD, '') : '') {
    const end = at + space.length + phrase.length;
    const found = lookUp(phrase, text.lower.startsWith(' of ', end));
    if (found && isMeant(text, { at, space, phrase, end })) return withRate(text.lower, { ...found, end });
  }
  return undefined;
}

interface Found {
  readonly at: number;
  readonly space: string;
  readonly phrase: string;
  readonly end: number;
}

/** Not the `L` of `L-shaped`, the `second` of `two second visits`, nor the code of another amount. */
function isMeant({ text, lower }: CasedText, { at, space, phrase, end }: Found): boolean {
  const isLetter = phrase.length === 1 && (text[end] === '-' || (/[x×]/.test(phrase) && space !== ''));
  const isNth = space === ' ' && lower.startsWith('second', end - phrase.length);
  const isOfNext = /^[A-Z]{3}$/.test(phrase) && /^ ?\d/.test(text.slice(end));
  // A unit stands apart from number words, but for `tenfold`.
  const isJoined = space === '' && !/[\d¼-¾⅐-⅞+]/.test(text.charAt(at - 1)) && !phrase.startsWith('fold');
  return !(isLetter || isNth || isOfNext || isJoined);
}

/** `pounds of` something are a weight. */
function lookUp(phrase: string, hasOf: boolean): Omit<Measure, 'end'> | undefined {
  if (PERCENT.test(phrase)) return { kind: 'share', unit: '', per: '' };
  const words = phrase.replaceAll('.', '').replaceAll('-', ' ');
  const unit = unitOf(hasOf && /^pounds?$/i.test(words) ? 'lb' : words);
  if (unit) return { kind: 'number', unit: unit.name, per: unit.per ?? '' };
  const currency = currencyOf(words);
  return currency === undefined ? undefined : { kind: 'money', unit: currency, per: '' };
}

/** Add what a measure is a rate of, where its words go on with that. */
export function withRate(lower: string, measure: Measure): Measure {
  const match = matchAt(RATE, lower, measure.end);
  const [all = '', divisor = '', adverb = ''] = match ?? [];
  const per = ADVERBS[adverb] ?? divisorOf(divisor);
  return per === undefined ? measure : { ...measure, per, end: measure.end + all.length };
}
