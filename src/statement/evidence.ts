import { citableText, type Passage } from '#citation/resolve.ts';
import { paragraphOf } from '#citation/words.ts';
import type { Erratum, Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';
import { type DateMention, daysOfEdtf, readDates } from './date.ts';
import { type Figure, readFigures } from './figure.ts';

/** What one passage can bear. All texts are in the normal form. */
export interface Evidence {
  readonly passage: Passage;
  /** The words as printed, its parts on lines of their own; then with its slips read right, if it has some. */
  readonly readings: readonly string[];
  /** The figures of all readings. */
  readonly figures: readonly Figure[];
  /** The dates of all readings, and the date of issue, if the record has one that is not just a limit. */
  readonly dates: readonly Omit<DateMention, 'start' | 'end'>[];
  /** The paragraph that the passage stands in, as the readings. */
  readonly context: readonly string[];
  /** What the record of the source tells about it: names of the source, title, author, publisher. */
  readonly record: readonly string[];
}

/** Read what passages can bear, each only once. */
export function evidenceReader(sources: ReadonlyMap<string, Source | undefined>): (passage: Passage) => Evidence[] {
  const known = new Map<string, Evidence[]>();
  return (passage) => {
    const key = `${passage.sourceId} ${passage.parts.map(({ start, end }) => `${start}-${end}`).join()}`;
    const found = known.get(key);
    if (found) return found;
    const source = sources.get(passage.sourceId);
    const evidence = source ? [readEvidence(passage, source)] : [];
    known.set(key, evidence);
    return evidence;
  };
}

/** What a source as a whole can bear: all of its text that can be cited. */
export function evidenceOfSource(source: Source): Evidence {
  const text = citableText(source);
  const whole = { start: 0, end: text.length };
  const passage: Passage = {
    sourceId: source.id,
    parts: [whole],
    extent: whole,
    raw: [rawSpan(source.text, whole)],
    lines: { from: 1, to: source.lines.length },
  };
  return new Reading(passage, [text], source);
}

function readEvidence(passage: Passage, source: Source): Evidence {
  return new Reading(passage, readingsOf(passage.parts, source), source);
}

function readingsOf(parts: readonly Span[], source: Source): string[] {
  const printed = parts.map(({ start, end }) => source.text.text.slice(start, end)).join('\n');
  const read = parts.map((part) => readRight(source, part)).join('\n');
  return read === printed ? [printed] : [printed, read];
}

/** What few sentences ask for is found when it is asked for, and once. */
class Reading implements Evidence {
  readonly passage: Passage;
  readonly readings: readonly string[];
  readonly #source: Source;
  #figures: Evidence['figures'] | undefined;
  #dates: Evidence['dates'] | undefined;
  #context: Evidence['context'] | undefined;
  #record: Evidence['record'] | undefined;

  constructor(passage: Passage, readings: readonly string[], source: Source) {
    this.passage = passage;
    this.readings = readings;
    this.#source = source;
  }

  get figures() {
    this.#figures ??= this.readings.flatMap((text) => readFigures(text, readDates(text)));
    return this.#figures;
  }

  get dates() {
    this.#dates ??= [...this.readings.flatMap((text) => readDates(text)), ...issueOf(this.#source)];
    return this.#dates;
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

/** The words of a part with its errata applied: the reading stands in place of what is printed. */
function readRight({ text, errata }: Source, { start, end }: Span): string {
  let words = '';
  let from = start;
  for (const erratum of errata) {
    const span = spanOf(erratum, text.starts);
    if (erratum.read === undefined || span.start < from || span.end > end) continue;
    words += text.text.slice(from, span.start) + normalize(erratum.read).text;
    from = span.end;
  }
  return words + text.text.slice(from, end);
}

/** Where the characters of an erratum stand in the normal form. */
function spanOf({ start, end }: Erratum, starts: Uint32Array): Span {
  return { start: firstAtLeast(starts, start), end: firstAtLeast(starts, end) };
}

function firstAtLeast(offsets: Uint32Array, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
function issueOf({ record: { csl } }: Source): Evidence['dates'] {
  if (csl.issued.known === 'unknown' || csl.issued.value.endsWith('/..')) return [];
  const days = daysOfEdtf(csl.issued.value);
  return days ? [{ ...days, words: csl.issued.value }] : [];
}
