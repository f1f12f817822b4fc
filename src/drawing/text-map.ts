/** In units of the drawing, as many as the map can tell apart: it has no more strips, however often a text is cited. */
export const MAP_WIDTH = 1000;

/** What shows where a unit holds several: a cited passage is seen, however short it is. */
const USES = ['cited', 'uncited', 'apart'];

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly use: string;
}

/**
 * Draw which stretches of a text are used in which way, as one path for each use, over the height of 24.
 *
 * @param stretches In order, without gaps.
 */
export function mapStretches(stretches: readonly Stretch[]): { readonly use: string; readonly path: string }[] {
  const from = Number(stretches.at(0)?.start);
  const length = Number(stretches.at(-1)?.end) - from;
  const at = (offset: number) => (MAP_WIDTH * (offset - from)) / length;
  const units: (string | undefined)[] = Array(MAP_WIDTH).fill(undefined);
  for (const shown of USES.toReversed()) {
    for (const { start, end, use } of stretches) {
      if (use === shown) units.fill(use, Math.floor(at(start)), Math.ceil(at(end)));
    }
  }
  return USES.flatMap((use) => {
    const path = stripsOf(units, use).map(({ at, width }) => `M${at} 0h${width}v24h-${width}z`);
    return path.length === 0 ? [] : [{ use, path: path.join('') }];
  });
}

/** The runs of units with one use. */
function stripsOf(units: readonly (string | undefined)[], use: string): { at: number; width: number }[] {
  const borders = (isBorder: (at: number) => boolean) =>
    [...units.keys()].filter((at) => units[at] === use && isBorder(at));
  const ends = borders((at) => units[at + 1] !== use);
  return borders((at) => units[at - 1] !== use).map((at, index) => ({ at, width: Number(ends[index]) + 1 - at }));
}
