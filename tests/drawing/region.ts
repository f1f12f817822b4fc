import { SiteSettings } from '#document/site-settings.ts';
import { framesOf } from '#drawing/frame.ts';
import { locate } from '#drawing/gazetteer.ts';
import type { MapPlace } from '#drawing/place-mark.ts';

/** The maps and places of a site on northern seas. */
const { maps, places } = SiteSettings.parse({
  name: 'Storms',
  address: 'https://storms.example',
  maps: [
    {
      title: 'From Iceland to Finland',
      ...{ width: 412, west: -26, east: 33, south: 48, north: 70 },
      labels: { France: [2, 48.5], Norway: [11, 64.5], Poland: [19.5, 52], Sweden: [15.5, 62.5] },
    },
    {
      title: 'Denmark and its neighbours',
      ...{ width: 380, west: 7.5, east: 15.5, south: 54, north: 58 },
      labels: { Denmark: [9.2, 56.2], Germany: [10, 54.2], Sweden: [14.2, 57] },
      outline: { Denmark: [9, 59] },
    },
    {
      title: 'Iceland',
      ...{ width: 264, west: -25, east: -13, south: 62.5, north: 67 },
      labels: { Iceland: [-18.5, 64.9] },
      outline: { Iceland: [-19, 62] },
    },
  ],
  places: {
    towns: {
      ...{ Aarhus: [10.2, 56.15], Akureyri: [-18.1, 65.68], Bergen: [5.32, 60.39], Copenhagen: [12.57, 55.68] },
      ...{ Helsinki: [24.94, 60.17], London: [-0.13, 51.51], Malmö: [13, 55.6], Odense: [10.39, 55.4] },
      ...{ Reykjavík: [-21.9, 64.15], Riga: [24.1, 56.95], Lisbon: [-9.1, 38.7] },
    },
    areas: { Ireland: [-8, 53.2], Scania: [13.6, 55.9] },
  },
});

export const MAPS = maps;
export const PLACES = places;
export const FRAMES = framesOf(maps);
/** Those that are on one of the maps. */
export const NAMED = [...Object.keys(places.towns), ...Object.keys(places.areas)].filter((name) => name !== 'Lisbon');

export function place(name: string, more: Partial<MapPlace> = {}): MapPlace {
  const location = locate(name, places) ?? { longitude: 20, latitude: 60, kind: 'town' };
  const id = name.toLowerCase();
  return { id, name, ...location, href: `#${id}`, statements: 2, ...more };
}
