import { textWidth } from './text-width.ts';

/** A rectangle in units of the sheet. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Of the letters. */
  readonly size: number;
  /** Points of the lines that are drawn, and that a name had better not cross. */
  readonly ink: readonly (readonly [x: number, y: number])[];
}

/** A name, and the point that it belongs to. */
export interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The mark's radius in em; without a mark, the name stands on the point itself. */
  readonly radius?: number;
  /** Added to each letter, in em. */
  readonly tracking?: number;
}

/** Where a name is set, seen from its point; in em, so that the name stays with its point when the letters get smaller. */
interface Position {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  /** To the baseline. */
  readonly dy: number;
}

export interface Placement<N extends Name = Name> extends Position {
  readonly name: N;
  /** What the letters cover, with the way to the point: smaller letters cover a part of it. */
  readonly box: Box;
  /** Does it touch another name, a mark or the edge, as all its positions do? */
  readonly crowded: boolean;
}

/** From the baseline to the top and to the bottom of the letters, in em, with some air. */
const ASCENT = 0.78;
const DESCENT = 0.26;
/** From the middle of the small letters to the baseline. */
const MIDDLE = 0.26;
/** Between a mark and its name. */
const GAP = 0.22;

/**
 * Place the names of a sheet so that they touch no mark and no other name and are not cut off; of such positions each takes the
 * one that crosses the fewest lines, and of those the first.
 *
 * The names with the fewest free positions go first, then in the given order. The same names get the same places.
 */
export function placeLabels<N extends Name>(names: readonly N[], sheet: Sheet): Placement<N>[] {
  const { size, ink } = sheet;
  const marks = names.flatMap((name) =>
    name.radius === undefined ? [] : [{ name, box: markBox(name, name.radius * size) }],
  );
  const tries = names.map((name) => {
    const others = marks.filter((mark) => mark.name !== name).map(({ box }) => box);
    const candidates = positions(name).map((position) => {
      const box = nameBox(name, position, size);
      const crossed = ink.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom).length;
      return { place: { name, ...position, box }, crossed, hidden: overhang(box, sheet) + overlaps(box, others) };
    });
    return { candidates, free: candidates.filter(({ hidden }) => hidden === 0).length };
  });

  const placed: Placement<N>[] = [];
  for (const { candidates } of tries.toSorted((a, b) => a.free - b.free)) {
    const taken = placed.map(({ box }) => box);
    const ranked = candidates
      .map(({ place, crossed, hidden }) => ({ place, crossed, hidden: hidden + overlaps(place.box, taken) }))
      .toSorted((a, b) => a.hidden - b.hidden || a.crossed - b.crossed);
    placed.push(...ranked.slice(0, 1).map(({ place, hidden }) => ({ ...place, crowded: hidden > 0 })));
  }
  return placed.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

/** On the point itself without a mark. Else beside it, right first as one reads, then above and below, then at the corners. */
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

function markBox({ x, y }: Name, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
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

/** How much of a box lies on others, in square units. */
function overlaps(box: Box, others: readonly Box[]): number {
  const areas = others.map((other) => {
    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return Math.max(0, across) * Math.max(0, down);
  });
  return areas.reduce((sum, area) => sum + area, 0);
}

/** How far a box reaches over the edges of the sheet, as an area: a name that is cut off is as bad as one on another. */
function overhang({ left, top, right, bottom }: Box, { width, height }: Sheet): number {
  const across = Math.max(0, -left) + Math.max(0, right - width);
  const down = Math.max(0, -top) + Math.max(0, bottom - height);
  return across * (bottom - top) + down * (right - left);
}
