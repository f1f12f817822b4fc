import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
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

/** An index that grows while pages are made: Pagefind is a program of its own, and needs as long to read a page as it takes to make one. */
export interface GrowingIndex {
  /** Tell of a page below the folder that has its last form. */
  readonly add: (sourcePath: string) => void;
  /**
   * Wait until all pages are read. Returns what makes the index of them, or `undefined` if they are not just these in this order, in
   * which Pagefind numbers them.
   */
  readonly whole: (pages: readonly string[]) => Promise<pagefind.PagefindIndex | undefined>;
}

/** Begin to index pages below `folder` for search. */
export function growIndex(folder: string): GrowingIndex {
  const added: string[] = [];
  const faults: string[] = [];
  const onTheirWay: Promise<{ errors: string[] }>[] = [];
  const begun = pagefind.createIndex({ excludeSelectors: NO_WORDS });
  let reading: Promise<unknown> = Promise.resolve();
  const next = (step: () => Promise<unknown>) => {
    reading = reading.then(step);
    // What fails is told to who waits for the index.
    reading.catch(() => undefined);
  };
  next(() => begun);

  const hear = async () => faults.push(...((await onTheirWay.shift())?.errors ?? []));
  const read = async (sourcePath: string) => {
    const { index } = await begun;
    if (!index) return;
    const content = readFileSync(join(folder, sourcePath), 'utf8');
    onTheirWay.push(index.addHTMLFile({ sourcePath, content }));
    if (onTheirWay.length >= AHEAD) await hear();
  };

  return {
    add: (sourcePath) => {
      added.push(sourcePath);
      next(() => read(sourcePath));
    },
    whole: async (pages) => {
      await reading;
      while (onTheirWay.length > 0) await hear();
      const { index, errors } = await begun;
      if (!index || faults.length > 0) throw cannot([...errors, ...faults]);
      return added.join('\0') === pages.join('\0') ? index : undefined;
    },
  };
}

/**
 * Write the index of the pages below `folder` for search into its folder `pagefind`. Returns how many pages were indexed.
 *
 * @param meanwhile Is done while Pagefind makes the index of what it was given.
 * @param grown What was begun while pages were made. Where that is not an index of just these pages, all are read once more.
 */
export async function writeSearchIndex(
  folder: string,
  meanwhile: () => Promise<void> = async () => {},
  grown?: GrowingIndex,
): Promise<number> {
  const pages = await listPages(folder);
  const index = (await grown?.whole(pages)) ?? (await indexOf(folder, pages));
  const [{ files, errors }] = await Promise.all([index.getFiles(), meanwhile()]);
  await pagefind.close();
  if (errors.length > 0) throw cannot(errors);
  for (const { path, content } of canonicalIndex(files)) {
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return pages.length;
}

async function indexOf(folder: string, pages: readonly string[]): Promise<pagefind.PagefindIndex> {
  const anew = growIndex(folder);
  for (const page of pages) anew.add(page);
  const index = await anew.whole(pages);
  if (!index) throw new Error('Pages were added in the wrong order');
  return index;
}

function cannot(errors: readonly string[]): AstroError {
  return new AstroError(`Cannot make the search index: ${errors.join('; ')}`);
}

async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(sep).join('/'))
    .sort();
}
