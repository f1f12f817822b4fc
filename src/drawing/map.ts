import type { Element } from 'hast';
import { s } from 'hastscript';
import { border, type Frame, type MapLabel, projection } from './frame.ts';
import { type Placement, placeLabels } from './label-placement.ts';
import { dots, drawOutlines, type Point, path } from './outlines.ts';
import { linkedMark, type MapPlace, nameText, patchFill, RADIUS } from './place-mark.ts';
import { separate } from './separate.ts';

export interface DrawnMap {
  readonly name: Frame['name'];
  readonly svg: Element;
  /** The places beyond this map. */
  readonly outside: readonly MapPlace[];
}

/**
 * The largest size of the letters, in units of the map: where a page is 320 px wide, the widest map has 288 px and its
 * letters 11 px. The style sheet makes them smaller where there is more room; marks and distances are in em and follow.
 */
export const LABEL_SIZE = 16;
/** Letter spacing of names without a mark, in em; also in the style sheet. */
const TRACKING = 0.06;
/** Between the centers of two marks, in units: towns that coincide at this scale are drawn side by side. */
const LEAST_DISTANCE = 2.3 * RADIUS.town * LABEL_SIZE;

/**
 * Draw an overview, which is the first frame, and its details. Each place is on the first detail that contains it, or
 * else on the overview.
 */
export function drawMaps(
  places: readonly MapPlace[],
  [first, ...others]: readonly Frame[],
): { maps: readonly DrawnMap[]; outside: readonly MapPlace[] } {
  if (!first) return { maps: [], outside: places };
  let left = places;
  const details = others.map((frame) => {
    const drawn = drawMap(left, frame);
    left = drawn.outside;
    return drawn;
  });
  const overview = drawMap(left, first, others);
  return { maps: [overview, ...details], outside: overview.outside };
}

/**
 * Draw one map, with a linked mark and name for each place on it.
 *
 * @param details The frames to outline on it.
 */
export function drawMap(places: readonly MapPlace[], frame: Frame, details: readonly Frame[] = []): DrawnMap {
  const { name, title, width, height, labels } = frame;
  const { land, borders, ink } = drawOutlines(frame);
  const project = projection(frame);
  const id = (part: string) => `${name}-${part}`;
  const at = ({ longitude, latitude }: MapLabel) => {
    const [x, y] = project([longitude, latitude]);
    return { x, y };
  };

  const shown = places
    .map((place) => ({ place, ...at(place) }))
    .filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
  const marked = shown.map(({ place }) => place);
  const marks = separate(shown, LEAST_DISTANCE).map(({ place, x, y }) => ({
    ...{ text: place.name, x, y, radius: RADIUS[place.kind] },
    draw: (placement: Placement) => linkedMark(place, placement, id('patch')),
  }));
  const printed = (label: MapLabel, className: string) => ({
    ...{ text: label.name, ...at(label), tracking: TRACKING },
    draw: (placement: Placement) => nameText(placement, className),
  });
  const orientation = [
    ...labels
      .filter((label) => marked.every((place) => place.name !== label.name))
      .map((one) => printed(one, 'country')),
    ...details.flatMap(({ outlined }) => outlined.map((one) => printed(one, 'detail-name'))),
  ];
  const outlines = details.map((detail): Point[] => {
    const line = border(detail).map((place) => project(place));
    return [...line, ...line.slice(0, 1)];
  });
  const placements = placeLabels([...orientation, ...marks], {
    ...{ width, height, size: LABEL_SIZE },
    ink: [...ink, ...outlines.flatMap(dots)],
  });

  const attributes = { className: ['map', name], viewBox: `0 0 ${width} ${height}`, fontSize: LABEL_SIZE };
  const svg = s('svg', { ...attributes, role: 'group', ariaLabelledBy: [id('title'), id('description')] }, [
    s('title', { id: id('title') }, title),
    s('desc', { id: id('description') }, describe(marks, orientation)),
    marked.some(({ kind }) => kind === 'area') ? patchFill(id('patch')) : undefined,
    s('rect', { className: ['sea'], width, height }),
    s('path', { className: ['land'], d: land }),
    s('path', { className: ['borders'], d: borders }),
    ...outlines.map((line) => s('path', { className: ['detail'], d: path(line) })),
    ...placements.map((placement) => placement.name.draw(placement)),
  ]);
  return { name, svg, outside: places.filter((place) => !marked.includes(place)) };
}

/** The map in words, for readers who do not see it. */
function describe(places: readonly { text: string }[], countries: readonly { text: string }[]): string {
  const list = (names: readonly { text: string }[]) => names.map(({ text }) => text).join(', ') || 'none';
  return `Places: ${list(places)}. Countries named for orientation: ${list(countries)}.`;
}
