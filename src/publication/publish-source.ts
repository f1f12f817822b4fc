import { type Coverage, measureCoverage } from '#check/coverage.ts';
import type { RegionKind, SourceRecord } from '#source/record.ts';
import type { Erratum, Region, Source } from '#source/source.ts';
import { locate, type Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';
import { findAll } from '#text/search.ts';
import { writeDate } from '#text/write-date.ts';
import { type CslItem, cslItem } from './csl-item.ts';
import type { CitedPassage, PublishedStatement } from './uses.ts';

/** One bibliographic field as readers see it. */
interface PublishedField {
  readonly name: keyof SourceRecord['csl'];
  readonly known: 'stated' | 'inferred' | 'unknown';
  /** The value in words; undefined for an unknown one. */
  readonly value: string | undefined;
  /** The words of the text that show it; `withheld` for words that are not published. */
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
  /** The ids of the passages that start here: the places where notes land. */
  readonly starts: readonly string[];
  readonly region: Exclude<RegionKind, 'withheld'> | undefined;
  readonly slip: Pick<Erratum, 'printed' | 'read' | 'certainty' | 'note'> | undefined;
}

/** A line of the text as published, or a stretch of lines that is not. */
export type PublishedLine =
  | { readonly number: number; readonly runs: readonly PublishedRun[]; readonly reason: string | undefined }
  | { readonly number: number; readonly to: number; readonly reason: string; readonly kind: RegionKind };

/** What readers may see of a source: no withheld character is in it. Plain data. */
export interface PublishedSource {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly fields: readonly PublishedField[];
  readonly csl: CslItem;
  readonly genre: string | undefined;
  readonly issued: string;
  readonly voice: string;
  readonly notes: readonly string[];
  readonly status: SourceRecord['status'];
  readonly sha256: string;
  readonly reviewed: string;
  readonly display: SourceRecord['display'];
  readonly lines: readonly PublishedLine[];
  /** In the order of the text. `line` is the first one. */
  readonly passages: readonly {
    readonly id: string;
    readonly line: number;
    readonly statements: readonly PublishedStatement[];
  }[];
  readonly coverage: Coverage;
}

/** Prepare a source for its page: cut its lines into runs at every border of a passage, region or slip. */
export function publishSource(source: Source, cited: readonly CitedPassage[]): PublishedSource {
  const { id, record } = source;
  const { csl } = record;
  return {
    id,
    name: record.name,
    address: `/sources/${id}/`,
    fields: publishFields(source),
    csl: cslItem(record),
    genre: csl.genre.known === 'unknown' ? undefined : csl.genre.value,
    issued: csl.issued.known === 'unknown' ? 'undated' : writeDate(csl.issued.value),
    voice: record.voice,
    notes: record.notes,
    status: record.status,
    sha256: record.sha256,
    reviewed: record.reviewed,
    display: record.display,
    lines: publishLines(source, cited),
    passages: cited.map(({ id, passage, statements }) => ({ id, line: passage.lines.from, statements })),
    coverage: measureCoverage(
      source,
      cited.map(({ passage }) => passage),
    ),
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

/** May words of the raw text be printed? Only where at least one place that has them may be. */
function publishedWords({ raw, text, regions }: Source): (words: string) => boolean {
  // The text of quotes passes over page furniture, these words may be in it.
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
  const shown = isShown(source, cited);
  const marks = cited.flatMap(({ id, passage }) =>
    passage.raw.map((span, part) => ({ ...span, id, first: part === 0 })),
  );
  const marksOf = groupByLine(source, marks);
  const regionsOf = groupByLine(source, regions);
  const errataOf = groupByLine(source, errata);

  const published: PublishedLine[] = [];
  for (const [index, start] of lines.entries()) {
    const end = (lines[index + 1] ?? raw.length + 1) - 1;
    const number = index + 1;
    const near = { raw, regions: regionsOf.get(number) ?? [], errata: errataOf.get(number) ?? [] };
    const whole = near.regions.filter((region) => region.start <= start && end <= region.end);
    const unpublished = whole.find(({ printed }) => !printed) ?? shown(number);
    if (unpublished) {
      const last = published.at(-1);
      if (last && 'to' in last && last.reason === unpublished.reason) {
        published[published.length - 1] = { ...last, to: number };
      } else {
        published.push({ number, to: number, reason: unpublished.reason, kind: unpublished.kind });
      }
      continue;
    }
    const own = marksOf.get(number) ?? [];
    const borders = [...own, ...near.regions, ...near.errata].flatMap((span) => [span.start, span.end]);
    const inside = [...new Set(borders)].filter((border) => border > start && border < end).sort((a, b) => a - b);
    let from = start;
    const runs = [...inside, end].map((to): PublishedRun => {
      const run = publishRun(near, { start: from, end: to }, own);
      from = to;
      return run;
    });
    const dimmed = whole.find(({ kind }) => kind !== 'heading');
    published.push({ number, runs: runs.filter(({ text }) => text !== ''), reason: dimmed?.reason });
  }
  return published;
}

/** The spans that touch each line, by its number: a text has many of both. */
function groupByLine<Mark extends Span>({ lines }: Source, marks: readonly Mark[]): ReadonlyMap<number, Mark[]> {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const last = locate(lines, mark.end).line;
    for (let number = locate(lines, mark.start).line; number <= last; number++) {
      const own = byLine.get(number) ?? [];
      byLine.set(number, own);
      own.push(mark);
    }
  }
  return byLine;
}

function publishRun(
  { raw, regions, errata }: Pick<Source, 'raw' | 'regions' | 'errata'>,
  { start, end }: Span,
  marks: readonly (Span & { id: string; first: boolean })[],
): PublishedRun {
  const covers = (span: Span) => span.start <= start && end <= span.end;
  const covering = regions.filter(covers);
  const region = strictest(covering);
  const isHidden = covering.some(({ printed }) => !printed);
  const slip = isHidden ? undefined : errata.find(covers);
  return {
    // A withheld stretch inside a line leaves a mark, never its characters.
    text: isHidden ? '[…]' : raw.slice(start, end),
    at: start,
    // Passages run over page marks, which are no part of them, and touch no other region.
    passages: region ? [] : marks.filter(covers).map(({ id }) => id),
    starts: marks.filter((mark) => mark.first && mark.start === start).map(({ id }) => id),
    region: region?.kind === 'withheld' ? undefined : region?.kind,
    slip: slip && { printed: slip.printed, read: slip.read, certainty: slip.certainty, note: slip.note },
  };
}

const STRICTNESS: readonly RegionKind[] = ['withheld', 'furniture', 'boilerplate', 'heading'];

function strictest(regions: readonly Region[]): Region | undefined {
  return [...regions].sort((a, b) => STRICTNESS.indexOf(a.kind) - STRICTNESS.indexOf(b.kind))[0];
}

/** For a text of which only cited passages are published: the lines that none of them touches. */
function isShown({ record }: Source, cited: readonly CitedPassage[]) {
  const notCited = { reason: 'Not cited; only cited passages of this text are published', kind: 'withheld' as const };
  return (line: number) => {
    if (record.display === 'full') return undefined;
    const touched = cited.some(({ passage: { lines } }) => lines.from - 1 <= line && line <= lines.to + 1);
    return touched ? undefined : notCited;
  };
}
