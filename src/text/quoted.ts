import { type Enclosed, findEnclosed, type MarkPair } from './enclosed.ts';

/** Words between quotation marks. */
export type Quoted = Enclosed;

/** The English marks, the German ones and the French ones. */
const MARKS: readonly MarkPair[] = [
  { open: '"', close: '"' },
  { open: '“', close: '”' },
  { open: '„', close: '“' },
  { open: '«', close: '»' },
  { open: '‘', close: '’' },
];

/**
 * Find the words between quotation marks, outermost only, in order. Apostrophes are not marks: single curly marks count
 * only around whole words, single straight ones never. A mark without its counterpart is ignored.
 */
export function findQuoted(text: string): Quoted[] {
  return findEnclosed(text, MARKS, (at) => {
    if (text[at] === '‘') return !isWord(text[at - 1]);
    return text[at] !== '’' || !isWord(text[at + 1]);
  });
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
