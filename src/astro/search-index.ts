import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Site } from '#document/site-settings.ts';
import { compare } from '#text/compare.ts';
import { fold, wordsOf } from '#text/fold.ts';
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

/**
 * Write the search index of the pages in `folder` to its subfolder `pagefind`. Returns the number of pages.
 *
 * @param spellings By word: what readers may type instead.
 */
export async function writeSearchIndex(folder: string, spellings: Site['spellings']): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: EXCLUDED });
  if (!index) throw cannotIndex(errors);
  const added = await index.addDirectory({ path: folder });
  // Written here: the program that `close` ends may still be writing when it says that it is done.
  const { files, errors: unread } = await index.getFiles();
  await pagefind.close();
  const all = [...added.errors, ...unread];
  if (all.length > 0) throw cannotIndex(all);
  for (const { path, content } of files) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const others = new Map(Object.entries(spellings).map(([word, list]) => [word.toLowerCase(), list.map(fold)]));
  const lines = vocabularyOf(join(folder, 'pagefind/fragment')).map((word) => [word, ...(others.get(word) ?? [])]);
  writeFileSync(join(folder, 'pagefind/words.txt'), lines.map((line) => line.join(' ')).join('\n'));
  return added.page_count;
}

/** All words that were indexed, in small letters, the most frequent first. */
function vocabularyOf(fragments: string): string[] {
  const counts = new Map<string, number>();
  for (const name of readdirSync(fragments)) {
    const text = gunzipSync(readFileSync(join(fragments, name))).toString('utf8');
    const { content } = JSON.parse(text.slice(text.indexOf('{'))) as { content: string };
    for (const word of wordsOf(content.toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a, some], [b, others]) => others - some || compare(a, b)).map(([word]) => word);
}

function cannotIndex(errors: readonly string[]): Error {
  return stop(`Cannot make the search index: ${errors.join('; ')}`);
}
