import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { AstroError } from 'astro/errors';
import * as pagefind from 'pagefind';
import { canonicalIndex } from './canonical-index.ts';

/** Marks that lead to notes and back are no words, nor are numbers of lines; what is said below each quote would be found in every page. */
const NO_WORDS = [
  '[role="doc-noteref"]',
  '[popovertarget]',
  '[role="doc-backlink"]',
  '.citation .kind',
  '.citation .origin',
  '.line > .number',
];

/** So many pages may be on their way to Pagefind: while it reads one, the next are got ready. */
const AHEAD = 8;

/**
 * Index the pages below `folder` for search, into its folder `pagefind`. Returns how many pages were indexed.
 *
 * @param meanwhile Is done while Pagefind, which is a program of its own, makes the index of what it was given.
 */
export async function writeSearchIndex(
  folder: string,
  meanwhile: () => Promise<void> = async () => {},
): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: NO_WORDS });
  if (!index) throw new AstroError(`Cannot make the search index: ${errors.join('; ')}`);
  const pages = await listPages(folder);
  const faults: string[] = [];
  const given: Promise<{ errors: string[] }>[] = [];
  // In this order: Pagefind numbers them as they come, and a folder is listed in another order on each disk.
  for (const sourcePath of pages) {
    const content = await readFile(join(folder, sourcePath), 'utf8');
    given.push(index.addHTMLFile({ sourcePath, content }));
    if (given.length >= AHEAD) faults.push(...((await given.shift())?.errors ?? []));
  }
  for (const { errors } of await Promise.all(given)) faults.push(...errors);
  const [made] = await Promise.all([index.getFiles(), meanwhile()]);
  await pagefind.close();
  faults.push(...made.errors);
  if (faults.length > 0) throw new AstroError(`Cannot make the search index: ${faults.join('; ')}`);
  for (const { path, content } of canonicalIndex(made.files)) {
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return pages.length;
}

async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(sep).join('/'))
    .sort();
}
