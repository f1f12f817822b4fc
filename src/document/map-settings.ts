import { z } from 'zod';
import { text } from './front-matter.ts';

const degrees = (most: number, way: string) =>
  z
    .number({ error: `Expected degrees ${way}` })
    .min(-most, { error: `Expected at least -${most} degrees ${way}` })
    .max(most, { error: `Expected at most ${most} degrees ${way}` });
const longitude = degrees(180, 'east');
// No conic projection has a pole in the middle of a rectangle.
const latitude = degrees(85, 'north');

const Positions = z
  .record(
    text('a name'),
    z.tuple([longitude, latitude], { error: 'Expected degrees east and north, such as `[10.75, 59.91]`' }),
  )
  .default({});

/** What a map shows. */
export const MapSettings = z
  .strictObject({
    title: text('what the map shows').describe('What the map shows.'),
    width: z
      .number()
      .int()
      .min(256, { error: 'Expected a width of at least 256: letters would be too large' })
      .max(412, { error: 'Expected a width of at most 412: letters would be too small on telephones' })
      .default(330)
      .describe('From 256 to 412; the height is 330. With all maps in a row, a unit is about a pixel.'),
    west: longitude.describe('In degrees. The middle row of the map shows at least what is from west to east.'),
    east: longitude.describe('East of `west`.'),
    south: latitude.describe('In degrees. The middle column shows at least what is from south to north.'),
    north: latitude.describe('North of `south`.'),
    labels: Positions.describe('Names for orientation, such as those of countries, in degrees east and north.'),
    outline: Positions.describe('Of a detail: the name of its outline on the first map, and where it stands there.'),
  })
  .refine(({ west, east }) => west < east, { path: ['east'], error: 'Expected a longitude east of `west`' })
  .refine(({ south, north }) => south < north, { path: ['north'], error: 'Expected a latitude north of `south`' });
export type MapSettings = z.output<typeof MapSettings>;

/** Positions of places that documents name. */
export const Places = z.strictObject({
  towns: Positions.describe('Towns and the like, each a dot, in degrees east and north.'),
  areas: Positions.describe('Countries, regions and the like, each a patch around one point.'),
});
export type Places = z.output<typeof Places>;
