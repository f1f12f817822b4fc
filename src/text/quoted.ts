import type { Span } from './location.ts';

/** Words between quotation marks. */
export interface Quoted extends Span {
  /** The words without the marks; `start` and `end` include them. */
  readonly inner: Span;
}

/** What a mark that opens is closed by. The English marks, the German ones and the French ones; inner marks nest. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '‘': '’' };

/**
 * Find the words between quotation marks, outermost only, in order. An apostrophe is none: single curly marks count only
 * around whole words, single straight ones never. A mark that is never closed, or that closes nothing, is passed over.
 */
export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  for (let at = 0; at < text.length; at++) {
    const close = CLOSING[text.charAt(at)];
    if (close === undefined || (text[at] === '‘' && isWord(text[at - 1]))) continue;
    const end = closingMark(text, at, close);
    if (end === undefined) continue;
    found.push({ start: at, end: end + 1, inner: { start: at + 1, end } });
    at = end;
  }
  return found;
}

function closingMark(text: string, open: number, close: string): number | undefined {
  const mark = text[open];
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === close && !(close === '’' && isWord(text[at + 1]))) {
      if (depth === 0) return at;
      depth--;
    } else if (text[at] === mark) depth++;
  }
  return undefined;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
