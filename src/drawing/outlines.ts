import { geoStream } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { Polygon } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { border, type Frame, projection } from './frame.ts';

export type Point = readonly [x: number, y: number];

/** The paths of a map, in units of its sheet. */
export interface Outlines {
  readonly land: string;
  /** The lines between countries, without coasts. All are alike: the data set's lines, none chosen or left out by hand. */
  readonly borders: string;
  /** Points all along the lines of both, so that names can keep off them. */
  readonly ink: readonly Point[];
}

/** So far beyond the sheet the outlines go on, so that the stroke of a cut edge is not seen. */
const BLEED = 3;
/** Points nearer than this to the one before say nothing at the size of a page. */
const FINEST = 1;
/** Between two dots of ink. */
const STEP = 2;

/** Draw land and borders of a frame, as small as can be: what lies beyond the sheet or is finer than print is left out. */
export function drawOutlines(frame: Frame): Outlines {
  const geometries = polygonsNear(frame);
  const { stream } = projection(frame)
    // The data are finer than the sheet: no points have to be put in between.
    .precision(0)
    .clipExtent([
      [-BLEED, -BLEED],
      [frame.width + BLEED, frame.height + BLEED],
    ]);

  /** All rings or lines of an object on the sheet, but those that are too small to be one. */
  const lines = (object: Parameters<typeof geoStream>[0], least: number): Point[][] => {
    const found: Point[][] = [];
    let line: Point[] = [];
    const sink = {
      point: (x: number, y: number) => {
        line.push([x, y]);
      },
      lineStart: () => {
        line = [];
      },
      lineEnd: () => {
        found.push(thin(line));
      },
      polygonStart: () => {},
      polygonEnd: () => {},
    };
    geoStream(object, stream(sink));
    return found.filter(({ length }) => length >= least);
  };

  const land = lines(merge(atlas, geometries), 3);
  const borders = lines(
    mesh(atlas, { type: 'GeometryCollection', geometries }, (a, b) => a !== b),
    2,
  );
  return {
    land: land.map((ring) => `${path(ring)}z`).join(''),
    borders: borders.map(path).join(''),
    ink: [...land, ...borders].flatMap(dots),
  };
}

/** Go along a line in steps of some units. */
export function dots(line: readonly Point[]): Point[] {
  return line.slice(1).flatMap((to, index) => line.slice(index, index + 1).flatMap((from) => between(from, to)));
}

function between([x, y]: Point, [toX, toY]: Point): Point[] {
  const count = Math.ceil(Math.hypot(toX - x, toY - y) / STEP);
  return Array.from({ length: count }, (_, index) => [
    x + ((toX - x) * index) / count,
    y + ((toY - y) * index) / count,
  ]);
}

/** The parts of countries that may be seen in a frame: projecting and cutting the whole world would take a second. */
function polygonsNear(frame: Frame): Polygon[] {
  const sheet = extent(border(frame));
  const isNear = (polygon: Polygon) => {
    const part = extent(feature(atlas, polygon).geometry.coordinates.flat());
    return part.west < sheet.east && part.east > sheet.west && part.south < sheet.north && part.north > sheet.south;
  };

  return atlas.objects.countries.geometries
    .flatMap(({ type, arcs }) => (type === 'Polygon' ? [arcs] : arcs))
    .map((arcs): Polygon => ({ type: 'Polygon', arcs }))
    .filter(isNear);
}

function extent(places: readonly (readonly number[])[]) {
  const longitudes = places.map((place) => Number(place[0]));
  const latitudes = places.map((place) => Number(place[1]));
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
}

/** Leave out the points that are too near to the one before; the ends stay, so that lines still meet. */
function thin(line: readonly Point[]): Point[] {
  const kept: Point[] = [];
  line.forEach(([x, y], index) => {
    const last = kept.at(-1);
    const isEnd = index === line.length - 1;
    if (last && Math.hypot(x - last[0], y - last[1]) < FINEST) {
      if (!isEnd) return;
      kept.pop();
    }
    kept.push([x, y]);
  });
  return kept;
}

/** Write a path with steps from point to point, which are shorter than places; counted in tenths, so that no error adds up. */
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
