import { citableText, type Passage } from '#citation/resolve.ts';
import { paragraphOf } from '#citation/words.ts';
import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { normalize, normalSpan, rawSpan } from '#text/normalize.ts';
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
  return bear(passage, source, [citableText(source)], [], true);
}

function readEvidence(passage: Passage, source: Source): Evidence {
  const readings = readingsOf(passage.parts, source);
  return bear(passage, source, readings, readingsOf([paragraphOf(source, passage)], source), false);
}

function bear(
  passage: Passage,
  source: Source,
  readings: readonly string[],
  context: readonly string[],
  isWhole: boolean,
): Evidence {
  const read = readings.map((text) => ({ text, dates: readDates(text) }));
  return {
    passage,
    readings,
    figures: read.flatMap(({ text, dates }) => readFigures(text, dates)),
    dates: read.flatMap(({ dates }) => dates),
    issued: issueOf(source),
    isWhole,
    context,
    record: recordOf(source),
  };
}

function readingsOf(parts: readonly Span[], source: Source): string[] {
  const printed = parts.map(({ start, end }) => source.text.text.slice(start, end)).join('\n');
  const read = parts.map((part) => readRight(source, part)).join('\n');
  return read === printed ? [printed] : [printed, read];
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

/** What a record says in words. */
function recordOf({ record: { name, csl } }: Source): string[] {
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
