import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, documentsOf } from '#check/model.ts';
import { LATIN } from './characters.ts';

/** Written by `npm run fonts`: faces for other letters, which only pages with such letters load. */
export const LETTERS_FILE = 'src/fonts/letters.css';

/** What documents, sources and their records have besides LATIN, in the order of code points, as far as it is published. */
export function lettersOf(corpus: Corpus): string {
  const found = new Set<string>();
  const add = (text: string) => {
    for (const letter of text.normalize('NFC')) if (letter > '\x7f') found.add(letter);
  };
  for (const { document } of documentsOf(corpus)) add(document.text);
  for (const { record, raw, regions } of corpus.sources) {
    add(JSON.stringify(record));
    let shown = 0;
    for (const { start, end } of regions.filter(({ printed }) => !printed)) {
      add(raw.slice(shown, Math.max(shown, start)));
      shown = Math.max(shown, end);
    }
    add(raw.slice(shown));
  }
  const isSet = (letter: string) => /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(letter) && !LATIN.includes(letter);
  return [...found].filter(isSet).sort().join('');
}

/** The letters of a corpus that `npm run fonts` has not looked for in the typeface. */
export function newLetters(root: string, corpus: Corpus): string {
  const path = join(root, LETTERS_FILE);
  if (!existsSync(path)) return '';
  const [known = ''] = readFileSync(path, 'utf8').split('\n');
  return [...lettersOf(corpus)].filter((letter) => !known.includes(letter)).join('');
}
