/**
 * Cut the typeface down to the characters, weights and features that the site uses: `npm run fonts`. The files are
 * part of the repository, so that a build needs no font tools.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { CYRILLIC, CYRILLIC_EXTENDED, LATIN, LATIN_EXTENDED } from './characters.ts';

const FEATURES = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'pnum', 'lnum', 'tnum', 'sups'];

const SUBSETS = [
  { from: 'latin-wght-normal', to: 'serif', text: LATIN, wght: { min: 400, max: 600 } },
  { from: 'latin-wght-italic', to: 'serif-italic', text: LATIN, wght: 400 },
  { from: 'latin-ext-wght-normal', to: 'serif-extended', text: LATIN_EXTENDED, wght: { min: 400, max: 600 } },
  { from: 'cyrillic-wght-normal', to: 'serif-cyrillic', text: CYRILLIC, wght: 400 },
  { from: 'cyrillic-ext-wght-normal', to: 'serif-schwa', text: CYRILLIC_EXTENDED, wght: 400 },
] as const;

const require = createRequire(import.meta.url);
for (const { from, to, text, wght } of SUBSETS) {
  const font = readFileSync(require.resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${from}.woff2`));
  const subset = await subsetFont(font, text, {
    targetFormat: 'woff2',
    variationAxes: { wght },
    keepFeatures: FEATURES,
  });
  const path = fileURLToPath(new URL(`${to}.woff2`, import.meta.url));
  writeFileSync(path, subset);
  process.stdout.write(`${to}.woff2  ${subset.length} bytes\n`);
}
