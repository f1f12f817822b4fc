import type { MapPlace } from './place-mark.ts';

type Location = Pick<MapPlace, 'longitude' | 'latitude' | 'kind'>;

/**
 * General geography, in none of the five texts: a position puts a mark on a small map, and no sentence rests on it.
 * An area is one point near its middle. The village called "Red village" is missing, since no text says where it is.
 */
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
  ['Belarus', 28, 53.5, 'area'],
  ['Egypt', 29.8, 26.6, 'area'],
  ['Georgia', 43.5, 42.2, 'area'],
  ['Iran', 53.7, 32.5, 'area'],
  ['Israel', 34.9, 31, 'area'],
  ['Jordan', 36.5, 31.2, 'area'],
  ['Morocco', -6.3, 31.9, 'area'],
  ['Nagorno-Karabakh', 46.75, 39.85, 'area'],
  ['Russia', 45, 54, 'area'],
  ['Switzerland', 8.2, 46.8, 'area'],
  ['Turkey', 34, 39.2, 'area'],
  ['United Arab Emirates', 54.3, 23.9, 'area'],
];

/** Find the position of a place that the texts name, in degrees east and north. */
export function locate(name: string): Location | undefined {
  const place = PLACES.find(([known]) => known === name.normalize('NFC'));
  return place && { longitude: place[1], latitude: place[2], kind: place[3] };
}
