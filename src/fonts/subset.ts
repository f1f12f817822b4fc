/**
 * Cut the typeface down to the characters, weights and features that the site uses: `npm run fonts`. The files are
 * part of the repository, so that a build needs no font tools.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { readCorpus } from '#io/read-corpus.ts';
import { LATIN } from './characters.ts';
import { LETTERS_FILE, lettersOf } from './letters.ts';

const FEATURES = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'pnum', 'lnum', 'tnum', 'sups'];
const WEIGHTS = { min: 400, max: 600 };

const folder = import.meta.dirname;
const packaged = createRequire(import.meta.url).resolve('@fontsource-variable/source-serif-4/unicode.json');

async function write(from: string, to: string, characters: string, wght: typeof WEIGHTS | number): Promise<void> {
  const font = readFileSync(join(packaged, `../files/source-serif-4-${from}.woff2`));
  const options = { targetFormat: 'woff2', variationAxes: { wght }, keepFeatures: FEATURES } as const;
  const subset = await subsetFont(font, characters, options);
  writeFileSync(join(folder, `${to}.woff2`), subset);
  process.stdout.write(`${to}.woff2  ${subset.length} bytes\n`);
}

await write('latin-wght-normal', 'serif', LATIN, WEIGHTS);
await write('latin-wght-italic', 'serif-italic', LATIN, 400);

for (const name of readdirSync(folder)) if (/^letters-.*\.woff2$/.test(name)) rmSync(join(folder, name));
const all = [...lettersOf(readCorpus(process.cwd(), { withDrafts: true }).corpus)];
let css = `/* Written by \`npm run fonts\`, for ${all.join('').replaceAll('*/', '')} */\n`;
let left = all;
for (const [name, ranges] of Object.entries<string>(JSON.parse(readFileSync(packaged, 'utf8')))) {
  const own = left.filter((letter) => isIn(ranges, letter.codePointAt(0) ?? 0));
  left = left.filter((letter) => !own.includes(letter));
  if (own.length === 0) continue;
  await write(`${name}-wght-normal`, `letters-${name}`, own.join(''), WEIGHTS);
  css += `@font-face {
  font-family: 'Source Serif 4';
  font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
  font-display: optional;
  src: url('letters-${name}.woff2') format('woff2');
  unicode-range: ${own.map((letter) => `U+${letter.codePointAt(0)?.toString(16).toUpperCase()}`).join(', ')};
}
`;
}
writeFileSync(LETTERS_FILE, css);
if (left.length > 0) process.stdout.write(`not in the typeface, and set in one of the reader's: ${left.join(' ')}\n`);

/** Is a code point in ranges such as `U+0400-045F,U+2116`? */
function isIn(ranges: string, point: number): boolean {
  return ranges.split(',').some((range) => {
    const [from = 0, to = from] = range
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return from <= point && point <= to;
  });
}
