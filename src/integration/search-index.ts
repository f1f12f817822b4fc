import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AstroError } from 'astro/errors';
import * as pagefind from 'pagefind';
import { canonicalIndex } from './canonical-index.ts';

/** Marks that lead to notes and back are no words; what is said below each quote would be found in every page. */
const NO_WORDS = [
  '[role="doc-noteref"]',
  '[popovertarget]',
  '[role="doc-backlink"]',
  '.citation .kind',
  '.citation .origin',
];

/** Index the pages below `folder` for search, into its folder `pagefind`. Returns how many pages were indexed. */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: NO_WORDS });
  if (!index) throw new AstroError(`Cannot make the search index: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const made = await index.getFiles();
  await pagefind.close();

  const faults = [...added.errors, ...made.errors];
  if (faults.length > 0) throw new AstroError(`Cannot make the search index: ${faults.join('; ')}`);
  for (const { path, content } of canonicalIndex(made.files)) {
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return added.page_count;
}
