import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { stop } from './stop.ts';

/** References, back references and line numbers are not words; the lines below each quote would match every page. */
const EXCLUDED = [
  '[role="doc-noteref"]',
  '[popovertarget]',
  '[role="doc-backlink"]',
  '.citation .kind',
  '.citation .origin',
  '.citation .act',
  '.line > .number',
];

/** Write the search index of the pages in `folder` to its subfolder `pagefind`. Returns the number of pages. */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: EXCLUDED });
  if (!index) throw cannotIndex(errors);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  const all = [...added.errors, ...written.errors];
  if (all.length > 0) throw cannotIndex(all);
  return added.page_count;
}

function cannotIndex(errors: readonly string[]): Error {
  return stop(`Cannot make the search index: ${errors.join('; ')}`);
}
