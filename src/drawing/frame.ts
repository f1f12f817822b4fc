import { type GeoProjection, geoConicConformal } from 'd3-geo';

/** A name of a country or region, printed for orientation; the position is in degrees east and north. */
export interface MapLabel {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** What a map shows, and at what size. */
export interface Frame {
  /** Also the class of its `svg` and part of the ids in it. */
  readonly name: 'overview' | 'caucasus' | 'israel';
  readonly title: string;
  /** In units of the drawing. With the three maps in a row, they fill the page and a unit is one pixel. */
  readonly width: number;
  readonly height: number;
  /** In degrees. The map shows at least its middle row from west to east and its middle column from south to north. */
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Neighbors that the texts name, where there is room for them, each on ground that nobody disputes. */
  readonly labels: readonly MapLabel[];
  /** The label of this map's outline on the overview. */
  readonly outlined?: MapLabel;
}

const label = (name: string, longitude: number, latitude: number): MapLabel => ({ name, longitude, latitude });

/** The places that no detail shows, and the outlines of the details. */
export const OVERVIEW: Frame = {
  name: 'overview',
  title: 'From Switzerland to the Caspian Sea',
  width: 412,
  height: 330,
  west: 5.5,
  east: 55.5,
  south: 28.2,
  north: 57.2,
  labels: [label('Egypt', 29.5, 29.5), label('Iran', 49.8, 33.2), label('Russia', 43, 53), label('Turkey', 33.5, 39.2)],
};

/** A place is on the first detail that contains it. */
export const DETAILS: readonly Frame[] = [
  {
    name: 'caucasus',
    title: 'Azerbaijan and its neighbours',
    width: 380,
    height: 330,
    west: 43.4,
    east: 51.3,
    south: 38,
    north: 42.9,
    labels: [
      label('Armenia', 44.7, 40.5),
      label('Azerbaijan', 48.2, 40.5),
      label('Georgia', 44.2, 42.1),
      label('Iran', 47.6, 38.5),
      label('Russia', 46.8, 42.6),
    ],
    outlined: label('Azerbaijan', 48.4, 44.4),
  },
  {
    name: 'israel',
    title: 'Israel and its neighbours',
    width: 264,
    height: 330,
    west: 32.8,
    east: 37,
    south: 29.2,
    north: 33.5,
    labels: [label('Egypt', 33.7, 30.1), label('Israel', 34.8, 30.7), label('Jordan', 36.2, 30.9)],
    outlined: label('Israel', 29.9, 32.4),
  },
];

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
