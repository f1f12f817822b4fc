import { fold } from '#text/fold.ts';

/** Make the name of a file and address from words: `Harbor dues` is `harbor-dues`. */
export function slugOf(words: string): string {
  return fold(words.normalize('NFKD'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
