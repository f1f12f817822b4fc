import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCorpus } from '#check/check-corpus.ts';
import type { Corpus, DocumentFile } from '#check/model.ts';
import { compareSource } from '#cli/compare-source.ts';
import { blankFrontMatter, type Document } from '#document/document.ts';
import { SITE_FILE } from '#document/site-settings.ts';
import { listServed } from '#io/list-served.ts';
import { parseMdx } from '#markdown/parse.ts';
import { isError } from '#problem/problem.ts';
import { openSource, readSource, type Source, type SourceFiles, type SourceReading } from '#source/source.ts';
import type { Random } from './random.ts';
import { type Expected, type Sample, type Tally, tallyOf } from './tally.ts';
import { documentsOf } from './typed.ts';

const DOCUMENTS = globSync('content/**/*.mdx').map((file) => readFileSync(file, 'utf8'));
const SERVED = { served: listServed(process.cwd()), site: readFileSync(SITE_FILE, 'utf8') };

/** The two files of a source; undefined for one that does not exist. */
interface Files {
  readonly raw: Buffer | undefined;
  readonly record: string | undefined;
}

/** What a change may look at. */
interface Given {
  readonly raw: Buffer;
  readonly record: string;
  readonly source: Source;
  /** The raw texts of the other sources. */
  readonly others: readonly Buffer[];
}

/** Changes of the files of one source, each made alone; none where there is nothing to change. */
type Change = (given: Given, random: Random) => readonly Files[];

const raw =
  (change: (bytes: Buffer, random: Random) => Buffer): Change =>
  ({ raw, record }, random) => [{ raw: change(raw, random), record }];

/** Change the raw text, and pin it as a person does after a review: only what the text itself shows can be found. */
const pinned =
  (change: (bytes: Buffer, random: Random) => Buffer): Change =>
  ({ raw, record }, random) => [pin(change(raw, random), record)];

function pin(raw: Buffer, record: string): Files {
  return { raw, record: record.replace(/^sha256: .*/m, `sha256: ${sha256(raw)}`) };
}

/** Change the record at each place that `pattern` finds, one at a time. */
const record =
  (pattern: RegExp, change: (found: string) => string): Change =>
  ({ raw, record }) =>
    [...record.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const text = record.slice(0, index) + change(found) + record.slice(index + found.length);
      return text === record ? [] : [{ raw, record: text }];
    });

/** Change the record, where that makes other letters citable than before. */
const moved =
  (pattern: RegExp, change: (found: string) => string): Change =>
  (given, random) => {
    const lettersOutside = ({ raw, regions }: Source) => {
      let text = raw;
      for (const { start, end, kind } of regions) {
        const mark = kind === 'furniture' ? '\0' : ' ';
        text = text.slice(0, start) + mark.repeat(end - start) + text.slice(end);
      }
      return text.replace(/[^\p{L}\p{N}\0]/gu, ' ');
    };
    return record(pattern, change)(given, random).filter((files) => {
      const { source } = read(given.source.id, files, [given.source.id]);
      return !source || lettersOutside(source) !== lettersOutside(given.source);
    });
  };

/** Change the raw text at some places that can be cited, one at a time, and pin it. */
const edited =
  (places: number, pattern: RegExp, change: (found: string) => string): Change =>
  ({ raw, record, source }, random) => {
    const text = raw.toString('utf8');
    const found = [...text.matchAll(pattern)].filter(({ 0: { length }, index }) =>
      source.regions.every(({ start, end }) => index + length <= start || end <= index),
    );
    return Array.from({ length: Math.min(places, found.length) }, () => found[random.below(found.length)]).flatMap(
      (match) => {
        if (!match) return [];
        const { 0: words, index } = match;
        const now = text.slice(0, index) + change(words) + text.slice(index + words.length);
        return now === text ? [] : [pin(Buffer.from(now), record)];
      },
    );
  };

