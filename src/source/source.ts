import { isError, type Problem, type RecordFault } from '#problem/problem.ts';
import { cutValues, schemaIssues } from '#problem/schema-issues.ts';
import { suspiciousCharacters, textsOf } from '#problem/suspicious-characters.ts';
import { findBlockEnds } from '#text/blocks.ts';
import { decode, type Undecodable } from '#text/encoding.ts';
import { indexLines, type LineIndex, locate, overlaps, type Place, type Span } from '#text/location.ts';
import { type NormalizedText, normalize, normalSpan } from '#text/normalize.ts';
import { findPlaceholder } from '#text/placeholder.ts';
import { suggest } from '#text/suggest.ts';
import { readYaml, type YamlText } from '#text/yaml.ts';
import { type AnchoredText, anchoredText } from './anchor.ts';
import { exposedWords, factsOf, hiddenSpans, isHidden, isPublished, withoutHidden } from './mark-facts.ts';
import { type Mark, type MarkFault, markErrata, markRegions, markSpeech, properText } from './marks.ts';
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
  /** Line feeds of the raw text that end a list item or a heading; see `findBlockEnds`. */
  readonly blockEnds: ReadonlySet<number>;
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
 * warnings or suspicious characters, or nobody has reviewed it: then it is not built, but drafts can cite it.
 */
export interface SourceReading {
  readonly id: string;
  readonly source: Source | undefined;
  readonly problems: readonly Problem[];
}

/** The two files of a source as they are, whatever was reviewed. */
export interface OpenedSource {
  readonly record: SourceRecord;
  readonly yaml: YamlText;
  readonly recordText: string;
  readonly text: AnchoredText;
}

/** Open the files of a source, or say what is wrong with them as files. Pin and anchors are not looked at. */
export function openSource(
  { id, record: recordFile, raw: rawFile }: SourceFiles,
  ids: Iterable<string>,
):
  | { readonly ok: true; readonly opened: OpenedSource }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const failed = (...problems: readonly Problem[]) => ({ ok: false, problems }) as const;
  if (!recordFile) {
    if (!rawFile) return failed();
    const at = { file: rawFile.file, place: undefined };
    return failed({ ruleId: 'source-unrecorded', sourceId: id, fault: 'no-record', citations: 0, ...at });
  }
  const { file } = recordFile;
  const parsed = readRecord(id, file, recordFile.bytes, ids);
  if (!parsed.ok) return failed(...parsed.problems);
  const { record, yaml, text: recordText } = parsed;
  if (!rawFile) {
    return failed({ ruleId: 'source-missing', sourceId: id, citations: 0, file, place: yaml.placeAt(['id']) });
  }
  const decoded = decode(rawFile.bytes);
  if (!('text' in decoded)) return failed(encodingProblem(rawFile.file, decoded));
  return { ok: true, opened: { record, yaml, recordText, text: anchoredText(decoded.text) } };
}

/**
 * Read one source: record, pinned digest, encoding, regions, errata. One cause gives one problem: a text that does not
 * match its digest is not searched for errata and regions, and while a part that must not be printed is not where a
 * person saw it, nothing else of the record is judged. The `citations` of a broken source are counted later.
 *
 * @param ids The ids of all sources, this one included.
 */
