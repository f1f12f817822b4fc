import { join } from 'node:path';
import { AstroError } from 'astro/errors';
import * as pagefind from 'pagefind';

/** Index the pages below `folder` for search, into its folder `pagefind`. Returns how many pages were indexed. */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new AstroError(`Cannot make the search index: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();

  const faults = [...added.errors, ...written.errors];
  if (faults.length > 0) throw new AstroError(`Cannot make the search index: ${faults.join('; ')}`);
  return added.page_count;
}