/** Change the lines of the raw text, and review it: what the record marks moves with its words. */
const reviewedAfter =
  (change: (bytes: Buffer) => Buffer): Change =>
  ({ raw, record, source }) => {
    // Citations of some texts name lines, which a review moves in documents too.
    if (DOCUMENTS.some((text) => text.includes(`@${source.id}#L`))) return [];
    const [before, after] = [filesOf(source.id, { raw, record }), filesOf(source.id, { raw: change(raw), record })];
    const [then, now] = [openSource(before, [source.id]), openSource(after, [source.id])];
    if (!then.ok || !now.ok || !after.record || !after.raw) throw new Error(`Cannot open ${source.id}`);
    const files = { ...after, record: after.record, raw: after.raw };
    const earlier = { marked: then.opened, source };
    const { proposed } = compareSource(files, now.opened, earlier, [], [source.id], '2026-12-01');
    return [{ raw: change(raw), record: proposed }];
  };

const insert = (bytes: Buffer, at: number, more: readonly number[]) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)]);

/** Each of these makes a source unfit to be cited as it was reviewed: all must be caught. */
export const SOURCE_FAULTS: Readonly<Record<string, Change>> = {
  'raw file removed': ({ record }) => [{ raw: undefined, record }],
  'raw file of another source': ({ record, others }, random) => [{ raw: others[random.below(others.length)], record }],
  'raw file truncated': raw((bytes, random) => bytes.subarray(0, random.below(bytes.length))),
  'raw file with one more byte': raw((bytes) => insert(bytes, bytes.length, [0x0a])),
  'byte of the raw file changed': raw((bytes, random) => {
    const changed = Buffer.from(bytes);
    const at = random.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  }),
  'line ends of the raw file': raw((bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n'))),
  'byte order mark, pinned': pinned((bytes) => insert(bytes, 0, [0xef, 0xbb, 0xbf])),
  'NUL, pinned': pinned((bytes, random) => insert(bytes, random.below(bytes.length), [0])),
  'invalid UTF-8, pinned': pinned((bytes, random) => insert(bytes, random.below(bytes.length), [0xff])),
  'Latin-1, pinned': pinned((bytes) => Buffer.from(`${bytes.toString('utf8')} é`, 'latin1')),
  'UTF-16, pinned': pinned((bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le')),
  'record removed': ({ raw }) => [{ raw, record: undefined }],
  'record truncated': ({ raw, record }, random) => [
    { raw, record: record.slice(0, random.below(record.indexOf('regions:'))) },
  ],
  'key of the record missing': record(/^(?:id|name|sha256|reviewed|status|display|voice): .*\n/gm, () => ''),
  'key of the record unknown': record(/^[a-z0-9]+:/gm, (key) => `x-${key}`),
  'key of the record twice': record(/^(?:id|name|status|display): .*\n/gm, (line) => line + line),
  'key within the record missing': record(
    /^ {4}(?:known|value|kind|reason|printed|certainty): (?!false).*\n/gm,
    () => '',
  ),
  'key within the record unknown': record(/^ +(?:- )?[a-z-]+(?=:)/gm, (key) => `${key}s`),
  'key within the record twice': record(
    /^ {4}(?:known|value|reason|note|certainty): \S.*\n(?! {6})/gm,
    (line) => line + line,
  ),
  'alias in the record': record(/^name: .*$/gm, (line) => `${line.replace(': ', ': &name ')}\nvoice: *name`),
  'tag in the record': record(/^name: /gm, (key) => `${key}!!binary `),
  'digest of another file': record(/^sha256: \w/gm, (words) =>
    words.replace(/\w$/, (digit) => (digit === 'a' ? 'b' : 'a')),
  ),
  'digest in capitals': record(/^sha256: .*$/gm, (words) => `sha256: ${words.slice(8).toUpperCase()}`),
  'id of another source': record(/^id: .*$/gm, () => 'id: another-source'),
  'id in another case': record(/^id: ./gm, (words) => words.slice(0, -1) + words.slice(-1).toUpperCase()),
  'id with a homoglyph': record(
    /(?<=^id: [^\n]*)[aceopxy]/gm,
    (letter) => [...'асеорху']['aceopxy'.indexOf(letter)] ?? '',
  ),
  'id with a folder': record(/^id: /gm, (key) => `${key}../sources/`),
  'day that is none': record(/^reviewed: .*$/gm, () => 'reviewed: 2026-02-30'),
  'nobody has read it': record(/^reviewed: .*$/gm, () => 'reviewed:'),
  'words after # in the record': record(/^name: (?!").*$/gm, (line) => `${line} #1 and more`),
  'placeholder in the record': record(/^voice: >-\n(?: .*\n)+/gm, () => 'voice: "To be written: so."\n'),
  'region behind the text': record(/^ {4}lines: .*$/gm, () => '    lines: 99999'),
  'region one line down': moved(/(?<=^ {4}lines: [^\n]*)\d+/gm, (line) => `${Number(line) + 1}`),
  'region one line up': moved(/(?<=^ {4}lines: [^\n]*)\d+/gm, (line) => `${Number(line) - 1}`),
  'region of other words': record(/(?<=^ {6}- )"\[.*"$/gm, () => '"[words that no text has]"'),
  'words of a region left out': moved(/^ {6}- "\[.*"\n/gm, () => ''),
  'kind of a region changed': record(/kind: (?:furniture|boilerplate|heading|withheld)/g, () => 'kind: other'),
  'erratum on a line behind the text': record(/\bline: \d+/g, () => 'line: 99998'),
  'erratum one line down': record(/\bline: \d+/g, (line) => `line: ${Number(line.slice(6)) + 1}`),
  'erratum of other words': record(/(?<=^ {4}printed: )[^\s"].*$/gm, (words) => `${words}q`),
  'anchor of a withheld part removed': record(/(?<=kind: withheld\n.*\n) {4}anchor: .*\n/g, () => ''),
  'anchor of other words': record(/(?<=anchor: )(?:\[.*\]|[\w-]+)/g, (words) =>
    words.replace(/[\da-f]{12}/g, (digits) => digits.replace(/[\da-f]/, (digit) => (digit === '0' ? '1' : '0'))),
  ),
  'line above, pinned': pinned((bytes) => Buffer.from(`\n${bytes.toString('utf8')}`)),
  'lines joined, pinned': pinned((bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', ' '))),
  'hidden line repeated, pinned': ({ raw, record, source }) =>
    source.regions
      .filter(({ printed }) => !printed)
      .flatMap(({ start, end }) => source.raw.slice(start, end).split('\n'))
      .filter((line) => line.length >= 8)
      .map((line) => pin(Buffer.from(`${raw.toString('utf8')}\n${line}\n`), record)),
  'speech that is not there': record(/\b(?:from|to): "[^"\\]{4,}"/g, (words) =>
    words.replace(/".*/, '"words that no text has"'),
  ),
  'speech of another kind': record(/kind: (?:reported|opinion|allegation)/g, () => 'kind: said'),
  'words of a field that are not there': record(/^ {4}words: [A-Za-z].*$/gm, () => '    words: words that no text has'),
  'source retracted': record(/^status: current$/gm, () => 'status: { retracted: It was withdrawn. }'),
  'source superseded by itself': ({ raw, record, source }) => [
    { raw, record: record.replace(/^status: .*$/m, `status: { superseded: ${source.id}, why: So it is. }`) },
  ],
  'source superseded by none': record(/^status: .*$/gm, () => 'status: { superseded: nothing, why: So it is. }'),
  'letter of the text changed, pinned': edited(6, /\p{L}/gu, (letter) => (letter === 'e' ? 'o' : 'e')),
  'letter of the text a homoglyph, pinned': edited(
    6,
    /[aceopxy]/g,
    (letter) => [...'асеорху']['aceopxy'.indexOf(letter)] ?? '',
  ),
  'invisible character in the text, pinned': edited(6, /\p{L}(?=\p{L})/gu, (letter) => `${letter}\u200b`),
  'figure of the text changed, pinned': edited(6, /\d/g, (digit) => String((Number(digit) + 1) % 10)),
  'word of the text dropped, pinned': edited(6, /(?<=\p{L}) \p{L}+(?= \p{L})/gu, () => ''),
  'words of the text added, pinned': edited(6, /(?<=\p{L}) (?=\p{L})/gu, () => ' quite unread '),
};

/** Each of these leaves a source what it was: none may be reported. */
export const SOURCE_HARMLESS: Readonly<Record<string, Change>> = {
  nothing: ({ raw, record }) => [{ raw, record }],
  'comment in the record': record(/^status:/gm, (key) => `# A remark.\n${key}`),
  'comment after a value of the record': record(
    /^(?:sha256|reviewed|status|display|coverage): .*$/gm,
    (line) => `${line} # a remark`,
  ),
  'line ends of the record': ({ raw, record }) => [{ raw, record: record.replaceAll('\n', '\r\n') }],
  'quoted value in the record': record(/^display: full$/gm, () => 'display: "full"'),
  'order of the keys': ({ raw, record }) => {
    const [, head = '', rest = ''] = /^((?:#.*\n|\n)*id: .*\nname: .*\n)([\s\S]*)$/.exec(record) ?? [];
    return rest === '' ? [] : [{ raw, record: `${rest}\n${head}` }];
  },
  'white space behind lines': ({ raw, record }) => [{ raw, record: record.replace(/(?<=: [\w-]+)$/gm, '  ') }],
  'end of the document marked': ({ raw, record }) => [{ raw, record: `---\n${record}\n...\n` }],
  'line ends of the text, pinned': pinned((bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n'))),
  'white space at the end, pinned': pinned((bytes) => Buffer.from(`${bytes.toString('utf8')}\n \n`)),
  'no-break space in the text, pinned': edited(4, /(?<=\p{L}) (?=\p{L})/gu, () => '\u00a0'),
  'line above, reviewed': reviewedAfter((bytes) => Buffer.from(`\n${bytes.toString('utf8')}`)),
  'later day of review': record(/^reviewed: .*$/gm, () => 'reviewed: 2026-12-01'),
};

/**
 * Make each change in each source of the site, and check that; with all documents where the source alone says nothing.
 */
export function trySources(
  root: string,
  corpus: Corpus,
  changes: Readonly<Record<string, Change>>,
  expected: Expected,
  random: Random,
  sample: Sample,
): Tally[] {
  const ids = corpus.sources.map(({ id }) => id);
  const documents = documentsOf(corpus).map(toFile);
  const files = corpus.sources.map((source) => ({
    source,
    raw: readFileSync(join(root, `sources/${source.id}.txt`)),
    record: readFileSync(join(root, `sources/${source.id}.yaml`), 'utf8'),
  }));
  return Object.entries(changes).map(([name, change]) => {
    const cases = sample(files).flatMap(({ source, ...own }) => {
      const others = files.filter((other) => other.source !== source).map((other) => other.raw);
      return change({ ...own, source, others }, random).map((changed) => ({ id: source.id, own, changed }));
    });
    const trials = sample(cases).map(({ id, own, changed }) => {
      const reading = read(id, changed, ids);
      const alone = reading.problems.some(isError);
      const readings = corpus.sources.map((source) =>
        source.id === id ? reading : { id: source.id, source, problems: [] },
      );
      return { label: labelOf(id, own, changed), isReported: alone || checkAll(readings, documents) };
    });
    return tallyOf(name, trials, expected);
  });
}

/** The record's line that was changed; never a line of the text, which may be withheld. */
function labelOf(id: string, own: { record: string }, { record = '' }: Files): string {
  const lines = own.record.split('\n');
  const at = record.split('\n').findIndex((line, index) => line !== lines[index]);
  return record === own.record ? id : `${id}: record, line ${at + 1}`;
}

function toFile({ folder, slug, file, text }: Document): DocumentFile {
  const parsed = parseMdx(blankFrontMatter(text), file);
  return { folder, slug, file, text, tree: 'tree' in parsed ? parsed.tree : undefined };
}

function checkAll(readings: readonly SourceReading[], documents: readonly DocumentFile[]): boolean {
  return checkCorpus(readings, documents, SERVED).report.problems.some(isError);
}

function read(id: string, files: Files, ids: readonly string[]): SourceReading {
  return readSource(filesOf(id, files), ids);
}

function filesOf(id: string, { raw, record }: Files): SourceFiles {
  return {
    id,
    record: record === undefined ? undefined : { file: `sources/${id}.yaml`, bytes: Buffer.from(record) },
    raw: raw && { file: `sources/${id}.txt`, bytes: raw, sha256: sha256(raw) },
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
