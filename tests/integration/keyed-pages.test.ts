import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** A module of the site that is imported, and the names that are. */
interface Import {
  readonly names: readonly string[];
  readonly from: string;
}

const read = (file: string) => readFileSync(file, 'utf8');

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(/^import (?:type )?(?:(.+?) from )?'([^']+)';$/gms)].map(
    ([, names = '', from = '']) => ({
      names: [...names.matchAll(/\w+/g)].map(([name]) => name),
      from: from.startsWith('#') ? join('src', from.slice(1)) : from.startsWith('.') ? join(dirname(file), from) : from,
    }),
  );
}

const PATHS = ['src/pages/_paths.ts', 'src/pages/problems/_rules.ts'];
const keyed = globSync('src/pages/**/*.{astro,ts}').filter(
  (file) =>
    !file.includes('/_') &&
    importsOf(file).some(
      ({ names, from }) => PATHS.includes(from) && names.some((name) => /(?:Paths|Pages)$/.test(name)),
    ) &&
    /getStaticPaths/.test(read(file)),
);

/** What such a page may ask for by itself: the key has the text of its document, and the texts of its sources. */
const COVERED = ['siteOf', 'textOf', 'proofSources'];
const BODIES = ['virtual:bodies', 'virtual:article-trees', 'virtual:pictures'];

/** Every module that a page takes anything from, but what makes its key. */
function* modulesOf(file: string, seen = new Set<string>()): Generator<readonly [file: string, used: Import]> {
  if (seen.has(file)) return;
  seen.add(file);
  for (const used of importsOf(file)) {
    if (PATHS.includes(used.from)) continue;
    yield [file, used];
    if (used.from === 'src/pages/_published.ts') continue;
    if (used.from.startsWith('src/') && /\.(?:astro|ts)$/.test(used.from)) yield* modulesOf(used.from, seen);
  }
}

test.for(keyed)('%s is given in its properties all that it shows of what was checked', (page) => {
  const asks = [...modulesOf(page)].flatMap(([file, { names, from }]) => {
    const isCovered = from === 'src/pages/_published.ts' && names.every((name) => COVERED.includes(name));
    const isAsked = from.startsWith('virtual:') || from === 'src/pages/_published.ts';
    return isAsked && !isCovered && !BODIES.includes(from) ? `${file} imports ${names} from ${from}` : [];
  });
  expect(asks).toEqual([]);
});

test('pages of articles, sources and rules may be taken from an earlier site', () => {
  expect(keyed).toEqual(
    expect.arrayContaining([
      'src/pages/articles/[slug].astro',
      'src/pages/articles/[slug].md.ts',
      'src/pages/articles/[slug]/annotations.jsonld.ts',
      'src/pages/articles/[slug]/citations.json.ts',
      'src/pages/sources/[id].astro',
      'src/pages/sources/[id]/statements/[number].astro',
      'src/pages/problems/[rule].astro',
    ]),
  );
});
