import type { Fact, Problem, RecordFault } from '#problem/problem.ts';
import { cutValues, schemaIssues } from '#problem/schema-issues.ts';
import { suspiciousCharacters, textsOf } from '#problem/suspicious-characters.ts';
import { decode } from '#text/encoding.ts';
import { indexLines, type LineIndex, locate, type Place, type Span, spanOfLines } from '#text/location.ts';
import { type NormalizedText, normalize } from '#text/normalize.ts';
import { findPlaceholder } from '#text/placeholder.ts';
import { findAll } from '#text/search.ts';
import { suggest } from '#text/suggest.ts';
import { readYaml, type YamlText } from '#text/yaml.ts';
import { RECORD_KEYS, type RegionKind, SourceRecord, type SpeechKind } from './record.ts';

/** A stretch of the raw text that is not the text proper, in UTF-16 code units of the raw text. */
export interface Region extends Span {
  readonly kind: RegionKind;
  readonly reason: string;
  readonly printed: boolean;
}

/** A slip of printing or character recognition, as a span of the raw text. */
export interface Erratum extends Span {
  readonly printed: string;
  readonly read: string | undefined;
  readonly certainty: SourceRecord['errata'][number]['certainty'];
  readonly note: string | undefined;
}

/** A stretch of reported speech, opinion or allegation, as a span of the normal form. */
export interface Speech extends Span {
  readonly kind: SpeechKind;
  readonly by: string;
}

/** A record with its verified text. */
export interface Source {
  readonly id: string;
  readonly record: SourceRecord;
  /** Where its record has the short name. */
  readonly shortAt: Place;
  /** The text as received. */
  readonly raw: string;
  readonly lines: LineIndex;
  /** The text in which quotes are matched, without furniture. */
  readonly text: NormalizedText;
  /** Sorted by start, then end. They may overlap. */
  readonly regions: readonly Region[];
  /** Sorted by start. */
  readonly errata: readonly Erratum[];
  /** In the order of the record. They may overlap. */
  readonly speech: readonly Speech[];
  /** What has a verb of saying, but is stated by the text itself. */
  readonly stated: readonly Span[];
}

/** The two files of one source, where they exist. `sha256` is that of `bytes`, in lower-case hex. */
export interface SourceFiles {
  readonly id: string;
  readonly record: { readonly file: string; readonly bytes: Uint8Array } | undefined;
  readonly raw: { readonly file: string; readonly bytes: Uint8Array; readonly sha256: string } | undefined;
}

/**
 * A source that can be cited, or what is wrong with it. A source with problems cannot be cited, unless they are only
 * suspicious characters, or nobody has reviewed it: then it is not built, but drafts can cite it.
 */
