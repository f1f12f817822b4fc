/** Where two texts differ: the same `start` in both, an `end` in each (excluded). */
export interface Difference {
  readonly start: number;
  readonly endOfFirst: number;
  readonly endOfSecond: number;
}

/** Find the stretch in which two texts differ, between their common prefix and common suffix. */
export function difference(first: string, second: string): Difference {
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first[start] === second[start]) start++;

  let same = 0;
  while (same < shorter - start && first[first.length - 1 - same] === second[second.length - 1 - same]) same++;

  return { start, endOfFirst: first.length - same, endOfSecond: second.length - same };
}
