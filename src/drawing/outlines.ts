import { geoPath } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { Polygon } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { border, type Degrees, type Frame, projection } from './frame.ts';

export type Point = readonly [x: number, y: number];

/** The paths of a map, in units of its frame. */
export interface Outlines {
  readonly land: string;
  /**
   * The lines between countries, without coasts. All look alike: those of the data set, none added or removed by
   * hand.
   */
  readonly borders: string;
  /** Points along all of these lines, so that names can avoid them. */
  readonly ink: readonly Point[];
}

/** How far outlines continue beyond the frame, in units: the stroke along a clipped edge is not seen. */
const BLEED = 3;
/** Points closer to the one before than this, in units, make no visible difference. */
const FINEST = 1;
/** The distance of the points of `ink`, in units. */
const STEP = 2;

/** Draw land and borders as small as possible: what is beyond the frame or is too fine to be seen is left out. */
export function drawOutlines(frame: Frame): Outlines {
  const geometries = polygonsNear(frame);
  const clipped = projection(frame)
    // The data are finer than the map, so no points need to be interpolated.
    .precision(0)
    .clipExtent([
      [-BLEED, -BLEED],
      [frame.width + BLEED, frame.height + BLEED],
    ]);

  const linesOf = (object: ReturnType<typeof merge> | ReturnType<typeof mesh>, leastPoints: number) => {
    const lines: Point[][] = [];
    const ignore = () => {};
    geoPath(clipped, {
      moveTo: (x, y) => lines.push([[x, y]]),
      lineTo: (x, y) => lines.at(-1)?.push([x, y]),
      ...{ beginPath: ignore, closePath: ignore, arc: ignore },
    })(object);
    return lines.map(thin).filter(({ length }) => length >= leastPoints);
  };

  const land = linesOf(merge(atlas, geometries), 3);
  const isBorder = (a: object, b: object) => a !== b;
  const borders = linesOf(mesh(atlas, { type: 'GeometryCollection', geometries }, isBorder), 2);
  return {
    land: land.map((ring) => `${path(ring)}z`).join(''),
    borders: borders.map(path).join(''),
    ink: [...land, ...borders].flatMap(dots),
  };
}

/** Points along a line in equal steps, without its end. */
export function dots(line: readonly Point[]): Point[] {
  return line.slice(1).flatMap(([toX, toY], index) => {
    const [x, y] = line[index] ?? [toX, toY];
    const count = Math.ceil(Math.hypot(toX - x, toY - y) / STEP);
    const at = (step: number): Point => [x + ((toX - x) * step) / count, y + ((toY - y) * step) / count];
    return Array.from({ length: count }, (_, step) => at(step));
  });
}

/** The polygons that may be seen in a frame: projecting and clipping the whole world would take a second. */
function polygonsNear(frame: Frame): Polygon[] {
  const sheet = extent(border(frame));
  return atlas.objects.countries.geometries
    .flatMap(({ type, arcs }) => (type === 'Polygon' ? [arcs] : arcs))
    .map((arcs): Polygon => ({ type: 'Polygon', arcs }))
    .filter((polygon) => {
      const part = extent(feature(atlas, polygon).geometry.coordinates.flat() as Degrees[]);
      return part.west < sheet.east && part.east > sheet.west && part.south < sheet.north && part.north > sheet.south;
    });
}

function extent(places: readonly Degrees[]) {
  const longitudes = places.map(([longitude]) => longitude);
  const latitudes = places.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
}

/** Leave out points that are very close to the one before; the ends stay, so that lines still meet. */
function thin(line: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [index, [x, y]] of line.entries()) {
    const last = kept.at(-1);
    const isNear = last !== undefined && Math.hypot(x - last[0], y - last[1]) < FINEST;
    if (isNear && index < line.length - 1) continue;
    if (isNear) kept.pop();
    kept.push([x, y]);
  }
  return kept;
}

/**
 * Write a path in relative steps, which are shorter; they are counted in whole tenths, so that no error accumulates.
 */
export function path(line: readonly Point[]): string {
  let [x, y] = [0, 0];
  const steps = line.map((point) => {
    const [left, top] = [Math.round(10 * point[0]), Math.round(10 * point[1])];
    const step = [left - x, top - y].map((tenths) => String(tenths / 10).replace(/^(-?)0\./, '$1.'));
    [x, y] = [left, top];
    return step.join(' ').replace(' -', '-');
  });
  return `M${steps[0]}l${steps.slice(1).join(' ').replaceAll(' -', '-')}`;
}
