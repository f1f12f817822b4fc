import type { Element } from 'hast';
import { s } from 'hastscript';
import { border, type Frame, projection } from './frame.ts';
import { type Placement, placeLabels } from './label-placement.ts';
import { dots, drawOutlines, type Point, path } from './outlines.ts';
import { linkedMark, type MapPlace, nameText, patchFill, RADIUS } from './place-mark.ts';
import { separate } from './separate.ts';

/** A country's name, printed at a point for orientation. */
export interface MapLabel {
  readonly name: string;
  /** Degrees, east and north. */
  readonly longitude: number;
  readonly latitude: number;
}

export interface MapOptions {
  readonly frame: Frame;
  /** Those on the sheet are printed, each at its very point, but not those that a place is called as well. */
  readonly labels?: readonly MapLabel[];
  /** Maps whose sheets are outlined on this one. */
  readonly details?: readonly Frame[];
}

export interface DrawnMap {
  readonly svg: Element;
  /** The ids of the places that have a mark, in the given order. */
  readonly drawn: readonly string[];
  /** The ids of the places that the sheet does not show, in the given order. */
  readonly outside: readonly string[];
  /** The names that found no position free of other names, marks and edges, and are printed all the same. */
  readonly crowded: readonly string[];
}

/**
 * The size of the letters in units of the sheet, at the most: on a page 320 px wide the widest sheet has 288 px, and its
 * letters 11. Where there is more room a style sheet may make them smaller; marks and distances are in em and follow.
 */
export const LABEL_SIZE = 16;
/** Added to each letter of a country's name, in em. */
const TRACKING = 0.06;
/** Between the middles of two marks, in units: towns that fall together at this scale stand side by side. */
const LEAST_DISTANCE = 2.3 * RADIUS.town * LABEL_SIZE;

/** Draw a map as SVG, with a linked mark and name for each place on its sheet, and no script, style or image. */
export function drawMap(places: readonly MapPlace[], { frame, labels = [], details = [] }: MapOptions): DrawnMap {
  const { name, title, width, height } = frame;
  const { land, borders, ink } = drawOutlines(frame);
  const sheets = details.map((detail) => sheetOf(detail, frame));
  const id = (part: string) => `map-${name}-${part}`;

  const shown = onSheet(frame, places);
  const marks = separate(shown, LEAST_DISTANCE).map(({ item, x, y }) => ({
    ...{ text: item.name, x, y, radius: RADIUS[item.kind] },
    draw: (label: Placement) => linkedMark(item, label, id('patch')),
  }));
  const printed = (names: readonly MapLabel[], className: string) =>
    onSheet(frame, names).map(({ item, x, y }) => ({
      ...{ text: item.name, x, y, tracking: TRACKING },
      draw: (label: Placement) => nameText(label, className),
    }));
  const countries = printed(
    labels.filter((label) => shown.every(({ item }) => item.name !== label.name)),
    'country',
  );
  const outlined = printed(
    details.flatMap((detail) => detail.outlined ?? []),
    'detail-name',
  );
  const placed = placeLabels([...countries, ...outlined, ...marks], {
    ...{ width, height, size: LABEL_SIZE },
    ink: [...ink, ...sheets.flatMap(dots)],
  });

  const svg = s(
    'svg',
    {
      className: ['map', name],
      viewBox: `0 0 ${width} ${height}`,
      fontSize: LABEL_SIZE,
      role: 'group',
      ariaLabelledBy: [id('title'), id('description')],
    },
    [
      s('title', { id: id('title') }, title),
      s('desc', { id: id('description') }, describe(marks, [...countries, ...outlined])),
      shown.some(({ item }) => item.kind === 'area') ? patchFill(id('patch')) : undefined,
      s('rect', { className: ['sea'], width, height }),
      s('path', { className: ['land'], d: land }),
      s('path', { className: ['borders'], d: borders }),
      ...sheets.map((line) => s('path', { className: ['detail'], d: path(line) })),
      ...placed.map((label) => label.name.draw(label)),
    ],
  );
  const drawn = shown.map(({ item }) => item);
  return {
    svg,
    drawn: drawn.map((place) => place.id),
    outside: places.filter((place) => !drawn.includes(place)).map((place) => place.id),
    crowded: placed.filter(({ crowded }) => crowded).map((label) => label.name.text),
  };
}

/** What of some items is on a sheet, with its place there. */
function onSheet<Item extends MapLabel>(frame: Frame, items: readonly Item[]): { item: Item; x: number; y: number }[] {
  const project = projection(frame);
  return items
    .map((item) => ({ item, point: project([item.longitude, item.latitude]) }))
    .map(({ item, point: [x, y] }) => ({ item, x, y }))
    .filter(({ x, y }) => x >= 0 && x <= frame.width && y >= 0 && y <= frame.height);
}

/** The sheet of a detail as it lies on the sheet of another frame: a line all around. */
function sheetOf(detail: Frame, frame: Frame): Point[] {
  const line = border(detail).map((place) => projection(frame)(place));
  return [...line, ...line.slice(0, 1)];
}

/** Say in words what the map has. */
function describe(places: readonly { text: string }[], countries: readonly { text: string }[]): string {
  const list = (names: readonly { text: string }[]) => names.map(({ text }) => text).join(', ') || 'none';
  return `Places: ${list(places)}. Countries named for orientation: ${list(countries)}.`;
}
