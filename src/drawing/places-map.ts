import { DETAILS, type FrameName, OVERVIEW } from './frame.ts';
import { type DrawnMap, drawMap, type MapLabel } from './map.ts';
import type { MapPlace } from './place-mark.ts';

/** A country's name at its point on one of the maps: the maps overlap, so each has names of its own. */
export interface PlacedLabel extends MapLabel {
  readonly map: FrameName;
}

interface PlacesMap {
  readonly maps: readonly (DrawnMap & { readonly name: FrameName })[];
  /** The ids of the places that are on none of the maps. */
  readonly outside: readonly string[];
}

/** Draw the overview and the details. Each place is on one map: on the first detail that shows it, or else on the overview. */
export function drawPlaces(places: readonly MapPlace[], labels: readonly PlacedLabel[]): PlacesMap {
  const on = (map: FrameName) => labels.filter((label) => label.map === map);
  let left = places;
  const draw = (frame: typeof OVERVIEW, details: typeof DETAILS) => {
    const drawn = drawMap(left, { frame, labels: on(frame.name), details });
    left = left.filter(({ id }) => drawn.outside.includes(id));
    return { ...drawn, name: frame.name };
  };

  const details = DETAILS.map((frame) => draw(frame, []));
  const overview = draw(OVERVIEW, DETAILS);
  return { maps: [overview, ...details], outside: overview.outside };
}
