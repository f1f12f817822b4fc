/** A point in a text file: `line` and `column` from 1, `offset` in UTF-16 code units from 0 (unist `Point`). */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a text file, `end` excluded (unist `Position`). */
export interface Place {
  readonly start: Point;
  readonly end: Point;
}

/** A stretch of text in UTF-16 code units, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The offsets of a place. */
export function spanOf({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset };
}

/** The place of a unist node. Parsers set it on every node; the types also allow trees made by hand. */
export function placeOfNode(node: { readonly position?: unknown }): Place {
  return node.position as Place;
}

/** Do two spans share a character? */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Is the character at this offset in one of the spans? */
export function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** Where each line of a text starts: sorted offsets, the first is 0. */
export type LineIndex = readonly number[];

/** Index the lines of `text`, split at LF as editors count them; a CR before it belongs to its line. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset; an offset past the end is on the last line. */
export function locate(lines: LineIndex, offset: number): Point {
  const line = Math.max(
    1,
    countWhile(lines, (start) => start <= offset),
  );
  return { line, column: offset - (lines[line - 1] ?? 0) + 1, offset };
}

/** The place of a span of offsets. */
export function placeOf(lines: LineIndex, { start, end }: Span): Place {
  return { start: locate(lines, start), end: locate(lines, end) };
}

/** The span of lines `from` to `to` (from 1, inclusive) without the last line break; `undefined` past the end. */
export function spanOfLines(lines: LineIndex, length: number, from: number, to: number): Span | undefined {
  const start = lines[from - 1];
  if (start === undefined || from > to || to > lines.length) return undefined;
  const next = lines[to];
  return { start, end: next === undefined ? length : next - 1 };
}

/** Count the leading items of a sorted list that satisfy a condition no later item satisfies (binary search). */
export function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
