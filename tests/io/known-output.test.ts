import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprintOfBuild } from '#io/fingerprint.ts';
import { isKnownOutput, keepOutput } from '#io/known-output.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** In another order than that of the disk. */
const digests = new Map([
  ['index.html', sha256('home')],
  ['articles/index.html', sha256('articles')],
]);

/** A project with a site, which is kept for the state `a`. */
function built() {
  const root = mkdtempSync(join(tmpdir(), 'known-output-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const output = join(root, 'dist');
  mkdirSync(join(output, 'articles'), { recursive: true });
  writeFileSync(join(output, 'index.html'), 'home');
  writeFileSync(join(output, 'articles/index.html'), 'articles');
  keepOutput(root, output, 'a', digests);
  return { root, output };
}

test('the site that was built last is known by its state and its place', () => {
  const { root, output } = built();
  expect(isKnownOutput(root, output, 'a')).toBe(true);
  expect(isKnownOutput(root, output, 'b')).toBe(false);
  expect(isKnownOutput(root, join(root, 'other'), 'a')).toBe(false);
  keepOutput(root, output, 'b', digests);
  expect(isKnownOutput(root, output, 'a')).toBe(false);
});

test.for<[change: string, (output: string) => void]>([
  ['a file that has one byte more', (output) => appendFileSync(join(output, 'articles/index.html'), ' ')],
  ['a file that is gone', (output) => rmSync(join(output, 'index.html'))],
  ['a file too many', (output) => writeFileSync(join(output, 'stray.html'), '')],
  ['a hidden file too many', (output) => writeFileSync(join(output, '.stray'), '')],
  ['a link too many', (output) => symlinkSync('index.html', join(output, 'stray.html'))],
  [
    'a file that a link took the place of',
    (output) => {
      rmSync(join(output, 'index.html'));
      symlinkSync('articles/index.html', join(output, 'index.html'));
    },
  ],
  ['no file at all', (output) => rmSync(output, { recursive: true })],
])('a site with %s is not known', ([, change]) => {
  const { root, output } = built();
  change(output);
  expect(isKnownOutput(root, output, 'a')).toBe(false);
});

test.for<[what: string, file: string]>([
  ['a source', 'sources/a.txt'],
  ['a document', 'content/articles/a.mdx'],
  ['a page of the site', 'src/pages/index.astro'],
  ['a style sheet', 'src/styles/a.css'],
  ['a typeface', 'src/fonts/a.woff2'],
  ['the example of a rule, which its page shows', 'tests/fixtures/problems/source-unknown/about.md'],
  ['a file that is served as it is', 'public/a.txt'],
  ['the configuration', 'astro.config.mjs'],
  ['a setting of the environment in a file', '.env.production'],
])('%s is part of what a build is told by', ([, file]) => {
  const { root } = built();
  mkdirSync(join(root, file, '..'), { recursive: true });
  const without = fingerprintOfBuild(root, []);
  writeFileSync(join(root, file), 'one');
  const one = fingerprintOfBuild(root, []);
  writeFileSync(join(root, file), 'two');
  expect(new Set([without, one, fingerprintOfBuild(root, []), fingerprintOfBuild(root, ['more'])]).size).toBe(4);
});
