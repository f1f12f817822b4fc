import { type GeoProjection, geoConicConformal } from 'd3-geo';
import type { MapSettings } from '#document/map-settings.ts';

/** A name of a country or region, printed for orientation; the position is in degrees east and north. */
export interface MapLabel {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** What a map shows, and at what size. */
export interface Frame extends Pick<MapSettings, 'title' | 'width' | 'west' | 'east' | 'south' | 'north'> {
  /** Also the class of its `svg` and part of the ids in it. */
  readonly name: string;
  /** In units of the drawing, as the width. */
  readonly height: number;
  readonly labels: readonly MapLabel[];
  /** The labels of this map's outline on the first one. */
  readonly outlined: readonly MapLabel[];
}

const HEIGHT = 330;

/** The frames of the maps of a site: the first shows everything, the others are details of it. */
export function framesOf(maps: readonly MapSettings[]): Frame[] {
  const labelsOf = (positions: MapSettings['labels']) =>
    Object.entries(positions).map(([name, [longitude, latitude]]): MapLabel => ({ name, longitude, latitude }));
  return maps.map(({ labels, outline, ...map }, index) => ({
    ...map,
    name: `map-${index + 1}`,
    height: HEIGHT,
    labels: labelsOf(labels),
    outlined: labelsOf(outline),
  }));
}

/** What the style sheet has to know about the maps of a page: their widths, and how they stand in a row. */
export function frameStyle(frames: readonly Frame[]): string {
  const columns = ([first, ...others]: readonly Frame[]) =>
    first ? [first, ...others].map(({ width }) => `${width}fr`).join(' ') : 'none';
  const units = frames.map(({ name, width }) => `.${name}{--units:${width}}`).join('');
  return `:root{--maps:${columns(frames)};--details:${columns(frames.slice(1))}}${units}`;
}

export type Degrees = [longitude: number, latitude: number];
type Units = [x: number, y: number];
type Invertible = ((place: Degrees) => Units) & { invert: (point: Units) => Degrees } & GeoProjection;

/** Project degrees to units of the frame: conic and conformal, so that small shapes keep their form. */
export function projection({ width, height, west, east, south, north }: Frame): Invertible {
  const [middle, center] = [(west + east) / 2, (south + north) / 2];
  const sixth = (north - south) / 6;
  const fitted = geoConicConformal()
    .rotate([-middle, 0])
    // Standard parallels a sixth from the edges spread the distortion evenly.
    .parallels([south + sixth, north - sixth])
    .fitSize([width, height], {
      type: 'MultiPoint',
      coordinates: [
        [west, center],
        [east, center],
        [middle, south],
        [middle, north],
      ],
    });
  // A conic projection is defined everywhere and has an inverse; d3's types leave both open.
  return fitted as Invertible;
}

/** The border of a frame on the globe: corners and midpoints of its sides, clockwise from the upper left. */
export function border(frame: Frame): Degrees[] {
  const { invert } = projection(frame);
  const { width, height } = frame;
  return [
    invert([0, 0]),
    invert([width / 2, 0]),
    invert([width, 0]),
    invert([width, height / 2]),
    invert([width, height]),
    invert([width / 2, height]),
    invert([0, height]),
    invert([0, height / 2]),
  ];
}
