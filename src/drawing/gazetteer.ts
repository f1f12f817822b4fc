import type { FrameName } from './frame.ts';
import type { PlacedLabel } from './places-map.ts';

/** Where a place is, as far as a map of half a page can tell. */
export interface Location {
  /** Degrees, east and north. */
  readonly longitude: number;
  readonly latitude: number;
  readonly kind: 'town' | 'area';
}

const PLACES: readonly (readonly [name: string, longitude: number, latitude: number, kind: Location['kind']])[] = [
  ['Acre', 35.08, 32.93, 'town'],
  ['Ashkelon', 34.57, 31.67, 'town'],
  ['Baku', 49.87, 40.41, 'town'],
  ['Ceyhan', 35.82, 37.03, 'town'],
  ['Eilat', 34.95, 29.56, 'town'],
  ['Moscow', 37.62, 55.76, 'town'],
  ['Quba', 48.51, 41.36, 'town'],
  ['Qırmızı Qəsəbə', 48.51, 41.37, 'town'],
  ['Tbilisi', 44.8, 41.72, 'town'],
  ['Tehran', 51.39, 35.69, 'town'],
  ['Tel Aviv', 34.78, 32.08, 'town'],
  ['Washington', -77.04, 38.91, 'town'],
  ['Albania', 20.07, 41.14, 'area'],
  ['Armenia', 44.95, 40.3, 'area'],
  ['Azerbaijan', 48.3, 40.4, 'area'],
  ['Bahrain', 50.55, 26.05, 'area'],
  ['Belarus', 28.0, 53.5, 'area'],
  ['Egypt', 29.8, 26.6, 'area'],
  ['Georgia', 43.5, 42.2, 'area'],
  ['Iran', 53.7, 32.5, 'area'],
  ['Israel', 34.9, 31.0, 'area'],
  ['Jordan', 36.5, 31.2, 'area'],
  ['Morocco', -6.3, 31.9, 'area'],
  ['Nagorno-Karabakh', 46.75, 39.85, 'area'],
  ['Russia', 45.0, 54.0, 'area'],
  ['Switzerland', 8.2, 46.8, 'area'],
  ['Turkey', 34.0, 39.2, 'area'],
  ['United Arab Emirates', 54.3, 23.9, 'area'],
];

/** Where the name of a country stands on each map that has room for it, on ground that nobody disputes. */
const LABELS: readonly (readonly [map: FrameName, name: string, longitude: number, latitude: number])[] = [
  ['overview', 'Albania', 20.07, 41.14],
  ['overview', 'Belarus', 28.0, 53.5],
  ['overview', 'Egypt', 29.5, 29.5],
  ['overview', 'Iran', 49.8, 33.2],
  ['overview', 'Russia', 43.0, 53.0],
  ['overview', 'Switzerland', 8.2, 46.8],
  ['overview', 'Turkey', 33.5, 39.2],
  ['caucasus', 'Armenia', 44.7, 40.5],
  ['caucasus', 'Azerbaijan', 48.2, 40.5],
  ['caucasus', 'Georgia', 44.2, 42.1],
  ['caucasus', 'Iran', 47.6, 38.5],
  ['caucasus', 'Russia', 46.8, 42.6],
  ['israel', 'Egypt', 33.7, 30.1],
  ['israel', 'Israel', 34.8, 30.7],
  ['israel', 'Jordan', 36.2, 30.9],
];

/**
 * Find where a place is that the five texts name.
 *
 * The positions are general geography and stand in none of the texts: they serve to put a mark on a map and nothing else, and
 * no sentence rests on them. An area is one point somewhere in its middle. The village that a text calls "Red village" is not
 * here, since no text says where it is.
 */
export function locate(name: string): Location | undefined {
  const [place] = PLACES.filter(([known]) => known === name.normalize('NFC'));
  return place && { longitude: place[1], latitude: place[2], kind: place[3] };
}

/** Find the points for the names of countries, by map; none for a country that is on no map. As general as `locate`. */
export function labelsOf(names: readonly string[]): PlacedLabel[] {
  return LABELS.filter(([, name]) => names.includes(name)).map(([map, name, longitude, latitude]) => ({
    map,
    name,
    longitude,
    latitude,
  }));
}
