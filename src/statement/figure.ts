import type { Hedge } from '#problem/problem.ts';
import { lowerCase } from '#text/case.ts';
import { countWhile, overlaps, type Span } from '#text/location.ts';
import { textBefore } from '#text/text-before.ts';
import { isSameCurrency } from './currency.ts';
import { FIGURE_FORMS, type FigureKind } from './figure-forms.ts';
import { readHedges } from './hedge.ts';
import { nounAt } from './noun.ts';
import { matchAt } from './number.ts';
import { FIRST_WORDS } from './number-word.ts';
import { unitOf } from './unit.ts';

/** A figure in a text. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** As written, with its unit. */
  readonly words: string;
  /** Both ends of a range; equal for a single figure. A share is in percent. */
  readonly from: number;
  readonly to: number;
  /**
   * A measure (`mile`, `year`), a currency (`USD`), the words of an amount or of a name, `the` or `one of` before an
   * ordinal; empty for none.
   */
  readonly unit: string;
  /** What it is a rate of: `day` for `barrels a day`; empty for none. */
  readonly per: string;
  /** What it counts, in the singular: `ship` for `12 ships`; empty where no noun follows. */
  readonly noun: string;
  /** Qualifications of its exactness. */
  readonly hedges: ReadonlySet<Hedge>;
  /** Is it written without digits? */
  readonly inWords: boolean;
}

/** Where a figure may begin; its form is read there, so this may find too much. */
const BEGINNING = new RegExp(
  `(?<![\\p{L}\\d])(?=[\\d\\p{Sc}¼-¾⅐-⅞]|(?:${FIRST_WORDS}|half|halves|quarter|twice|thrice|double|triple|quadruple)|` +
    '(?:tens|dozens|scores|hundreds|thousands|millions|billions|minus|negative)|' +
    '(?:a|an) (?:dozen|hundred|thousand|million|billion|trillion|half|quarter|third|fifth|tenth|\\p{L}+ and a)|' +
    '\\p{L}+-?\\d|[A-Z]{1,3}(?:\\p{Sc}| ?-?\\d))|(?<![^\\s("\'[])(?=[-.][\\d\\p{Sc}.])',
  'giu',
);
/** Inside a word or number, or part of a name such as `COVID-19`. */
const INSIDE = /(?:[\d\p{L}][.,-]|[\p{L}\d\p{Sc}])$/u;
/** A dash between words: `the fleet-40 ships-left`. */
const DASH = /(?<![\p{L}\d-])\p{Ll}{4,}-$/u;
/** `.5` after a word is a note number of the text. */
const END = /(?:(?<=\d)(?![\p{L}\d]|[.,]\d)|(?<!\d)(?![\p{L}\d]))/uy;

/**
 * Find the figures of a text in normal form, in order: numbers in digits or words, with sign, magnitude, currency,
 * percent, unit and rate; ranges, fractions, ordinals, `twice`, `tenfold`, amounts such as `tens of thousands`, and
 * numbers in names. Excluded are the `dates` of the same text, in order, and `one` on its own.
 */
export function readFigures(text: string, dates: readonly Span[]): Figure[] {
  const found: Figure[] = [];
  const cased = { text, lower: lowerCase(text) };
  let past = 0;
  for (const { index: start } of text.matchAll(BEGINNING)) {
    const before = textBefore(text, start, 30);
    const isInside = INSIDE.test(before) && !(DASH.test(before) && /[\d\p{Sc}]/u.test(text.charAt(start)));
    if (start < past || isInside) continue;
    for (const read of FIGURE_FORMS) {
      const reading = read(cased, start);
      if (!reading || !matchAt(END, cased.lower, reading.end)) continue;
      const from = reading.start ?? start;
      const span = { start: from < past ? start : from, end: reading.end };
      const date = dates[countWhile(dates, ({ end }) => end <= span.start)];
      if (date && overlaps(date, span)) continue;
      const words = text.slice(span.start, span.end);
      const hedges = readHedges(text, span.start, span.end);
      const noun = nounAt(cased.lower, span.end, reading.kind === 'ordinal');
      found.push({ ...reading, ...span, words, noun, hedges, inWords: !/\p{N}/u.test(words) });
      past = reading.end;
      break;
    }
  }
  return found;
}