export interface SourceReading {
  readonly id: string;
  readonly source: Source | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Read one source: record, pinned digest, encoding, regions, errata. One cause gives one problem: a text that does not
 * match its digest is not searched for errata and regions. The `citations` of a broken source are counted later.
 *
 * @param ids The ids of all sources, this one included.
 */
export function readSource(
  { id, record: recordFile, raw: rawFile }: SourceFiles,
  ids: Iterable<string>,
): SourceReading {
  const failed = (...problems: Problem[]): SourceReading => ({ id, source: undefined, problems });

  if (!recordFile) {
    if (!rawFile) return failed();
    const at = { file: rawFile.file, place: undefined };
    return failed({ ruleId: 'source-unrecorded', sourceId: id, fault: 'no-record', citations: 0, ...at });
  }

  const { file } = recordFile;
  const parsed = readRecord(id, file, recordFile.bytes, ids);
  if (!parsed.ok) return failed(...parsed.problems);
  const { record, yaml } = parsed;

  if (!rawFile) {
    return failed({ ruleId: 'source-missing', sourceId: id, citations: 0, file, place: yaml.placeAt(['id']) });
  }

  const decoded = decode(rawFile.bytes);
  if (!('text' in decoded)) return failed(encodingProblem(rawFile.file, decoded));
  if (rawFile.sha256 !== record.sha256) {
    const digests = { pinned: record.sha256, actual: rawFile.sha256 };
    const place = yaml.placeAt(['sha256']);
    return failed({ ruleId: 'source-stale', sourceId: id, ...digests, citations: 0, file, place });
  }

  const raw = decoded.text;
  const lines = indexLines(raw);
  const at = (path: PropertyKey[]) => ({ file, place: yaml.placeAt(path) });
  const regions = findRegions(record, raw, lines, at);
  const errata = findErrata(record, raw, lines, at);
  const furniture = regions.found.filter(({ kind }) => kind === 'furniture');
  const text = normalize(raw, joinSpans(furniture));
  const speech = findSpeech(record, text, lines, at);
  const problems = [
    ...regions.problems,
    ...errata.problems,
    ...findStatedWords(record, furniture.length === 0 ? text : normalize(raw), at),
    ...speech.problems,
  ];
  if (problems.length > 0) return failed(...problems);

  const { found: spoken, stated } = speech;
  const found = { regions: regions.found, errata: errata.found, speech: spoken, stated };
  return {
    id,
    source: { id, record, shortAt: yaml.placeAt(['short']), raw, lines, text, ...found },
    problems: [
      ...(record.reviewed === undefined ? [unreviewed(id, file, yaml)] : []),
      ...suspiciousCharacters(parsed.text, file, 'record', () => textsOf(yaml.value, yaml.placeAt)),
      ...suspiciousCharacters(raw, rawFile.file, 'text'),
    ],
  };
}

type At = (path: PropertyKey[]) => { file: string; place: Place };

function readRecord(
  id: string,
  file: string,
  bytes: Uint8Array,
  ids: Iterable<string>,
): { ok: true; record: SourceRecord; yaml: YamlText; text: string } | { ok: false; problems: Problem[] } {
  const decoded = decode(bytes);
  if (!('text' in decoded)) return { ok: false, problems: [encodingProblem(file, decoded)] };

  const yaml = readYaml(decoded.text);
  const invalid = (fault: RecordFault, place: Place): Problem => ({ ruleId: 'record-invalid', ...fault, file, place });
  if (yaml.errors.length > 0) {
    return { ok: false, problems: yaml.errors.map(({ place, ...fault }) => invalid(fault, place)) };
  }

  const { data, error } = SourceRecord.safeParse(yaml.value);
  if (error) {
    const issues = schemaIssues(error.issues, yaml, RECORD_KEYS);
    return { ok: false, problems: issues.map(({ place, ...fault }) => invalid(fault, place)) };
  }
  const cuts = cutValues(SourceRecord, yaml);
  if (cuts.length > 0) return { ok: false, problems: cuts.map(({ place, ...fault }) => invalid(fault, place)) };
  // One cause, one problem: of a record that nobody has read, that is the problem.
  const unwritten = data.reviewed === undefined ? [] : findPlaceholders(yaml);
  if (unwritten.length > 0) {
    return { ok: false, problems: unwritten.map(({ place, ...fault }) => invalid(fault, place)) };
  }
  if (data.id !== id) {
    return { ok: false, problems: [invalid({ fault: 'id', expected: id }, yaml.placeAt(['id']))] };
  }
  const { status } = data;
  if (typeof status === 'object' && 'superseded' in status) {
    const { superseded: sourceId } = status;
    const others = [...ids].filter((other) => other !== id);
    if (!others.includes(sourceId)) {
      const fault = { fault: 'successor', sourceId, suggestions: suggest(sourceId, others) } as const;
      return { ok: false, problems: [invalid(fault, yaml.placeAt(['status', 'superseded']))] };
    }
  }
  return { ok: true, record: data, yaml, text: decoded.text };
}

function unreviewed(sourceId: string, file: string, { value, placeAt }: YamlText): Problem {
  const isThere = Object.hasOwn(Object(value), 'reviewed');
  const place = isThere ? placeAt(['reviewed'], 'key') : placeAt(['sha256']);
  return { ruleId: 'source-unreviewed', sourceId, citations: 0, file, place };
}

/** Keys whose values are words of an editor; those of others are copied from the text, and may say anything. */
const EDITORIAL = new Set(['name', 'voice', 'note', 'notes', 'reason', 'by']);

function findPlaceholders({ value, placeAt }: YamlText) {
  const found: (RecordFault & { readonly fault: 'placeholder'; readonly place: Place })[] = [];
  const look = (inside: unknown, path: readonly PropertyKey[], isOurs: boolean) => {
    if (typeof inside === 'string') {
      const written = isOurs ? findPlaceholder(inside) : undefined;
      if (written !== undefined)
        found.push({ fault: 'placeholder', path: path.join('.'), written, place: placeAt(path) });
    } else if (Array.isArray(inside)) {
      for (const [index, item] of inside.entries()) look(item, [...path, index], isOurs);
    } else {
      for (const [key, item] of Object.entries(Object(inside))) look(item, [...path, key], EDITORIAL.has(key));
    }
  };
  look(value, [], false);
  return found;
}

function encodingProblem(
  file: string,
  { fault, byte, before }: { fault: 'not-utf-8' | 'byte-order-mark' | 'nul'; byte: number; before: string },
): Problem {
  const point = locate(indexLines(before), before.length);
  return { ruleId: 'source-encoding', fault, byte, file, place: { start: point, end: point } };
}

function findRegions(record: SourceRecord, raw: string, lines: LineIndex, at: At) {
  const found: Region[] = [];
  const problems: Problem[] = [];
  // A final line break does not start another line.
  const lineCount = raw.endsWith('\n') ? lines.length - 1 : lines.length;

  for (const [index, { kind, lines: ranges, words, printed = true, reason }] of record.regions.entries()) {
    const add = (span: Span) => found.push({ ...span, kind, reason, printed: printed && kind !== 'withheld' });
    const missing = (
      fact: Pick<Fact & { ruleId: 'region-not-found' }, 'words' | 'lines' | 'times'>,
      path: PropertyKey[],
    ) =>
      problems.push({
        ruleId: 'region-not-found',
        speech: undefined,
        ...fact,
        lineCount,
        ...at(['regions', index, ...path]),
      });

    const stretches = (ranges ?? []).map((range, position) => {
      const span = range.to > lineCount ? undefined : spanOfLines(lines, raw.length, range.from, range.to);
      if (!span) missing({ words: undefined, lines: [printRange(range)], times: 0 }, ['lines', position]);
      return span;
    });
    const spans = stretches.filter((span) => span !== undefined);
    // With a missing line it is unclear where to look for words.
    if (spans.length < stretches.length) continue;
    if (!words) {
      for (const span of spans) add(span);
      continue;
    }
    const within = ranges ? spans : [{ start: 0, end: raw.length }];
    for (const [position, phrase] of words.entries()) {
      const places = findAll(raw, phrase).filter((place) => within.some((span) => contains(span, place)));
      const [place] = places;
      const looked = (ranges ?? []).map(printRange);
      if (place && places.length === 1) add(place);
      else missing({ words: phrase, lines: looked, times: places.length }, ['words', position]);
    }
  }

  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return { found, problems };
}

function printRange({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

function findErrata(record: SourceRecord, raw: string, lines: LineIndex, at: At) {
  const found: Erratum[] = [];
  const problems: Problem[] = [];

  for (const [index, { line, printed, read, certainty, note }] of record.errata.entries()) {
    const span = spanOfLines(lines, raw.length, line, line);
    const all = findAll(raw, printed);
    const places = all.filter((place) => span && contains(span, place));
    const [place] = places;
    if (place && places.length === 1) {
      found.push({ ...place, printed, read, certainty, note });
    } else {
      problems.push({
        ruleId: 'erratum-not-found',
        printed,
        line,
        times: places.length,
        elsewhere: all.map(({ start }) => locate(lines, start).line),
        ...at(['errata', index, all.length > 0 && places.length === 0 ? 'line' : 'printed']),
      });
    }
  }

  found.sort((a, b) => a.start - b.start);
  return { found, problems };
}

/** From the only occurrence of the first words to the next occurrence of the last words. */
function findSpeech(record: SourceRecord, text: NormalizedText, lines: LineIndex, at: At) {
  const found: Speech[] = [];
  const stated: Span[] = [];
  const problems: Problem[] = [];
  for (const [index, { kind, from, to, by }] of record.speech.entries()) {
    const missing = (end: 'from' | 'to', words: string, times: number) =>
      problems.push({
        ruleId: 'region-not-found',
        ...{ speech: end, words, lines: [], times, lineCount: lines.length },
        ...at(['speech', index, end]),
      });
    const [first, ...more] = findAll(text.text, normalize(from).text);
    const [last] = findAll(text.text, normalize(to).text).filter(({ start }) => first && start >= first.start);
    if (!first || more.length > 0) missing('from', from, first ? 1 + more.length : 0);
    else if (!last) missing('to', to, 0);
    else if (kind === 'stated') stated.push({ start: first.start, end: last.end });
    else found.push({ start: first.start, end: last.end, kind, by });
  }
  return { found, stated, problems };
}

/** The words that a bibliographic field rests on must be in the raw text, in normal form. */
function findStatedWords({ csl }: SourceRecord, { text }: NormalizedText, at: At): Problem[] {
  return Object.entries(csl).flatMap(([name, field]) =>
    field.known === 'unknown'
      ? []
      : (field.words ?? [])
          .filter((words) => !text.includes(normalize(words).text))
          .map((words): Problem => {
            const path = ['csl', name, 'words'];
            return { ruleId: 'record-invalid', fault: 'words', path: path.join('.'), words, ...at(path) };
          }),
  );
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Join spans, sorted by start, that touch or overlap. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}
