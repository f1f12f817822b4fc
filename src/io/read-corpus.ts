import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Corpus, checkCorpus, type DocumentFile } from '#corpus/corpus.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { type Folder, MATTER } from '#corpus/front-matter.ts';
import { parseMdx } from '#markdown/parse.ts';
import { type Problem, type Report, sortProblems } from '#problem/problem.ts';
import { readSource, type SourceReading } from '#source/source.ts';
import { decode } from '#text/encoding.ts';
import { indexLines, locate } from '#text/location.ts';

/** A folder that has no `sources` or `content`: not a project of this kind. */
export class NotAProject extends Error {}

/** Read every source and document below `root` from disk and check them: no cache, always all of it. */
export function readCorpus(root: string): { readonly corpus: Corpus; readonly report: Report } {
  for (const folder of ['sources', 'content']) {
    if (!existsSync(join(root, folder))) throw new NotAProject(`Cannot find the folder \`${folder}\` in \`${root}\``);
  }
  const sources = readSources(root);
  const documents = readDocuments(root);
  const { corpus, report } = checkCorpus(sources, documents.files);
  return {
    corpus,
    report: { ...report, problems: sortProblems([...report.problems, ...documents.problems]) },
  };
}

function readSources(root: string): SourceReading[] {
  const files = listFiles(root, 'sources');
  const records = files.filter((name) => name.endsWith('.yaml'));
  const raws = files.filter((name) => name.endsWith('.txt'));
  const ids = new Set([
    ...records.map((name) => basename(name, '.yaml')),
    ...raws.map((name) => basename(name, '.txt')),
  ]);

  return [...ids].sort().map((id) => {
    const record = records.includes(`${id}.yaml`) ? { file: `sources/${id}.yaml` } : undefined;
    const raw = raws.includes(`${id}.txt`) ? { file: `sources/${id}.txt` } : undefined;
    const bytes = raw && readFileSync(join(root, raw.file));
    const files = {
      id,
      record: record && { ...record, bytes: readFileSync(join(root, record.file)) },
      raw: raw && bytes && { ...raw, bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    };
    return readSource(files, ids);
  });
}

function readDocuments(root: string): { files: DocumentFile[]; problems: Problem[] } {
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];

  for (const name of listFiles(root, 'content')) {
    const file = `content/${name}`;
    const refuse = () => problems.push({ ruleId: 'article-invalid', part: 'file', name, file, place: undefined });

    if (/\.(?:md|markdown)$/i.test(name)) {
      // Astro renders these from a cache that does not know the sources: a stale footnote would be published.
      refuse();
      continue;
    }
    if (!name.endsWith('.mdx')) continue;

    const [folder = '', slug = ''] = name.slice(0, -'.mdx'.length).split('/');
    if (!isFolder(folder) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || name !== `${folder}/${slug}.mdx`) {
      refuse();
      continue;
    }

    const decoded = decode(readFileSync(join(root, file)));
    if (!('text' in decoded)) {
      const { fault, byte, before } = decoded;
      const point = locate(indexLines(before), before.length);
      problems.push({ ruleId: 'source-encoding', fault, byte, file, place: { start: point, end: point } });
      continue;
    }
    const { text } = decoded;
    const parsed = parseMdx(blankFrontMatter(text), file);
    if ('problem' in parsed) problems.push(parsed.problem);
    files.push({ folder, slug, file, text, tree: 'tree' in parsed ? parsed.tree : undefined });
  }

  return { files, problems };
}

/**
 * List the regular files below a folder, sorted, with `/`. Symbolic links are passed over: what they lead to can lie outside
 * of the project and change without it.
 */
function listFiles(root: string, folder: string): string[] {
  const read = (path: string): string[] =>
    readdirSync(join(root, folder, path), { withFileTypes: true }).flatMap((entry: Dirent) => {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? read(name) : entry.isFile() ? [name] : [];
    });
  return read('').sort();
}

function isFolder(name: string): name is Folder {
  return Object.hasOwn(MATTER, name);
}
