import { textBefore } from '#text/text-before.ts';
import { currencyOf } from './currency.ts';
import { type Measure, readMeasure, withRate } from './measure.ts';
import { type CasedText, matchAt, readNumber } from './number.ts';

/** One number, or a range of two, with what it counts. */
export interface Quantity extends Measure {
  /** Both ends of a range; equal for a single number. */
  readonly from: number;
  readonly to: number;
}

/** A number before it is known whether it is part of a range. */
interface Single extends Measure {
  readonly value: number;
  /** See `ReadNumber`. */
  readonly scale: number;
  /** Without its measure. */
  readonly numberEnd: number;
}

const MINUS = /(?<![^\s("'[])-(?=[\d.\p{Sc}])|minus |negative (?![\p{L}\d.,]+-)/uy;
/** A code or a sign before an amount: `USD 40`, `A$40`, `€40`. */
const MONEY = /([A-Z]{2,3}(?= ?-?[\d.])|(?:[A-Z]\p{L}{0,2})?\p{Sc}) ?(?=-?[\d.])/uy;
/** `40-odd` and `40+` are hedges (see `readHedges`), and so is `or so` where a unit follows. */
const HEDGE = /(?:[- ]odd|[- ]plus(?! \d)|-?ish|-some)(?!\p{L})|\+/uy;
const HEDGE_BEFORE_UNIT = / or (?:so|more|fewer|less)(?= )/uy;

/** The normal form has no space after a hyphen that is left hanging: `12-to 15-mile`. */
const TO = /(?:-| |- )to[ -]| ?- ?| and (?<=between .{0,60})/uy;
/** `12- and 15-mile` roads share the unit of the last one. */
const HANGING = /-(?:, ?[\p{L}\d]+-)*,? ?(?:and|or) /uy;

/**
 * Read the quantity that begins at an offset: sign, currency, number, unit and rate, in the order in which English puts
 * them; a range runs upward and its first end may leave out what the second one says: `$5-6 million`.
 */
export function readQuantity(text: CasedText, at: number): Quantity | undefined {
  const first = readSingle(text, at);
  return (first && readRange(text, at, first)) ?? readSingleQuantity(text, at);
}

/** As `readQuantity`, but no range. */
export function readSingleQuantity(text: CasedText, at: number): Quantity | undefined {
  const single = readSingle(text, at);
  if (!single || isAfterDash(text, at, single)) return undefined;
  const { value, kind, unit, per, end } = { ...single, ...hangingMeasure(text, single) };
  return { kind, from: value, to: value, unit, per, end };
}

/** A dash before things that are counted is no sign: `the port -5 ships- was full`. */
function isAfterDash({ text }: CasedText, at: number, { kind, unit, end }: Single): boolean {
  return text[at] === '-' && kind === 'number' && unit === '' && /^ \p{L}/u.test(text.slice(end));
}

function readSingle(text: CasedText, at: number): Single | undefined {
  const minus = matchAt(MINUS, text.lower, at)?.[0] ?? '';
  const sign = matchAt(MONEY, text.text, at + minus.length);
  const money = sign && codeOf(sign[1]?.toUpperCase() ?? '');
  const past = at + minus.length + (money === undefined ? 0 : (sign?.[0].length ?? 0));
  const start = money !== undefined && text.lower[past] === '-' ? past + 1 : past;
  // `5 m` are meters, unless it is money.
  const asMoney = readMeasured(text, start, true);
  const read = money !== undefined || asMoney?.kind === 'money' ? asMoney : readMeasured(text, start, false);
  if (!read) return undefined;
  const isNegative = minus !== '' || start > past;
  if (money === undefined) {
    if (isNegative && read.kind === 'ordinal') return undefined;
    return { ...read, value: isNegative ? -read.value : read.value };
  }
  if (read.kind === 'ordinal' || read.kind === 'share') return undefined;
  // `$40 CAD` is as exact as `CA$40`.
  const unit = read.kind === 'money' && money === 'USD' ? read.unit : money;
  const own = read.kind === 'money' ? read : withRate(text.lower, { ...read, per: '', end: read.numberEnd });
  return { ...read, ...own, kind: 'money', unit, value: isNegative ? -read.value : read.value };
}

/** A sign that no currency has, such as `J$`, is one of its own; letters alone are not. */
function codeOf(written: string): string | undefined {
  return currencyOf(written) ?? (/\p{Sc}$/u.test(written) ? (currencyOf(written.slice(0, -1)) ?? written) : undefined);
}

function readMeasured(text: CasedText, at: number, isMoney: boolean): Single | undefined {
  const number = readNumber(text, at, isMoney);
  if (!number) return undefined;
  const { value, scale, isOrdinal, end } = number;
  if (isOrdinal) return { kind: 'ordinal', unit: '', per: '', value, scale, end, numberEnd: end };
  const past = end + (matchAt(HEDGE, text.lower, end)?.[0].length ?? 0);
  const inner = matchAt(HEDGE_BEFORE_UNIT, text.lower, past)?.[0].length ?? 0;
  const measure = readMeasure(text, past + inner) ?? { kind: 'number', unit: '', per: '', end: past };
  return { ...measure, value, scale, numberEnd: past };
}

function readRange(text: CasedText, at: number, first: Single): Quantity | undefined {
  const joiner = matchAt(TO, text.lower, first.end);
  if (!joiner || first.kind === 'ordinal') return undefined;
  // `from 5 percent to 7 percent` is a change.
  const hasMeasure = first.kind !== 'number' || first.unit !== '';
  if (hasMeasure && joiner[0].includes('to') && /from $/.test(textBefore(text.lower, at))) return undefined;
  const second = readSingle(text, first.end + joiner[0].length);
  if (!second || second.kind === 'ordinal') return undefined;
  const hasOther = second.kind !== 'number' || second.unit !== '';
  if (hasMeasure && hasOther && (first.kind !== second.kind || first.unit !== second.unit)) return undefined;

  const scaled = first.scale === 1 ? first.value * second.scale : first.value;
  const from = scaled < second.value ? scaled : first.value;
  if (from >= second.value) return undefined;
  return { ...(hasOther ? second : first), from, to: second.value, per: second.per || first.per, end: second.end };
}

function hangingMeasure(text: CasedText, { kind, unit, end }: Single): Partial<Single> {
  const joiner = kind === 'number' && unit === '' ? matchAt(HANGING, text.lower, end) : undefined;
  const next = joiner && readSingle(text, end + joiner[0].length);
  return next && next.kind !== 'ordinal' ? { kind: next.kind, unit: next.unit, per: next.per } : {};
}
