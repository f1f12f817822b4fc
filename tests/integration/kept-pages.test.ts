import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptPages } from '#integration/kept-pages.ts';

const FILE = 'articles/one/index.html';
const PLACE = 'node_modules/.cache/below-the-surface/pages';

/** A project whose site has one page, which was made of what has the key `k` with the program `a`. */
function newProject() {
  const root = mkdtempSync(join(tmpdir(), 'kept-pages-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const output = join(root, 'dist');
  const page = join(output, FILE);
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, 'a page');
  const pages = keptPages(root, output, 'a');
  pages.note(FILE, 'k', Buffer.from('a page'));
  pages.keep();
  const find = (cacheKey: string, program = 'a') => keptPages(root, output, program).find(FILE, cacheKey)?.toString();
  return { root, output, page, find };
}

test('a page is found while its key is the same', () => {
  const { find } = newProject();
  expect(find('k')).toBe('a page');
  expect(find('other')).toBeUndefined();
});

test('a page of another program is not found', () => {
  expect(newProject().find('k', 'b')).toBeUndefined();
});

test('a page that was found is known to the build after it, and one that was not is forgotten', () => {
  const { root, output, find } = newProject();
  const second = keptPages(root, output, 'a');
  second.find(FILE, 'k');
  second.keep();
  expect(find('k')).toBe('a page');
  keptPages(root, output, 'a').keep();
  expect(find('k')).toBeUndefined();
});

test('what was noted is not known before it is kept', () => {
  const { root, output, find } = newProject();
  keptPages(root, output, 'a').note(FILE, 'other', Buffer.from('a page'));
  expect(find('other')).toBeUndefined();
});

test.for<[what: string, spoil: (page: string, output: string) => void]>([
  ['was changed', (page) => writeFileSync(page, 'other words')],
  ['has one letter more', (page) => appendFileSync(page, '.')],
  ['is gone', (page) => rmSync(page)],
  ['has gone with its site', (_page, output) => rmSync(output, { recursive: true })],
])('a page that %s is not found', ([, spoil]) => {
  const { page, output, find } = newProject();
  spoil(page, output);
  expect(find('k')).toBeUndefined();
});

test('a page whose record is spoilt is not found', () => {
  const { root, find } = newProject();
  writeFileSync(join(root, PLACE), 'rubbish');
  expect(find('k')).toBeUndefined();
});