export function readSource(files: SourceFiles, ids: Iterable<string>): SourceReading {
  const { id, record: recordFile, raw: rawFile } = files;
  const failed = (...problems: readonly Problem[]): SourceReading => ({ id, source: undefined, problems });
  const reading = openSource(files, ids);
  if (!reading.ok || !recordFile || !rawFile) return failed(...(reading.ok ? [] : reading.problems));
  const { record, yaml, recordText, text } = reading.opened;
  const { file } = recordFile;
  const at = (path: readonly PropertyKey[]) => ({ file, place: yaml.placeAt(path) });
  if (rawFile.sha256 !== record.sha256) {
    const digests = { pinned: record.sha256, actual: rawFile.sha256 };
    return failed({ ruleId: 'source-stale', sourceId: id, ...digests, citations: 0, ...at(['sha256']) });
  }

  const marks = markRegions(record, text);
  const regions = marks.flatMap((mark) => toRegions(record, mark)).sort(byPlace);
  const hidden = hiddenSpans(record, text, marks);
  const ofRegions = [...factsOf(marks, record, text), ...exposedWords(record, marks, hidden, text)];
  // Of a text with hidden parts, a message has only words that are published for certain.
  const isCertain = !ofRegions.some(({ path: [, index] }) => isHidden(record.regions[Number(index)]));
  const isSeen = (words: string) => !record.regions.some(isHidden) || (isCertain && isPublished(text, hidden, words));
  const say = ({ path, fact }: MarkFault): Problem => ({ ...withoutHidden(fact, isSeen), ...at(path) });
  if (!isCertain) return failed(...ofRegions.map(say));

  const proper = properText(record, marks, text);
  const errata = markErrata(record, text);
  const speech = markSpeech(record, text, proper);
  const problems = [
    ...ofRegions.map(say),
    ...factsOf(errata, record, text).map(say),
    ...missingWords(record, text).map(({ path, words }): Problem => {
      const fault = { fault: 'words', path: path.join('.'), words: isSeen(words) ? words : undefined } as const;
      return { ruleId: 'record-invalid', ...fault, ...at(path) };
    }),
    ...factsOf(speech, record, text).map(say),
  ];
  if (problems.some(isError)) return failed(...problems);

  const found = {
    regions,
    // Nobody reads the slips of hidden words, and one at their border would show a part of them.
    errata: errata
      .flatMap((mark) => toErrata(record, mark))
      .filter((erratum) => !hidden.some((span) => overlaps(span, erratum)))
      .sort(byPlace),
    speech: speech.flatMap((mark) => toSpeech(record, mark, proper)),
    stated: speech
      .filter(({ index }) => record.speech[index]?.kind === 'stated')
      .flatMap(({ spans }) => spans.map((span) => normalSpan(proper, span))),
  };
  return {
    id,
    source: {
      id,
      record,
      shortAt: yaml.placeAt(['short']),
      raw: text.raw,
      lines: text.lines,
      blockEnds: findBlockEnds(
        text.raw,
        regions.filter(({ kind }) => kind === 'furniture'),
      ),
      text: proper,
      ...found,
    },
    problems: [
      ...problems,
      ...(record.reviewed === undefined ? [unreviewed(id, file, yaml)] : []),
      ...suspiciousCharacters(recordText, file, 'record', () => textsOf(yaml.value, yaml.placeAt)),
      ...suspiciousCharacters(text.raw, rawFile.file, 'text'),
    ],
  };
}

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

function encodingProblem(file: string, { fault, byte, before }: Undecodable): Problem {
  const point = locate(indexLines(before), before.length);
  return { ruleId: 'source-encoding', fault, byte, file, place: { start: point, end: point } };
}

function toRegions({ regions }: SourceRecord, { index, spans }: Mark): Region[] {
  const region = regions[index];
  if (!region) return [];
  const { kind, reason } = region;
  return spans.map((span) => ({ ...span, kind, reason, printed: !isHidden(region) }));
}

function toErrata(record: SourceRecord, { index, spans }: Mark): Erratum[] {
  const erratum = record.errata[index];
  if (!erratum) return [];
  const { printed, read, certainty, note } = erratum;
  return spans.map((span) => ({ ...span, printed, read, certainty, note }));
}

function toSpeech(record: SourceRecord, { index, spans }: Mark, proper: NormalizedText): Speech[] {
  const { kind = 'stated', by = '' } = record.speech[index] ?? {};
  if (kind === 'stated') return [];
  return spans.map((span) => ({ ...normalSpan(proper, span), kind, by }));
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** The words that a bibliographic field rests on and that are not in the raw text, in normal form. */
function missingWords({ csl }: SourceRecord, { whole }: AnchoredText) {
  return Object.entries(csl).flatMap(([name, field]) =>
    field.known === 'unknown'
      ? []
      : (field.words ?? [])
          .filter((words) => !whole.text.includes(normalize(words).text))
          .map((words) => ({ path: ['csl', name, 'words'], words })),
  );
}
