/**
 * The way from the units of a changed text back to the raw text it was made of, as pieces in order. A run has been taken over
 * unit by unit; all units of another piece stand for the same raw characters. Offsets are UTF-16 code units.
 */
export interface OffsetMap {
  /** How many units the changed text has. */
  length: number;
  /** Where each piece begins in the changed text. Increases. */
  readonly units: number[];
  /** Where its raw characters begin, and end. Neither decreases. */
  readonly starts: number[];
  readonly ends: number[];
  readonly runs: boolean[];
}

/** Add a piece of `length` units at the end. */
export function addPiece(map: OffsetMap, length: number, start: number, end: number, isRun: boolean): void {
  map.units.push(map.length);
  map.starts.push(start);
  map.ends.push(end);
  map.runs.push(isRun);
  map.length += length;
}

/** The raw characters behind one unit; `undefined` behind the last one. */
export function rawOf(map: OffsetMap, unit: number): { readonly start: number; readonly end: number } | undefined {
  if (unit < 0 || unit >= map.length) return undefined;
  const piece = lastAtMost(map.units, unit);
  const start = Number(map.starts[piece]);
  if (!map.runs[piece]) return { start, end: Number(map.ends[piece]) };
  const at = start + unit - Number(map.units[piece]);
  return { start: at, end: at + 1 };
}

/** The first unit whose raw characters do not begin before `offset`; the length of the text where none does. */
export function unitFrom(map: OffsetMap, offset: number): number {
  // The last piece that begins before it: only that one can have such a unit without being such a piece.
  const piece = lastAtMost(map.starts, offset - 1);
  if (piece === -1) return 0;
  const next = map.units[piece + 1] ?? map.length;
  return map.runs[piece] ? Math.min(Number(map.units[piece]) + offset - Number(map.starts[piece]), next) : next;
}

/** The index of the last of the sorted `numbers` that is not above `limit`; -1 for none. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(numbers[middle]) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
