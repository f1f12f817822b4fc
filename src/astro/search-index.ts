import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { stop } from './stop.ts';

/** References and back-links are no words, nor are line numbers; what every note says below its quote would match every page. */
const EXCLUDED = [
  '[role="doc-noteref"]',
  '[popovertarget]',
  '[role="doc-backlink"]',
  '.citation .kind',
  '.citation .origin',
  '.line > .number',
];

/** Write the search index of the pages below `folder` into its folder `pagefind`. Returns the number of pages read. */
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
