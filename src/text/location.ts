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

/** Where each line of a text starts: sorted offsets, the first is 0. */
export type LineIndex = readonly number[];

/** Index the lines of `text`, split at LF as editors count them; a CR before it belongs to its line. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Tell line and column of an offset; an offset past the end is on the last line. */
export function locate(lines: LineIndex, offset: number): Point {
  let low = 0;
  let high = lines.length - 1;
  let startOfLine = 0;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = lines[middle];
    if (start === undefined || start > offset) {
      high = middle - 1;
    } else {
      low = middle;
      startOfLine = start;
    }
  }
  return { line: low + 1, column: offset - startOfLine + 1, offset };
}

/** Turn a span of offsets into a place. */
export function placeOf(lines: LineIndex, { start, end }: Span): Place {
  return { start: locate(lines, start), end: locate(lines, end) };
}

/** Give the span of lines `from` to `to` (from 1, both included) without the last line break; `undefined` past the end. */
export function spanOfLines(lines: LineIndex, length: number, from: number, to: number): Span | undefined {
  const start = lines[from - 1];
  if (start === undefined || from > to || to > lines.length) return undefined;
  const next = lines[to];
  return { start, end: next === undefined ? length : next - 1 };
}
