import { citableText, type Passage } from '#citation/resolve.ts';
import { sentencesAround } from '#citation/words.ts';
import type { Source, Speech } from '#source/source.ts';
import { locate, overlaps, type Span } from '#text/location.ts';
import { normalize, normalSpan, rawSpan } from '#text/normalize.ts';
import { type DateMention, daysOfEdtf } from './date.ts';
import { type DatePlace, placeOfDate } from './date-relation.ts';
import type { Days } from './days.ts';
import { type Deed, readDeeds } from './deed.ts';
import type { Figure } from './figure.ts';
import { type Limit, readLimits } from './limit.ts';
import { withoutNoteNumbers } from './note-number.ts';
import { type Rank, readRanks } from './rank.ts';
import { type Reading, readingOf } from './reading.ts';
import { readSequences, type Sequence } from './sequence.ts';
import { readWords } from './word.ts';

/** What one passage can support. All texts are in normal form. */
export interface Evidence {
  readonly passage: Passage;
  /** The words as printed, each part on its own line; then, if there are errata, the words with these applied. */
  readonly readings: readonly string[];
  /** The last of the readings, without such note numbers, with its dates and figures. */
  readonly reading: Reading;
  /** The figures of all readings, with and without the note numbers that are glued to their words. */
  readonly figures: readonly Figure[];
  /** The dates of the same. */
  readonly dates: readonly (DateMention & DatePlace)[];
  /** The date of issue, if the record has an exact one. */
  readonly issued: Days | undefined;
  /** Is it a whole source? Then dates must match exactly (see `compareDate`). */
  readonly isWhole: boolean;
  /** The readings of the sentences that the passage is from; none for a whole source. */
  readonly sentences: readonly string[];
  /** The readings of the sentence before them, where a pronoun such as `his` refers to it. */
  readonly antecedents: readonly string[];
  /** The stems of the words of these sentences. */
  readonly stems: ReadonlySet<string>;
  /** Words of these sentences that limit what they say, with their lines in the raw text. */
  readonly limits: readonly (Limit & { readonly line: number })[];
  readonly ranks: readonly (Rank & { readonly line: number })[];
  /** Who does what to whom in them, and what came before what. */
  readonly deeds: readonly Deed[];
  readonly sequences: readonly Sequence[];
  /** From the record of the source: its name, title, publisher, authors and language. */
  readonly record: readonly string[];
  /** What the record marks in the passage as speech, opinion or allegation; undefined if it marks nothing anywhere. */
  readonly voices: readonly Speech[] | undefined;
  /** Who speaks in the passage by this: `a 2009 memo, reporting Mira Oren`. */
  readonly speakers: readonly string[];
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
  const { own, before } = sentencesAround(source, passage);
  const sentences = source.text.text.slice(own.start, own.end);
  const words = readWords(sentences);
  const withLine = <Found extends Span>(found: Found): Found & { readonly line: number } => {
    const at = own.start + found.start;
    return { ...found, line: locate(source.lines, rawSpan(source.text, { start: at, end: at + 1 }).start).line };
  };
  return {
    ...evidenceFrom(passage, source, readingsOf(passage.parts, source), readingsOf([own], source), false),
    antecedents: before && refersBack(sentences) ? readingsOf([before], source) : [],
    stems: new Set(words.map(({ stem }) => stem)),
    limits: readLimits(sentences, words).map(withLine),
    ranks: readRanks(sentences).map(withLine),
    deeds: readDeeds(sentences, words),
    sequences: readSequences(sentences, words),
  };
}

function evidenceFrom(
  passage: Passage,
  source: Source,
  readings: readonly string[],
  sentences: readonly string[],
  isWhole: boolean,
): Evidence {
  const voices = source.speech.length > 0 ? speechIn(passage, source) : undefined;
  return {
    passage,
    readings,
    ...valuesOf(readings),
    issued: issueOf(source),
    isWhole,
    sentences,
    antecedents: [],
    stems: new Set(),
    limits: [],
    ranks: [],
    deeds: [],
    sequences: [],
    record: recordOf(source),
    voices,
    speakers: (voices ?? []).map(({ by }) => normalize(by).text),
    ...splitBySpeech(passage.parts, source),
  };
}

/** The figures and dates of texts, read with and without the note numbers that are glued to their words. */
export function valuesOf(texts: readonly string[]): Pick<Evidence, 'reading' | 'figures' | 'dates'> {
  const read = [...new Set(texts.flatMap((text) => [text, withoutNoteNumbers(text)]))].map(readingOf);
  return {
    reading: read.at(-1) ?? readingOf(''),
    figures: read.flatMap(({ figures }) => figures),
    dates: read.flatMap(({ text, dates }) => dates.map((date) => ({ ...date, ...placeOfDate(text, date) }))),
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
  const language = csl.language.known === 'unknown' ? [] : [LANGUAGES.of(csl.language.value) ?? ''];
  return [name, ...values, ...authors, ...language].map((text) => normalize(text).text);
}

const PRONOUN = /\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b/;

/** Does a pronoun mean somebody of the sentence before? Only one before which its own sentence names nobody. */
function refersBack(sentence: string): boolean {
  const pronoun = PRONOUN.exec(sentence);
  return pronoun !== null && !/(?<=[\p{L},] )\p{Lu}\p{L}/u.test(sentence.slice(0, pronoun.index));
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** `2017-01/..` is only a limit: it supports no date. */
function issueOf({ record: { csl } }: Source): Days | undefined {
  if (csl.issued.known === 'unknown' || csl.issued.value.endsWith('/..')) return undefined;
  return daysOfEdtf(csl.issued.value);
}
