import type { Span } from './location.ts';

/** Make a test of whether a place is in any of some spans, which may overlap: one search for each place, however many they are. */
export function coverOf(spans: readonly Span[]): (at: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let past = 0;
  const ends = sorted.map(({ end }) => {
    past = Math.max(past, end);
    return past;
  });
  return (at) => {
    const before = countWhile(sorted, ({ start }) => start <= at);
    return before > 0 && at < Number(ends[before - 1]);
  };
}

/** Count the items at the beginning of a list for which something holds that holds for no later one, by halving. */
export function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
