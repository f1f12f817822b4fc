import { diffArrays } from 'diff';
import { countWhile, type Span } from './location.ts';

/** How two texts differ, word by word. Offsets are UTF-16 code units. */
export interface WordComparison {
  /** Words in one text that are not in the other, in order; empty spans are where the others are missing. */
  readonly changes: readonly { readonly first: Span; readonly second: Span }[];
  /** Where a character of the first text is in the second; undefined for one of a word that is not there. */
  readonly inSecond: (offset: number) => number | undefined;
}

/** A word, a number, or one mark. */
const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/**
 * Compare two texts by words and marks: white space and line breaks make no difference. Undefined where they have too
 * little in common.
 *
 * @param most How long it may take, in milliseconds.
 */
export function compareWords(first: string, second: string, most: number): WordComparison | undefined {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const parts = diffArrays(
    a.map(({ word }) => word),
    b.map(({ word }) => word),
    { timeout: most },
  );
  if (!parts) return undefined;

  const changes: { first: Span; second: Span }[] = [];
  // For each word of the first text, the one of the second.
  const same: number[] = [];
  let [inA, inB] = [0, 0];
  let [fromA, fromB] = [0, 0];
  const flush = () => {
    if (inA === fromA && inB === fromB) return;
    changes.push({ first: spanOf(a, fromA, inA, first.length), second: spanOf(b, fromB, inB, second.length) });
  };
  for (const { count, added, removed } of parts) {
    if (added) inB += count;
    else if (removed) inA += count;
    else {
      flush();
      for (let index = 0; index < count; index++) same[inA + index] = inB + index;
      [inA, inB] = [inA + count, inB + count];
      [fromA, fromB] = [inA, inB];
    }
  }
  flush();

  return {
    changes,
    inSecond: (offset) => {
      const index = countWhile(a, ({ start }) => start <= offset) - 1;
      const [from, to] = [a[index], b[same[index] ?? -1]];
      return from && to && offset < from.start + from.word.length ? to.start + offset - from.start : undefined;
    },
  };
}

interface Word {
  readonly word: string;
  readonly start: number;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, start: index }));
}

/** The words from one index to another (excluded); without any, the place before the next word. */
function spanOf(words: readonly Word[], from: number, to: number, length: number): Span {
  const last = words[to - 1];
  const start = words[from]?.start ?? length;
  return { start, end: to > from && last ? last.start + last.word.length : start };
}
