import { textWidth } from './text-width.ts';

/** A rectangle in units of the map. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The area to place names on, in units. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The font size. */
  readonly size: number;
  /** Points of lines that names should not cross. */
  readonly ink: readonly (readonly [x: number, y: number])[];
}

/** A name and the point it labels. */
export interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of the mark, in em; a name without a mark is centered on its point. */
  readonly radius?: number;
  /** Letter spacing in em. */
  readonly tracking?: number;
}

/** The position of a name relative to its point, in em, so that it stays there when the letters get smaller. */
interface Position {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  /** To the baseline. */
  readonly dy: number;
}

export interface Placement<N extends Name = Name> extends Position {
  readonly name: N;
  /** What the letters and the gap to their point cover; smaller letters cover a part of it. */
  readonly box: Box;
  /** Does it overlap a name, a mark or the edge, since every position does? */
  readonly crowded: boolean;
}

/** From the baseline to the top and the bottom of the letters, in em, with some padding. */
const ASCENT = 0.78;
const DESCENT = 0.26;
/** From the baseline to the middle of lowercase letters, in em. */
const MIDDLE = 0.26;
/** Between a mark and its name, in em. */
const GAP = 0.22;

/**
 * Choose a position for each name: one that overlaps no mark, no name placed before and no edge, if there is any; of
 * these, the one that crosses the fewest lines. Names with the fewest free positions are placed first. The result is
 * in the given order and depends on nothing else.
 */
export function placeLabels<N extends Name>(names: readonly N[], sheet: Sheet): Placement<N>[] {
  const tries = names.map((name) => {
    const marks = names.filter((other) => other !== name).flatMap((other) => markBox(other, sheet.size));
    const candidates = positions(name).map((position) => {
      const box = nameBox(name, position, sheet.size);
      const crossed = sheet.ink.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom);
      const hidden = overhang(box, sheet) + overlap(box, marks);
      return { placement: { name, ...position, box }, crossed: crossed.length, hidden };
    });
    return { candidates, free: candidates.filter(({ hidden }) => hidden === 0).length };
  });

  const placed: Placement<N>[] = [];
  for (const { candidates } of tries.toSorted((a, b) => a.free - b.free)) {
    const taken = placed.map(({ box }) => box);
    const [best] = candidates
      .map((candidate) => ({ ...candidate, hidden: candidate.hidden + overlap(candidate.placement.box, taken) }))
      .toSorted((a, b) => a.hidden - b.hidden || a.crossed - b.crossed);
    if (best) placed.push({ ...best.placement, crowded: best.hidden > 0 });
  }
  return placed.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

/** In order of preference: right of the mark, left, above, below, then at the corners. */
function positions({ radius }: Name): Position[] {
  if (radius === undefined) return [{ anchor: 'middle', dx: 0, dy: MIDDLE }];
  const away = radius + GAP;
  const corner = 0.75 * radius + 0.1;
  return [
    { anchor: 'start', dx: away, dy: MIDDLE },
    { anchor: 'end', dx: -away, dy: MIDDLE },
    { anchor: 'middle', dx: 0, dy: -away - 0.06 },
    { anchor: 'middle', dx: 0, dy: away + ASCENT - 0.1 },
    { anchor: 'start', dx: corner, dy: -corner },
    { anchor: 'start', dx: corner, dy: corner + ASCENT - 0.1 },
    { anchor: 'end', dx: -corner, dy: -corner },
    { anchor: 'end', dx: -corner, dy: corner + ASCENT - 0.1 },
  ];
}

function markBox({ x, y, radius }: Name, size: number): Box[] {
  if (radius === undefined) return [];
  const r = radius * size;
  return [{ left: x - r, top: y - r, right: x + r, bottom: y + r }];
}

function nameBox({ text, x, y, tracking = 0 }: Name, { anchor, dx, dy }: Position, size: number): Box {
  const width = size * (textWidth(text) + tracking * text.length);
  const start = x + size * dx - { start: 0, middle: width / 2, end: width }[anchor];
  const baseline = y + size * dy;
  return {
    left: Math.min(x, start),
    top: Math.min(y, baseline - size * ASCENT),
    right: Math.max(x, start + width),
    bottom: Math.max(y, baseline + size * DESCENT),
  };
}

/** The area of a box that others cover, in square units. */
function overlap(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => {
    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return sum + Math.max(0, across) * Math.max(0, down);
  }, 0);
}

/** The area of a box beyond the edges: a clipped name is as bad as one that overlaps another. */
function overhang({ left, top, right, bottom }: Box, { width, height }: Sheet): number {
  const across = Math.max(0, -left) + Math.max(0, right - width);
  const down = Math.max(0, -top) + Math.max(0, bottom - height);
  return across * (bottom - top) + down * (right - left);
}
