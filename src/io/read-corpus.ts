import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, checkCorpus, type DocumentFile } from '#corpus/corpus.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { readDocumentName } from '#corpus/document-name.ts';
import { placeAtOpenBrace } from '#corpus/open-brace.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Problem, Report } from '#problem/problem.ts';
import { type ListedFile, takeInventory } from '#source/inventory.ts';
import { readSource, type SourceFiles, type SourceReading } from '#source/source.ts';
import { decode } from '#text/encoding.ts';
import { indexLines, locate } from '#text/location.ts';

/** A folder that has no `sources` or `content`: not a project of this kind. */
export class NotAProject extends Error {}

/**
 * Read every source and document below `root` from disk and check them: no cache, always all of it.
 *
 * @param unsaved Texts that take the place of those on disk, by file.
 */
export function readCorpus(
  root: string,
  unsaved: ReadonlyMap<string, string> = new Map(),
): { readonly corpus: Corpus; readonly report: Report } {
  mustHave(root, 'sources', 'content');
  const { files, problems } = readDocuments(root, unsaved);
  return checkCorpus(readSources(root), files, problems);
}

function mustHave(root: string, ...folders: readonly string[]): void {
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) throw new NotAProject(`Cannot find the folder \`${folder}\` in \`${root}\``);
  }
}

/** Read the sources below `root` from disk, each with what is wrong with it. */
export function readSources(root: string): SourceReading[] {
  const { strays, files } = inventory(root);
  const ids = [...files, ...strays].map(({ id }) => id);
  return [...strays, ...files.map((source) => readSource(source, ids))];
}

/** The files of the sources below `root`, as they are, by id. */
export function readSourceFiles(root: string): readonly SourceFiles[] {
  return inventory(root).files;
}

function inventory(root: string): { strays: readonly SourceReading[]; files: readonly SourceFiles[] } {
  mustHave(root, 'sources');
  const { sources, strays } = takeInventory(listFiles(root, 'sources'));
  const read = (file: string) => ({ file, bytes: readFileSync(join(root, file)) });
  const files = sources.map(({ id, record, raw }): SourceFiles => {
    const text = raw === undefined ? undefined : read(raw);
    return {
      id,
      record: record === undefined ? undefined : read(record),
      raw: text && { ...text, sha256: createHash('sha256').update(text.bytes).digest('hex') },
    };
  });
  return { strays, files };
}

/** Read the documents below `root` from disk, with what is wrong with them before they can be checked. */
export function readDocuments(
  root: string,
  unsaved: ReadonlyMap<string, string> = new Map(),
): { files: DocumentFile[]; problems: Problem[] } {
  mustHave(root, 'content');
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];

  for (const { name, isLink } of listFiles(root, 'content')) {
    const file = `content/${name}`;
    const { page, fault } = readDocumentName(name, isLink);
    if (fault) {
      problems.push({ ruleId: 'article-invalid', part: 'file', fault, name, file, place: undefined });
      if (page) files.push({ ...page, file, text: '', tree: undefined });
      continue;
    }

    const open = unsaved.get(file);
    const decoded = open === undefined ? decode(readFileSync(join(root, file))) : { text: open };
    if (!('text' in decoded)) {
      const point = locate(indexLines(decoded.before), decoded.before.length);
      const { fault, byte } = decoded;
      problems.push({ ruleId: 'source-encoding', fault, byte, file, place: { start: point, end: point } });
      files.push({ ...page, file, text: '', tree: undefined });
      continue;
    }
    const { text } = decoded;
    const parsed = parseMdx(blankFrontMatter(text), file);
    if ('problem' in parsed) problems.push(placeAtOpenBrace(parsed.problem, text));
    files.push({ ...page, file, text, tree: 'tree' in parsed ? parsed.tree : undefined });
  }

  return { files, problems };
}

/**
 * List all files and symbolic links below a folder, sorted, with `/`. Those that editors and systems put beside a file,
 * hidden or with `~` at the end, are passed over.
 */
function listFiles(root: string, folder: string): ListedFile[] {
  const read = (path: string): ListedFile[] =>
    readdirSync(join(root, folder, path), { withFileTypes: true })
      .filter(({ name }) => !/^\.|~$/.test(name))
      .flatMap((entry: Dirent) => {
        const name = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory()) return read(name);
        const isLink = entry.isSymbolicLink();
        return entry.isFile() || isLink ? [{ name, isLink }] : [];
      });
  return read('').sort((a, b) => (a.name < b.name ? -1 : 1));
}
