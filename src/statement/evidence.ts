import { citableText, type Passage } from '#citation/resolve.ts';
import { paragraphOf } from '#citation/words.ts';
import type { Source, Speech } from '#source/source.ts';
import { overlaps, type Span } from '#text/location.ts';
import { normalize, normalSpan, rawSpan } from '#text/normalize.ts';
import { type DateMention, daysOfEdtf, readDates } from './date.ts';
import type { Days } from './days.ts';
import { type Figure, readFigures } from './figure.ts';
import { withoutNoteNumbers } from './note-number.ts';

/** What one passage can support. All texts are in normal form. */
export interface Evidence {
  readonly passage: Passage;
  /** The words as printed, each part on its own line; then, if there are errata, the words with these applied. */
  readonly readings: readonly string[];
  /** The figures of all readings, with and without the note numbers that are glued to their words. */
  readonly figures: readonly Figure[];
  /** The dates of the same. */
  readonly dates: readonly DateMention[];
  /** The date of issue, if the record has an exact one. */
  readonly issued: Days | undefined;
  /** Is it a whole source? Then dates must match exactly (see `compareDate`). */
  readonly isWhole: boolean;
  /** The readings of the paragraph around the passage; none for a whole source. */
  readonly context: readonly string[];
  /** From the record of the source: its name, title, publisher and authors. */
  readonly record: readonly string[];
  /** What the record marks in the passage as speech, opinion or allegation; undefined if it marks nothing anywhere. */
  readonly voices: readonly Speech[] | undefined;
  /** The words of the passage that it marks so, and the others. */
  readonly marked: string;
  readonly plain: string;
}

/** Read what passages can support, each once. */
export function evidenceReader(sources: ReadonlyMap<string, Source | undefined>): (passage: Passage) => Evidence {
  const known = new Map<string, Evidence>();
  return (passage) => {
    const key = `${passage.sourceId} ${passage.parts.map(({ start, end }) => `${start}-${end}`).join()}`;
    const found = known.get(key);
    if (found) return found;
    // A passage was found in its source, so the source exists.
    const evidence = readEvidence(passage, sources.get(passage.sourceId) as Source);
    known.set(key, evidence);
    return evidence;
  };
}

/** What a source as a whole can support: its citable text. */
export function evidenceOfSource(source: Source): Evidence {
  const whole = { start: 0, end: source.text.text.length };
  const passage: Passage = {
    sourceId: source.id,
    parts: [whole],
    extent: whole,
    raw: [rawSpan(source.text, whole)],
    lines: { from: 1, to: source.lines.length },
  };
  return evidenceFrom(passage, source, [citableText(source)], [], true);
}

function readEvidence(passage: Passage, source: Source): Evidence {
  const readings = readingsOf(passage.parts, source);
  return evidenceFrom(passage, source, readings, readingsOf([paragraphOf(source, passage)], source), false);
}

function evidenceFrom(
  passage: Passage,
  source: Source,
  readings: readonly string[],
  context: readonly string[],
  isWhole: boolean,
): Evidence {
  return {
    passage,
    readings,
    ...valuesOf(readings),
    issued: issueOf(source),
    isWhole,
    context,
    record: recordOf(source),
    voices: source.speech.length > 0 ? speechIn(passage, source) : undefined,
    ...splitBySpeech(passage.parts, source),
  };
}

/** The figures and dates of texts, read with and without the note numbers that are glued to their words. */
export function valuesOf(readings: readonly string[]): Pick<Evidence, 'figures' | 'dates'> {
  const texts = [...new Set(readings.flatMap((text) => [text, withoutNoteNumbers(text)]))];
  const read = texts.map((text) => ({ text, dates: readDates(text) }));
  return {
    figures: read.flatMap(({ text, dates }) => readFigures(text, dates)),
    dates: read.flatMap(({ dates }) => dates),
  };
}

function readingsOf(parts: readonly Span[], source: Source): string[] {
  const printed = parts.map(({ start, end }) => source.text.text.slice(start, end)).join('\n');
  const read = parts.map((part) => readWithErrata(source, part)).join('\n');
  return read === printed ? [printed] : [printed, read];
}

function speechIn({ parts }: Passage, { speech }: Source): readonly Speech[] {
  return speech.filter((one) => parts.some((part) => overlaps(part, one)));
}

/** Divide the words of a passage by whether they are in speech. */
function splitBySpeech(parts: readonly Span[], { text: { text }, speech }: Source): Pick<Evidence, 'marked' | 'plain'> {
  const words = { marked: '', plain: '' };
  const stretches = [...speech].sort((a, b) => a.start - b.start);
  for (const { start, end } of parts) {
    let from = start;
    for (const one of [...stretches.filter((one) => overlaps(one, { start, end })), { start: end, end }]) {
      words.plain += `${text.slice(from, Math.max(from, one.start))} `;
      words.marked += `${text.slice(Math.max(from, one.start), Math.min(one.end, end))} `;
      from = Math.max(from, one.end);
    }
  }
  return words;
}

/** The words of a part with its errata applied. */
function readWithErrata({ text, errata }: Source, { start, end }: Span): string {
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

/** `2017-01/..` is only a limit: it supports no date. */
function issueOf({ record: { csl } }: Source): Days | undefined {
  if (csl.issued.known === 'unknown' || csl.issued.value.endsWith('/..')) return undefined;
  return daysOfEdtf(csl.issued.value);
}
