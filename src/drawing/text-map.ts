import type { PublishedSource } from '#publication/publish-source.ts';

type Stretch = PublishedSource['coverage']['stretches'][number];

/** The width of a map in units; it has at most one strip a unit, however often a text is cited. */
export const MAP_WIDTH = 1000;

/** By precedence: a unit with several uses shows the first, so that even a short cited passage is seen. */
const USES = ['cited', 'uncited', 'apart'] as const;

/** The share of a text that is cited, in whole percent, rounded down. */
export function percentCited({ cited, citable }: PublishedSource['coverage']): number {
  return Math.floor((100 * cited) / Math.max(1, citable));
}

/**
 * Draw the use of each stretch of a text as strips 24 units high, one path for each use.
 *
 * @param stretches In order, without gaps.
 */
export function mapStretches(stretches: readonly Stretch[]): { readonly use: string; readonly path: string }[] {
  const from = stretches[0]?.start ?? 0;
  const length = (stretches.at(-1)?.end ?? 0) - from;
  const at = (offset: number) => (MAP_WIDTH * (offset - from)) / length;
  const units: string[] = Array(MAP_WIDTH).fill('');
  for (const shown of USES.toReversed()) {
    for (const { start, end, use } of stretches) {
      if (use === shown) units.fill(use, Math.floor(at(start)), Math.ceil(at(end)));
    }
  }
  return USES.flatMap((use) => {
    const path = stripsOf(units, use).map(({ start, end }) => `M${start} 0h${end - start}v24h-${end - start}z`);
    return path.length === 0 ? [] : [{ use, path: path.join('') }];
  });
}

/** The runs of units with one use. */
function stripsOf(units: readonly string[], use: string): { start: number; end: number }[] {
  const strips: { start: number; end: number }[] = [];
  for (const [index, unit] of units.entries()) {
    const last = strips.at(-1);
    if (unit !== use) continue;
    if (last?.end === index) last.end += 1;
    else strips.push({ start: index, end: index + 1 });
  }
  return strips;
}
