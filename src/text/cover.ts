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

/** The stretches of a text, of which each can be taken once. */
export interface Stretches {
  readonly isFree: (start: number, end: number) => boolean;
  readonly take: (start: number, end: number) => void;
}

/** Make the stretches of a text of so many units, with some that are taken from the beginning: to ask takes as long as the stretch is. */
export function stretchesOf(length: number, taken: readonly Span[]): Stretches {
  let units: Uint8Array | undefined;
  const all = () => {
    if (units) return units;
    units = new Uint8Array(length);
    for (const { start, end } of taken) units.fill(1, start, end);
    return units;
  };
  return {
    isFree: (start, end) => !all().subarray(start, end).includes(1),
    take: (start, end) => all().fill(1, start, end),
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
