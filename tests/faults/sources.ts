import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, checkCorpus, type DocumentFile } from '#corpus/corpus.ts';
import { blankFrontMatter, type Document } from '#corpus/document.ts';
import { parseMdx } from '#markdown/parse.ts';
import { isError } from '#problem/problem.ts';
import { readSource, type SourceReading } from '#source/source.ts';
import type { Tally } from './quotes.ts';
import type { Random } from './random.ts';

/** The two files of a source; undefined for one that is not there. */
interface Files {
  readonly raw: Buffer | undefined;
  readonly record: string | undefined;
}

/** A change of the files of one source; undefined where there is nothing to change. `others` are the other raw texts. */
type Change = (
  files: Required<{ raw: Buffer; record: string }>,
  random: Random,
  others: readonly Buffer[],
) => Files | undefined;

const raw =
  (change: (bytes: Buffer, random: Random) => Buffer): Change =>
  ({ raw, record }, random) => ({ raw: change(raw, random), record });

/** Change the raw text, and pin it as a person does after a review: only what the text itself tells can be found. */
const pinned =
  (change: (bytes: Buffer, random: Random) => Buffer): Change =>
  ({ raw, record }, random) => {
    const bytes = change(raw, random);
    return { raw: bytes, record: record.replace(/^sha256: .*/m, `sha256: ${sha256(bytes)}`) };
  };

/** Change the record at a place that `pattern` finds. */
const record =
  (pattern: RegExp, change: (found: string) => string): Change =>
  (files, random) => {
    const places = [...files.record.matchAll(pattern)];
    const place = places[random.below(places.length)];
    if (!place) return undefined;
    const { 0: found, index } = place;
    const text = files.record.slice(0, index) + change(found) + files.record.slice(index + found.length);
    return text === files.record ? undefined : { raw: files.raw, record: text };
  };

const insert = (bytes: Buffer, at: number, more: readonly number[]) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)]);

/** Each of these makes a source unfit to be cited as it was reviewed: all must be caught. */
export const SOURCE_FAULTS: Readonly<Record<string, Change>> = {
  'raw file removed': ({ record }) => ({ raw: undefined, record }),
  'raw file of another source': ({ record }, random, others) => ({ raw: others[random.below(others.length)], record }),
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
  'record removed': ({ raw }) => ({ raw, record: undefined }),
  'record truncated': ({ raw, record }, random) => ({
    raw,
    record: record.slice(0, random.below(record.indexOf('regions:'))),
  }),
  'key of the record missing': record(/^(?:id|name|sha256|reviewed|status|display|voice): .*\n/gm, () => ''),
  'key of the record unknown': record(/^(?:id|name|status|display): /gm, (key) => `x-${key}`),
  'key of the record twice': record(/^(?:id|name|status|display): .*\n/gm, (line) => line + line),
  'digest of another file': record(/^sha256: \w/gm, (words) =>
    words.replace(/\w$/, (digit) => (digit === 'a' ? 'b' : 'a')),
  ),
  'id of another source': record(/^id: .*$/gm, () => 'id: another-source'),
  'day that is none': record(/^reviewed: .*$/gm, () => 'reviewed: 2026-02-30'),
  'region behind the text': record(/^ {4}lines: .*$/gm, () => '    lines: 99999'),
  'erratum on another line': record(/\bline: \d+/g, () => 'line: 99998'),
  'speech that is not there': record(/\bfrom: "[^"\\]{4,}"/g, () => 'from: "words that no text has"'),
  'speech of another kind': record(/kind: (?:reported|opinion|allegation)/g, () => 'kind: said'),
  'words of a field that are not there': record(/^ {4}words: [A-Za-z].*$/gm, () => '    words: words that no text has'),
};

/** Each of these leaves a source what it was: none may be reported. */
export const SOURCE_HARMLESS: Readonly<Record<string, Change>> = {
  nothing: (files) => files,
  'comment in the record': record(/^status:/gm, (key) => `# A remark.\n${key}`),
  'line ends of the record': ({ raw, record }) => ({ raw, record: record.replaceAll('\n', '\r\n') }),
  'quoted value in the record': record(/^display: full$/gm, () => 'display: "full"'),
  'later day of review': record(/^reviewed: .*$/gm, () => 'reviewed: 2026-12-01'),
};

/** Make each change in each source of the site, and check that; with all documents where the source alone says nothing. */
export function trySources(
  root: string,
  corpus: Corpus,
  changes: Readonly<Record<string, Change>>,
  expected: 'reported' | 'silent',
  random: Random,
): Tally[] {
  const ids = corpus.sources.map(({ id }) => id);
  const documents = [...corpus.articles, ...corpus.themes, ...corpus.pages].map(({ document }) => toFile(document));
  const files = ids.map((id) => ({
    id,
    raw: readFileSync(join(root, `sources/${id}.txt`)),
    record: readFileSync(join(root, `sources/${id}.yaml`), 'utf8'),
  }));
  return Object.entries(changes).map(([name, change]) => {
    const tried = files.flatMap(({ id, ...own }) => {
      const others = files.filter((other) => other.id !== id).map((other) => other.raw);
      const changed = change(own, random, others);
      if (!changed) return [];
      const reading = read(id, changed, ids);
      const alone = reading.problems.some(isError);
      // The same source twice: the last one counts.
      const readings = [...corpus.sources.map((source) => ({ id: source.id, source, problems: [] })), reading];
      const isReported = alone || checkAll(readings, documents);
      return { id, isReported };
    });
    const wrong = tried.filter(({ isReported }) => isReported !== (expected === 'reported'));
    const found = expected === 'reported' ? tried.length - wrong.length : wrong.length;
    return { name, tried: tried.length, found, examples: wrong.map(({ id }) => id) };
  });
}

function toFile({ folder, slug, file, text }: Document): DocumentFile {
  const parsed = parseMdx(blankFrontMatter(text), file);
  return { folder, slug, file, text, tree: 'tree' in parsed ? parsed.tree : undefined };
}

function checkAll(readings: readonly SourceReading[], documents: readonly DocumentFile[]): boolean {
  return checkCorpus(readings, documents).report.problems.some(isError);
}

function read(id: string, { raw, record }: Files, ids: readonly string[]): SourceReading {
  return readSource(
    {
      id,
      record: record === undefined ? undefined : { file: `sources/${id}.yaml`, bytes: Buffer.from(record) },
      raw: raw && { file: `sources/${id}.txt`, bytes: raw, sha256: sha256(raw) },
    },
    ids,
  );
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
