import { type Coverage, measureCoverage } from '#check/coverage.ts';
import type { RegionKind, SourceRecord } from '#source/record.ts';
import type { Erratum, Region, Source } from '#source/source.ts';
import { withBase } from '#text/base-path.ts';
import type { Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';
import { findAll } from '#text/search.ts';
import { writeDate } from '#text/write-date.ts';
import { type CslItem, cslItem, issuedOf, knownValue, labelOf } from './csl-item.ts';
import type { CitedPassage, PublishedStatement } from './uses.ts';

/** One bibliographic field as readers see it. */
interface PublishedField {
  readonly name: keyof SourceRecord['csl'];
  readonly known: 'stated' | 'inferred' | 'unknown';
  /** The value in words; undefined for an unknown one. */
  readonly value: string | undefined;
  /** The words of the text on which it rests; `withheld` for words that are not published. */
  readonly words: readonly (string | { readonly withheld: true })[];
  readonly note: string | undefined;
}

/** A run of characters of one line with the same marks. */
export interface PublishedRun {
  readonly text: string;
  /** Where it starts in the raw text, in UTF-16 code units. */
  readonly at: number;
  /** The ids of the cited passages that these characters belong to, in the order of the text. */
  readonly passages: readonly string[];
  /** The ids of the passages that start here, to which notes link. */
  readonly starts: readonly string[];
  readonly region: Exclude<RegionKind, 'withheld'> | undefined;
  readonly slip: Pick<Erratum, 'printed' | 'read' | 'certainty' | 'note'> | undefined;
}

/** A published line, or a stretch of lines that are not published. */
export type PublishedLine =
  | { readonly number: number; readonly runs: readonly PublishedRun[]; readonly reason: string | undefined }
  | { readonly number: number; readonly to: number; readonly reason: string; readonly kind: RegionKind };

/** What readers may see of a source, without any withheld character. Plain data. */
export interface PublishedSource {
  readonly id: string;
  readonly name: string;
  /** What sentences, notes and lists call it, as at the beginning of a line. */
  readonly short: string;
  readonly address: string;
  readonly fields: readonly PublishedField[];
  readonly csl: CslItem;
  readonly genre: string | undefined;
  readonly issued: string;
  readonly voice: string;
  readonly notes: readonly string[];
  /** The first of these notes that speaks of something missing in our copy. */
  readonly loss: string | undefined;
  readonly status: SourceRecord['status'];
  readonly sha256: string;
  /** Undefined, in dev only, where nobody has reviewed it. */
  readonly reviewed: string | undefined;
  readonly display: SourceRecord['display'];
  readonly lines: readonly PublishedLine[];
  /** In the order of the text. `line` is that of the first character. */
  readonly passages: readonly {
    readonly id: string;
    readonly line: number;
    readonly statements: readonly PublishedStatement[];
  }[];
  readonly coverage: Coverage;
}

/** Prepare a source for its page: cut its lines into runs at every border of a passage, region or erratum. */
export function publishSource(source: Source, cited: readonly CitedPassage[], base: string): PublishedSource {
  const { id, record } = source;
  const passages = cited.map(({ passage }) => passage);
  return {
    id,
    name: record.name,
    short: labelOf(record),
    address: withBase(base, `/sources/${id}/`),
    fields: publishFields(source),
    csl: cslItem(record),
    genre: knownValue(record.csl.genre),
    issued: issuedOf(record),
    voice: record.voice,
    notes: record.notes,
    loss: record.notes.find((note) => /\b(?:missing|lost|cut off|breaks off|dropped out)\b/.test(note)),
    status: record.status,
    sha256: record.sha256,
    reviewed: record.reviewed,
    display: record.display,
    lines: publishLines(source, cited),
    passages: cited.map(({ id, passage, statements }) => ({ id, line: passage.lines.from, statements })),
    coverage: measureCoverage(source, passages),
  };
}

function publishFields(source: Source): PublishedField[] {
  const { csl } = source.record;
  const names = Object.keys(csl) as PublishedField['name'][];
  const isPublished = publishedWords(source);
  return names.map((name): PublishedField => {
    const field = csl[name];
    if (field.known === 'unknown') return { name, known: field.known, value: undefined, words: [], note: field.note };
    const words = (field.words ?? []).map((phrase) => (isPublished(phrase) ? phrase : { withheld: true as const }));
    return { name, known: field.known, value: writeValue(name, field.value), words, note: field.note };
  });
}

type Name = { literal: string } | { family: string; given: string };

function writeValue(name: PublishedField['name'], value: string | Name[]): string {
  if (typeof value === 'string') return name === 'issued' ? writeDate(value) : value;
  return value.map((person) => ('literal' in person ? person.literal : `${person.given} ${person.family}`)).join(', ');
}

/** Whether words of the raw text may be printed: they must occur somewhere outside what is withheld. */
function publishedWords({ raw, text, regions }: Source): (words: string) => boolean {
  // Page furniture has no characters in `text`, but these words may be part of it.
  const whole = regions.some(({ kind }) => kind === 'furniture') ? normalize(raw) : text;
  const hidden = regions.filter(({ printed }) => !printed);
  return (words) =>
    findAll(whole.text, normalize(words).text).some((place) => {
      const { start, end } = rawSpan(whole, place);
      return !hidden.some((region) => region.start < end && start < region.end);
    });
}

function publishLines(source: Source, cited: readonly CitedPassage[]): PublishedLine[] {
  const { raw, lines, regions, errata } = source;
  const marks = cited.flatMap(({ id, passage }) =>
    passage.raw.map((span, part) => ({ ...span, id, isFirst: part === 0 })),
  );
  const published: PublishedLine[] = [];
  for (const [index, start] of lines.entries()) {
    const end = (lines[index + 1] ?? raw.length + 1) - 1;
    const number = index + 1;
    const own = <Mark extends Span>(spans: readonly Mark[]) =>
      spans.filter((span) => span.start <= end && start <= span.end);
    const near = { raw, regions: own(regions), errata: own(errata), marks: own(marks) };
    const whole = near.regions.filter((region) => region.start <= start && end <= region.end);
    const unpublished = whole.find(({ printed }) => !printed) ?? notShown(source, cited, number);
    if (unpublished) {
      const { reason, kind } = unpublished;
      const last = published.at(-1);
      const joins = last && 'to' in last && last.reason === reason;
      if (joins) published[published.length - 1] = { ...last, to: number };
      else published.push({ number, to: number, reason, kind });
      continue;
    }
    const borders = [near.marks, near.regions, near.errata].flat().flatMap((span) => [span.start, span.end]);
    const inside = new Set(borders.filter((border) => border > start && border < end));
    const ends = [...inside].sort((a, b) => a - b).concat(end);
    const runs = ends.map((to, index) => publishRun(near, { start: ends[index - 1] ?? start, end: to }));
    const dimmed = whole.find(({ kind }) => kind !== 'heading');
    published.push({ number, runs: runs.filter(({ text }) => text !== ''), reason: dimmed?.reason });
  }
  return published;
}

/** Why a line is not shown, for a text of which only cited passages, and the lines next to them, are published. */
function notShown(
  { record }: Source,
  cited: readonly CitedPassage[],
  line: number,
): Omit<Region, keyof Span> | undefined {
  if (record.display === 'full') return undefined;
  if (cited.some(({ passage: { lines } }) => lines.from - 1 <= line && line <= lines.to + 1)) return undefined;
  return { kind: 'withheld', reason: 'Not cited; only cited passages of this text are published', printed: false };
}

function publishRun(
  {
    raw,
    regions,
    errata,
    marks,
  }: Pick<Source, 'raw' | 'regions' | 'errata'> & {
    readonly marks: readonly (Span & { readonly id: string; readonly isFirst: boolean })[];
  },
  { start, end }: Span,
): PublishedRun {
  const covers = (span: Span) => span.start <= start && end <= span.end;
  const covering = regions.filter(covers);
  const kind = STRICTNESS.find((kind) => covering.some((region) => region.kind === kind));
  const isHidden = covering.some(({ printed }) => !printed);
  const slip = isHidden ? undefined : errata.find(covers);
  return {
    text: isHidden ? '[…]' : raw.slice(start, end),
    at: start,
    // Passages run over page furniture, which is not part of them, and touch no other region.
    passages: kind ? [] : marks.filter(covers).map(({ id }) => id),
    starts: marks.filter((mark) => mark.isFirst && mark.start === start).map(({ id }) => id),
    region: kind === 'withheld' ? undefined : kind,
    slip: slip && { printed: slip.printed, read: slip.read, certainty: slip.certainty, note: slip.note },
  };
}

/** The kind of a run in several regions is the first of these. */
const STRICTNESS: readonly RegionKind[] = ['withheld', 'furniture', 'boilerplate', 'heading'];
