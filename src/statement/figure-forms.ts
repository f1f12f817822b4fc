import { textBefore } from '#text/text-before.ts';
import { readFraction } from './fraction.ts';
import { type Measure, type QuantityKind, withRate } from './measure.ts';
import { type CasedText, matchAt } from './number.ts';
import { type Quantity, readQuantity, readSingleQuantity } from './quantity.ts';

/** `amount`: words such as `dozens`, without a number; `name`: part of a name, such as `Barak 8`. */
export type FigureKind = QuantityKind | 'amount' | 'name';

/** What a form of figures says. */
interface Reading extends Omit<Quantity, 'kind'> {
  readonly kind: FigureKind;
  /** Where it begins earlier than its number. */
  readonly start?: number;
}

const AMOUNT = /(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|billions))?/uy;
const TIMES = /(twice|thrice)|(doubled?|tripled?|quadrupled?)/uy;
/** `at first` and `at second hand` are not ordinals. */
const AT = /(?<!\p{L})at $/iu;
/** `one of the first` is less than `the first`; to come `first` may be either. */
const ONE_OF = /(?:one of|among) (?:(?:the|its|his|her|their|our|\p{L}+'s?) )?(?:very )?$/iu;
const THE = /(?<!\p{L})(?:the|its|his|her|their|our|\p{L}+'s?) (?:very )?$/iu;
/** Joined to its number, or in the middle of a sentence, where no other word begins with a capital. */
const JOINED_NAME = /(\p{Lu}\p{L}*)-?(\d+(?:\.\d+)*)s?/uy;
const NAME_BEFORE = /(?<=[\p{L}\p{N},;:)"'] )(\p{Lu}[\p{L}'-]*) $/u;
const VERSION = /\d+(?:\.\d+)*/uy;

/** The forms of figures, in the order in which they are tried. */
export const FIGURE_FORMS: readonly ((text: CasedText, at: number) => Reading | undefined)[] = [
  readAmount,
  readFraction,
  (text, at) => readNumbered(text, readQuantity(text, at), at),
  // A range may run into a date: `from five to 1990`.
  (text, at) => readNumbered(text, readSingleQuantity(text, at), at),
  readVersion,
  readTimes,
  readJoinedName,
];

function readAmount({ lower }: CasedText, at: number): Reading | undefined {
  const match = matchAt(AMOUNT, lower, at);
  return match && { kind: 'amount', from: 0, to: 0, unit: match[0], per: '', end: at + match[0].length };
}

function readTimes({ lower }: CasedText, at: number): Reading | undefined {
  const match = matchAt(TIMES, lower, at);
  if (!match) return undefined;
  const [all, times] = match;
  const value = /^thr|^trip/.test(all) ? 3 : all.startsWith('quad') ? 4 : 2;
  const measure: Measure = {
    kind: 'number',
    unit: times === undefined ? 'fold' : 'time',
    per: '',
    end: at + all.length,
  };
  return { ...withRate(lower, measure), from: value, to: value };
}

function readNumbered(text: CasedText, quantity: Quantity | undefined, at: number): Reading | undefined {
  if (!quantity) return undefined;
  const written = text.lower.slice(at, quantity.end);
  const before = textBefore(text.text, at);
  if (quantity.kind === 'ordinal') {
    if (AT.test(before)) return undefined;
    const oneOf = ONE_OF.exec(before);
    return oneOf
      ? { ...quantity, unit: 'one of', start: at - oneOf[0].length }
      : { ...quantity, unit: THE.test(before) ? 'the' : '' };
  }
  // `one` is a pronoun more often than a number.
  if (written === 'one') return undefined;
  // `1991s` is a figure like any other; `1990s` is a date.
  const isPlural = /\ds$/.test(text.lower.slice(quantity.end - 1, quantity.end + 1));
  const end = quantity.end + (isPlural ? 1 : 0);
  const name = /^\d+(?:\.\d+)?$/.test(written) ? NAME_BEFORE.exec(before) : undefined;
  return name ? named(name[1], written, end, at - name[0].length) : { ...quantity, end };
}

/** `17.2.1` is no amount. */
function readVersion({ text }: CasedText, at: number): Reading | undefined {
  const version = matchAt(VERSION, text, at)?.[0];
  const name = version?.includes('.') ? NAME_BEFORE.exec(textBefore(text, at)) : undefined;
  return version !== undefined && name ? named(name[1], version, at + version.length, at - name[0].length) : undefined;
}

function readJoinedName({ text }: CasedText, at: number): Reading | undefined {
  const match = matchAt(JOINED_NAME, text, at);
  return match && named(match[1], match[2], at + match[0].length, at);
}

function named(name = '', digits = '', end: number, start: number): Reading {
  const value = Number.parseFloat(digits);
  return { kind: 'name', from: value, to: value, unit: `${name.toLowerCase()} ${digits}`, per: '', start, end };
}
