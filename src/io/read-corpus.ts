import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { type CorpusCheck, checkCorpus } from '#check/check-corpus.ts';
import { Memory } from '#check/memory.ts';
import type { DocumentFile } from '#check/model.ts';
import { blankFrontMatter, hasFrontMatter, noFrontMatter } from '#document/document.ts';
import { readDocumentName } from '#document/document-name.ts';
import { readSite, SITE_FILE, type Site } from '#document/site-settings.ts';
import { withCause } from '#document/syntax-fault.ts';
import { WORDING_FILE } from '#document/wording-settings.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Problem } from '#problem/problem.ts';
import { takeInventory } from '#source/inventory.ts';
import { readSource, type SourceFiles, type SourceReading } from '#source/source.ts';
import { decode } from '#text/encoding.ts';
import { indexLines, locate, placeOf } from '#text/location.ts';
import { findMergeConflicts } from '#text/merge-conflict.ts';
import { sha256 } from './digest.ts';
import { listFiles } from './list-files.ts';
import { listServed } from './list-served.ts';

/** A folder without `sources` or `content`: not a project of this kind. */
export class NotAProject extends Error {}

/** A folder or device where a text should be, or a file that is too large for one. */
export class NotAText extends Error {}

/** In bytes. The longest novels have some three million letters. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Read a file that should be a text. Throws `NotAText`, before reading it, and the errors of `readFileSync`.
 *
 * @param name Used in messages.
 */
export function readWhole(path: string, name: string): Uint8Array {
  const file = statSync(path);
  if (!file.isFile()) throw new NotAText(`\`${name}\` is not a file`);
  const { size } = file;
  if (size > MOST_BYTES) {
    throw new NotAText(`\`${name}\` is too large for a text (${Math.ceil(size / 1024 / 1024)} MB; at most 20)`);
  }
  return readFileSync(path);
}

export interface ReadOptions {
  /** Texts to use instead of those on disk, by file. */
  readonly unsaved?: ReadonlyMap<string, string>;
  /** Called with the bytes of each file that was read from disk, by its path from the root. */
  readonly onFile?: (file: string, bytes: Uint8Array) => void;
  /** Called with the syntax tree of each document that has one. The check uses it too: it must not be changed. */
  readonly onTree?: (file: string, tree: Root) => void;
  /** Of earlier checks of the same project. */
  readonly memory?: Memory;
  /** Are drafts, and sources that nobody has reviewed, part of the corpus, as in dev? */
  readonly withDrafts?: boolean;
}

/** Read every source and document below `root` from disk and check them. */
export function readCorpus(root: string, options: ReadOptions = {}): CorpusCheck {
  mustHave(root, 'sources', 'content');
  const { files, problems: found, settings } = readDocuments(root, options);
  const [site, wording] = [SITE_FILE, WORDING_FILE].map((file) => settings.get(file));
  return checkCorpus(readSources(root, options), files, { ...options, served: listServed(root), found, site, wording });
}

function mustHave(root: string, ...folders: readonly string[]): void {
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) throw new NotAProject(`There is no folder \`${folder}\` in \`${root}\``);
  }
}

/** Read the sources below `root` from disk, each with its problems. */
export function readSources(root: string, options: ReadOptions = {}): SourceReading[] {
  const { memory = new Memory() } = options;
  const { strays, files } = inventory(root, options);
  const ids = [...files, ...strays].map(({ id }) => id);
  const readings = files.map((source) => {
    const { id, record, raw } = source;
    const inputs = [raw?.file, raw?.sha256, record?.file, record && sha256(record.bytes), ...ids];
    return memory.memoize(`source ${id}`, inputs, () => readSource(source, ids));
  });
  return [...memory.memoize('strays', [JSON.stringify(strays)], () => strays), ...readings];
}

/** The files of the sources below `root`, as they are, by id. */
export function readSourceFiles(root: string): readonly SourceFiles[] {
  return inventory(root).files;
}