/** `other-name`: the same name with another number. */
export type FigureFit = 'same' | 'other-unit' | 'other-name' | 'none';

/**
 * Compare a claimed figure with one of a passage, ignoring hedges: both ends, the kind, and the claimed unit, if any,
 * as written or converted. What is claimed without a rate may have it elsewhere in its `sentence`.
 */
export function fitFigure(claimed: Figure, evidence: Figure, sentence = ''): FigureFit {
  if (claimed.kind === 'amount' || evidence.kind === 'amount') {
    return claimed.kind === evidence.kind && claimed.unit === evidence.unit ? 'same' : 'none';
  }
  const isSameNumber = nearly(claimed.from, evidence.from) && nearly(claimed.to, evidence.to);
  if (claimed.kind === 'name' && evidence.kind === 'name') {
    if (claimed.unit === evidence.unit) return 'same';
    return nameOf(claimed) === nameOf(evidence) ? 'other-name' : 'none';
  }
  if (claimed.kind === 'name' || evidence.kind === 'name') {
    const other = claimed.kind === 'name' ? evidence : claimed;
    return isSameNumber && other.kind === 'number' && other.unit === '' && !isJoined(claimed) && !isJoined(evidence)
      ? 'same'
      : 'none';
  }
  const fits = claimed.kind === evidence.kind && fitsRate(claimed, evidence, sentence);
  if (fits && ((isSameNumber && fitsUnit(claimed, evidence)) || isConverted(claimed, evidence))) return 'same';
  return isSameNumber ? 'other-unit' : 'none';
}

/** The name that a number is part of. */
export function nameOf({ unit }: Figure): string {
  return unit.slice(0, unit.lastIndexOf(' '));
}

/** Is it a name and its number in one word, such as `COVID-19`? */
export function isJoined({ kind, words }: Figure): boolean {
  return kind === 'name' && !words.includes(' ');
}

/** Units that are the same beside another one: `three times` is `thrice`, `tenfold` is `ten times`. */
const ALSO: Readonly<Record<string, readonly string[]>> = { time: ['fold', ''], fold: ['time'] };

function fitsUnit(claimed: Figure, evidence: Figure): boolean {
  if (claimed.unit === evidence.unit) return true;
  if (claimed.kind === 'ordinal') return claimed.unit === '' || (claimed.unit === 'the' && evidence.unit === '');
  if (claimed.kind === 'money') return isSameCurrency(claimed.unit, evidence.unit);
  if (ALSO[claimed.unit]?.includes(evidence.unit) || evidence.unit.startsWith(`${claimed.unit} `)) return true;
  // `428 in all` may be miles; `428 ships` are not.
  const { noun } = claimed;
  return claimed.unit === '' && (noun === '' || evidence.unit === 'time' || evidence.unit.split(' ').includes(noun));
}

function isConverted(claimed: Figure, evidence: Figure): boolean {
  const [own, other] = [unitOf(claimed.unit), unitOf(evidence.unit)];
  if (!own || own.base !== other?.base) return false;
  return (
    nearly(claimed.from * own.factor, evidence.from * other.factor) &&
    nearly(claimed.to * own.factor, evidence.to * other.factor)
  );
}

const PERIODS: Readonly<Record<string, RegExp>> = { day: /da(?:y|il)/i, year: /year|annual/i };

function fitsRate(claimed: Figure, evidence: Figure, sentence: string): boolean {
  if (claimed.per === evidence.per || evidence.per === '') return claimed.per === evidence.per;
  return claimed.unit === '' || (PERIODS[evidence.per] ?? new RegExp(evidence.per, 'i')).test(sentence);
}

function nearly(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(a);
}
