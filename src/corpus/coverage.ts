import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import type { CitedPassage } from './statement.ts';

/** A stretch of a raw text that is used in one way. `apart` is what no article can cite: page marks, captions, withheld. */
interface Stretch extends Span {
  readonly use: 'cited' | 'uncited' | 'apart';
}

/** How much of a text the site uses. Plain data. */
export interface Coverage {
  /** Letters and digits in cited passages. */
  readonly cited: number;
  /** Letters and digits that an article could cite. */
  readonly citable: number;
  /** From the first letter to the last one, without gaps; neighbours differ in use. Offsets are those of the raw text. */
  readonly stretches: readonly Stretch[];
}

/** Measure which letters and digits of a source are cited; all other characters belong to the letter before them. */
export function measureCoverage({ raw, regions }: Source, cited: readonly CitedPassage[]): Coverage {
  const uses: Stretch['use'][] = new Array(raw.length);
  for (const { passage } of cited) for (const { start, end } of passage.raw) uses.fill('cited', start, end);
  for (const { start, end } of regions) uses.fill('apart', start, end);

  const letters = { cited: 0, uncited: 0, apart: 0 };
  const stretches: Stretch[] = [];
  for (const { 0: letter, index } of raw.matchAll(/[\p{L}\p{N}]/gu)) {
    const use = uses[index] ?? 'uncited';
    letters[use]++;
    const last = stretches.at(-1);
    const end = index + letter.length;
    if (last?.use === use) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start: last?.end ?? index, end, use });
  }
  return { cited: letters.cited, citable: letters.cited + letters.uncited, stretches };
}
