import type { Places } from '#document/map-settings.ts';
import type { MapPlace } from './place-mark.ts';

type Location = Pick<MapPlace, 'longitude' | 'latitude' | 'kind'>;

/** Find the position of a place, in degrees east and north. */
export function locate(name: string, { towns, areas }: Places): Location | undefined {
  const positionIn = (places: typeof towns) =>
    Object.entries(places).find(([known]) => known.normalize('NFC') === name.normalize('NFC'))?.[1];
  const [town, area] = [towns, areas].map(positionIn);
  const [longitude, latitude] = town ?? area ?? [];
  if (longitude === undefined || latitude === undefined) return undefined;
  return { longitude, latitude, kind: town ? 'town' : 'area' };
}
