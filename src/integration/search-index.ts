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

/** Index the pages below `folder` for search, into its folder `pagefind`. Returns how many pages were indexed. */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: NO_WORDS });
  if (!index) throw new AstroError(`Cannot make the search index: ${errors.join('; ')}`);
  const pages = await listPages(folder);
  const faults: string[] = [];
  // One after the other: Pagefind numbers them as they come, and a folder is listed in another order on each disk.
  for (const sourcePath of pages) {
    const content = await readFile(join(folder, sourcePath), 'utf8');
    faults.push(...(await index.addHTMLFile({ sourcePath, content })).errors);
  }
  const made = await index.getFiles();
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
