import { type GeoProjection, geoConicConformal } from 'd3-geo';

/** A drawing's name; also the class and the beginning of the ids of its `svg`. */
export type FrameName = 'overview' | 'caucasus' | 'israel';

/** What a map shows, and on how large a sheet. */
export interface Frame {
  readonly name: FrameName;
  readonly title: string;
  /** What it is called on a map that outlines its sheet, and where. */
  readonly outlined?: { readonly name: string; readonly longitude: number; readonly latitude: number };
  /** In units of the drawing; beside each other at one height, three sheets fill the page's width, and a unit is a pixel. */
  readonly width: number;
  readonly height: number;
  /** Degrees. The sheet shows at least its middle row from west to east and its middle column from south to north. */
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** All places that are in none of the details, and where the details are. */
export const OVERVIEW: Frame = {
  name: 'overview',
  title: 'From Switzerland to the Caspian Sea',
  width: 412,
  height: 330,
  west: 5.5,
  east: 55.5,
  south: 28.2,
  north: 57.2,
};

/** What the overview has no room for. A place is in the first that shows it. */
export const DETAILS: readonly Frame[] = [
  {
    name: 'caucasus',
    title: 'Azerbaijan and its neighbours',
    outlined: { name: 'Azerbaijan', longitude: 48.4, latitude: 44.4 },
    width: 380,
    height: 330,
    west: 43.4,
    east: 51.3,
    south: 38,
    north: 42.9,
  },
  {
    name: 'israel',
    title: 'Israel and its neighbours',
    outlined: { name: 'Israel', longitude: 29.9, latitude: 32.4 },
    width: 264,
    height: 330,
    west: 32.8,
    east: 37,
    south: 29.2,
    north: 33.5,
  },
];

type Degrees = [longitude: number, latitude: number];
type Units = [x: number, y: number];
type Invertible = ((place: Degrees) => Units) & { invert: (point: Units) => Degrees } & GeoProjection;

/** Project degrees to units of the frame's sheet: conic and conformal, so that small shapes keep their form. */
export function projection({ width, height, west, east, south, north }: Frame): Invertible {
  const [middle, centre] = [(west + east) / 2, (south + north) / 2];
  const sixth = (north - south) / 6;
  const fitted = geoConicConformal()
    .rotate([-middle, 0])
    // Standard parallels a sixth from the edges spread the distortion evenly.
    .parallels([south + sixth, north - sixth])
    .fitSize([width, height], {
      type: 'MultiPoint',
      coordinates: [
        [west, centre],
        [east, centre],
        [middle, south],
        [middle, north],
      ],
    });
  // Every conic projection has an inverse and a point for each place; only the types leave it open.
  return fitted as Invertible;
}

/** Where a sheet's border lies on the globe: its corners and the middles of its sides, clockwise from the upper left. */
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
