import { ELISION, findWords } from '#citation/resolve.ts';
import { normalize } from '#text/normalize.ts';

/**
 * Do quoted words stand verbatim in a text in normal form? As in a citation, `[…]` leaves words out; words in brackets may be
 * an insertion of ours, and a mark of punctuation at the end may belong to our sentence.
 */
export function standsIn(quotation: string, text: string): boolean {
  const exact = quotation.split(ELISION);
  return [exact, exact.flatMap((part) => part.split(/\[[^\]]*\]/))].some(
    (parts) => standInOrder(parts, text) || standInOrder(withoutLastMark(parts), text),
  );
}

function withoutLastMark(parts: readonly string[]): string[] {
  return parts.map((part, index) => (index === parts.length - 1 ? part.replace(/(?:\.\.\.|[.,;:!?…])\s*$/, '') : part));
}

function standInOrder(parts: readonly string[], text: string): boolean {
  const words = parts.map((part) => normalize(part).text).filter((part) => part !== '');
  let from = 0;
  for (const part of words) {
    const next = findWords(text, part).find(({ start }) => start >= from);
    if (!next) return false;
    from = next.end;
  }
  return words.length > 0;
}