function inventory(root: string, { onFile }: ReadOptions = {}) {
  mustHave(root, 'sources');
  const { sources, strays } = takeInventory(listFiles(root, 'sources'));
  const read = (file: string) => {
    const bytes = readWhole(join(root, file), file);
    onFile?.(file, bytes);
    return { file, bytes };
  };
  const files = sources.map(({ id, record, raw }): SourceFiles => {
    const text = raw === undefined ? undefined : read(raw);
    const recordFile = record === undefined ? undefined : read(record);
    return { id, record: recordFile, raw: text && { ...text, sha256: sha256(text.bytes) } };
  });
  return { strays, files };
}

/** List the documents below `root` that have a page, without reading them. */
export function listDocuments(root: string): readonly Pick<DocumentFile, 'folder' | 'slug'>[] {
  mustHave(root, 'content');
  return listFiles(root, 'content').flatMap(({ name, isLink }) => readDocumentName(name, isLink).page ?? []);
}

/**
 * Read the settings of the site in `root`. Those that are wrong or cannot be read are as if they were not there: the
 * check says what is wrong.
 */
export function readSiteOf(root: string): Site {
  try {
    const decoded = decode(readWhole(join(root, SITE_FILE), SITE_FILE));
    return readSite('text' in decoded ? decoded.text : undefined).site;
  } catch {
    return readSite(undefined).site;
  }
}

/** Read the documents and settings below `root` from disk, with the problems of their names, encoding and syntax. */
export function readDocuments(
  root: string,
  { unsaved = new Map(), onFile, onTree, memory = new Memory() }: ReadOptions = {},
): { files: DocumentFile[]; problems: Problem[]; settings: ReadonlyMap<string, string> } {
  mustHave(root, 'content');
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];
  const settings = new Map<string, string>();
  const readText = (file: string) => {
    const bytes = readWhole(join(root, file), file);
    onFile?.(file, bytes);
    return decode(bytes);
  };

  for (const { name, isLink } of listFiles(root, 'content')) {
    const file = name === '' ? 'content' : `content/${name}`;
    const { page, fault } = readDocumentName(name, isLink);
    const isSettings = (file === SITE_FILE || file === WORDING_FILE) && !isLink;
    if (fault && !isSettings) {
      problems.push({ ruleId: 'article-invalid', part: 'file', fault, name, file, place: undefined });
      if (page) files.push({ ...page, file, text: '', tree: undefined });
      continue;
    }

    const open = unsaved.get(file);
    const decoded = open === undefined ? readText(file) : { text: open };
    if (!('text' in decoded)) {
      const { fault, byte, before } = decoded;
      const point = locate(indexLines(before), before.length);
      problems.push({ ruleId: 'source-encoding', fault, byte, file, place: { start: point, end: point } });
      if (page) files.push({ ...page, file, text: '', tree: undefined });
      continue;
    }
    const { text } = decoded;
    if (!page || isSettings) {
      settings.set(file, text);
      continue;
    }
    const conflicts = findMergeConflicts(text);
    if (conflicts.length > 0) {
      const lines = indexLines(text);
      const conflict = { ruleId: 'article-invalid', part: 'conflict', file } as const;
      problems.push(...conflicts.map((span): Problem => ({ ...conflict, place: placeOf(lines, span) })));
      files.push({ ...page, file, text, tree: undefined });
      continue;
    }
    const parsed = memory.memoize(`document ${file}`, [text], () => parseMdx(blankFrontMatter(text), file));
    if ('problem' in parsed) {
      // The lines of front matter that is not closed are no Markdown.
      problems.push(hasFrontMatter(text) ? withCause(parsed.problem, text) : noFrontMatter(file));
    } else onTree?.(file, parsed.tree);
    files.push({ ...page, file, text, tree: 'tree' in parsed ? parsed.tree : undefined });
  }

  return { files, problems, settings };
}
