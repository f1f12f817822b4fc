import { citableText, type Passage } from '#citation/resolve.ts';
import { paragraphOf } from '#citation/words.ts';
import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { normalize, normalSpan, rawSpan } from '#text/normalize.ts';
import { findAll } from '#text/search.ts';
import { type DateMention, type Days, daysOfEdtf, readDates } from './date.ts';
import { type Figure, readFigures } from './figure.ts';

/** What one passage can bear. All texts are in the normal form. */
export interface Evidence {
  readonly passage: Passage;
  /** The words as printed, its parts on lines of their own; then with its slips read right, if it has some. */
  readonly readings: readonly string[];
  /** The figures of all readings. */
  readonly figures: readonly Figure[];
  /** The dates of all readings. */
  readonly dates: readonly DateMention[];
  /** Those of them that may mean the days of `date`, at the least. */
  readonly datesLike: (date: Days) => readonly DateMention[];
  /** The date of issue, if the record has one that is not just a limit. */
  readonly issued: Days | undefined;
  /** Is it all of a source? Then a coarser date than its own would stand in it by chance. */
  readonly isWhole: boolean;
  /** The paragraph that the passage stands in, as the readings. */
  readonly context: readonly string[];
  /** What the record of the source tells about it: names of the source, title, author, publisher. */
  readonly record: readonly string[];
}

/** Read what passages can bear, each only once. */
export function evidenceReader(sources: ReadonlyMap<string, Source | undefined>): (passage: Passage) => Evidence {
  const known = new Map<string, Evidence>();
  return (passage) => {
    const key = `${passage.sourceId} ${passage.parts.map(({ start, end }) => `${start}-${end}`).join()}`;
    const found = known.get(key);
    if (found) return found;
    // A passage was found in its source, so that is there.
    const evidence = readEvidence(passage, sources.get(passage.sourceId) as Source);
    known.set(key, evidence);
    return evidence;
  };
}

/** What a source as a whole can bear: all of its text that can be cited. */
export function evidenceOfSource(source: Source): Evidence {
  const whole = { start: 0, end: source.text.text.length };
  const passage: Passage = {
    sourceId: source.id,
    parts: [whole],
    extent: whole,
    raw: [rawSpan(source.text, whole)],
    lines: { from: 1, to: source.lines.length },
  };
  return new Reading(passage, () => [citableText(source)], source, true);
}

function readEvidence(passage: Passage, source: Source): Evidence {
  return new Reading(passage, () => readingsOf(passage.parts, source), source);
}

function readingsOf(parts: readonly Span[], source: Source): string[] {
  const printed = parts.map(({ start, end }) => source.text.text.slice(start, end)).join('\n');
  const read = parts.map((part) => readRight(source, part)).join('\n');
  return read === printed ? [printed] : [printed, read];
}

/** What few sentences ask for is found when it is asked for, and once. */
class Reading implements Evidence {
  readonly passage: Passage;
  readonly isWhole: boolean;
  readonly #source: Source;
  readonly #read: () => readonly string[];
  #readings: Evidence['readings'] | undefined;
  #figures: Evidence['figures'] | undefined;
  #dates: Evidence['dates'] | undefined;
  readonly #datesOfTexts = new Map<string, readonly DateMention[]>();
  readonly #datesOfYears = new Map<string, readonly DateMention[]>();
  #context: Evidence['context'] | undefined;
  #record: Evidence['record'] | undefined;

  constructor(passage: Passage, read: () => readonly string[], source: Source, isWhole = false) {
    this.isWhole = isWhole;
    this.passage = passage;
    this.#read = read;
    this.#source = source;
  }

  get readings() {
    this.#readings ??= this.#read();
    return this.#readings;
  }

  get figures() {
    this.#figures ??= this.readings.flatMap((text) => readFigures(text, this.#datesIn(text)));
    return this.#figures;
  }

  get dates() {
    this.#dates ??= this.readings.flatMap((text) => this.#datesIn(text));
    return this.#dates;
  }

  #datesIn(text: string): readonly DateMention[] {
    const known = this.#datesOfTexts.get(text) ?? readDates(text);
    this.#datesOfTexts.set(text, known);
    return known;
  }

  /** A source has thousands of dates, of which a line or two are asked for. */
  datesLike(date: Days): readonly DateMention[] {
    const year = this.isWhole ? yearOf(date) : undefined;
    if (year === undefined) return this.dates;
    const found = this.#datesOfYears.get(year) ?? datesOfYear(this.readings, year);
    this.#datesOfYears.set(year, found);
    return found;
  }

  get issued() {
    return issueOf(this.#source);
  }

  get context() {
    this.#context ??= readingsOf([paragraphOf(this.#source, this.passage)], this.#source);
    return this.#context;
  }

  get record() {
    this.#record ??= recordOf(this.#source);
    return this.#record;
  }
}

/** No date has as many units before its year, or behind it. */
const REACH = 120;

/** The year in which all days of a date are, as it is written. `undefined` for all other dates, since they may be written in words. */
function yearOf({ first, last }: Days): string | undefined {
  if (first === undefined || last === undefined || first < 1000_00_00 || last - first >= 1_00_00) return undefined;
  return String(Math.floor(first / 1_00_00));
}

/** The dates of some texts that name a year: of days within it none other can mean the same. */
function datesOfYear(texts: readonly string[], year: string): DateMention[] {
  return texts.flatMap((text) =>
    findAll(text, year).flatMap(({ start, end }) => {
      const from = Math.max(0, start - REACH);
      return readDates(text.slice(from, end + REACH))
        .map((date) => ({ ...date, start: from + date.start, end: from + date.end }))
        .filter((date) => date.start <= start && end <= date.end);
    }),
  );
}

/** The words of a part with its errata applied: the reading stands in place of what is printed. */
function readRight({ text, errata }: Source, { start, end }: Span): string {
  let words = '';
  let from = start;
  for (const erratum of errata) {
    const span = normalSpan(text, erratum);
    if (erratum.read === undefined || span.start < from || span.end > end) continue;
    words += text.text.slice(from, span.start) + normalize(erratum.read).text;
    from = span.end;
  }
  return words + text.text.slice(from, end);
}

const records = new WeakMap<Source, string[]>();

/** What a record says in words; the same for all passages of its source. */
function recordOf(source: Source): string[] {
  const found = records.get(source) ?? readRecord(source);
  records.set(source, found);
  return found;
}

function readRecord({ record: { name, csl } }: Source): string[] {
  const authors =
    csl.author.known === 'unknown'
      ? []
      : csl.author.value.map((author) => ('literal' in author ? author.literal : `${author.given} ${author.family}`));
  const values = [csl.title, csl.publisher, csl['container-title']].flatMap((field) =>
    field.known === 'unknown' ? [] : [field.value],
  );
  return [name, ...values, ...authors].map((text) => normalize(text).text);
}

/** `2017-01/..` is a limit and not a date of issue: it bears nothing. */
function issueOf({ record: { csl } }: Source): Days | undefined {
  if (csl.issued.known === 'unknown' || csl.issued.value.endsWith('/..')) return undefined;
  return daysOfEdtf(csl.issued.value);
}
