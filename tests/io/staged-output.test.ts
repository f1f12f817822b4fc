import { spawn } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { restoreOutput, stageOutput } from '#io/staged-output.ts';

const program = fileURLToPath(new URL('swap.ts', import.meta.url));
/** No process has this id. */
const DEAD = 999_999_999;

function newRoot(hasSite = true): string {
  const root = mkdtempSync(join(tmpdir(), 'staged-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  if (hasSite) writeSite(join(root, 'dist'), 'old');
  return root;
}

function writeSite(folder: string, words: string): void {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  for (const file of ['index.html', 'articles/index.html']) writeFileSync(join(folder, file), words);
}

/** The words of all files of `dist`: those of a whole site are the same. */
const siteOf = (root: string) =>
  ['index.html', 'articles/index.html'].map((file) => readFileSync(join(root, 'dist', file), 'utf8')).join(' ');
const leftOf = (root: string) => readdirSync(root).filter((name) => name !== 'dist');

test.for<[name: string, prepare: (root: string) => void, restored: boolean, site: string]>([
  ['before the swap', (root) => writeSite(join(root, `.build-${DEAD}-dist`), 'new'), false, 'old old'],
  [
    'between the two renames of the swap',
    (root) => {
      writeSite(join(root, `.build-${DEAD}-dist`), 'new');
      renameSync(join(root, 'dist'), join(root, `.build-${DEAD}-dist.former`));
    },
    true,
    'old old',
  ],
  ['before the clean-up', (root) => writeSite(join(root, `.build-${DEAD}-dist.former`), 'older'), false, 'old old'],
  [
    'between them, its process id in use again',
    (root) => renameSync(join(root, 'dist'), join(root, `.build-${process.ppid}-dist.former`)),
    true,
    'old old',
  ],
])('a build killed %s leaves a whole site, or one that is put back', ([, prepare, restored, site]) => {
  const root = newRoot();
  prepare(root);

  expect(restoreOutput(join(root, 'dist/'))).toBe(restored);

  expect(siteOf(root)).toBe(site);
  expect(leftOf(root)).toEqual([]);
});

test('a leftover with our own process id, as in a container, is not part of the new site', () => {
  const root = newRoot();
  writeSite(join(root, `.build-${process.pid}-dist/left`), 'half');

  const { folder, discard } = stageOutput(root, join(root, 'dist'));

  expect(readdirSync(folder)).toEqual([]);
  discard();
  expect(leftOf(root)).toEqual([]);
});

test('the folders of a running build, and of a build into another folder, are left alone', () => {
  const root = newRoot();
  const others = [`.build-${process.ppid}-dist`, `.build-${DEAD}-other`, `.build-${DEAD}-other.former`];
  for (const name of others) writeSite(join(root, name), 'other');

  restoreOutput(join(root, 'dist'));

  expect(leftOf(root)).toEqual(others.toSorted());
});

test('builds that end at the same moment leave the whole site of one of them', async () => {
  const root = newRoot();
  const run = () =>
    new Promise((resolve) => spawn(process.execPath, [program, root], { stdio: 'ignore' }).on('close', resolve));

  const codes = await Promise.all(Array.from({ length: 6 }, run));

  expect(codes).toContain(0);
  expect(siteOf(root)).toBe('new new');
  expect(leftOf(root)).toEqual([]);
});

test('a build whose folder was removed and created again publishes nothing', () => {
  const root = newRoot();
  const { folder, commit, discard } = stageOutput(root, join(root, 'dist'));
  renameSync(folder, join(root, 'elsewhere'));
  writeSite(folder, 'half');

  expect(commit).toThrow('was removed while the site was built');

  discard();
  expect(siteOf(root)).toBe('old old');
});

test('a `dist` that is a symbolic link stays one, and its target is put back and replaced as a whole', () => {
  const root = newRoot(false);
  writeSite(join(root, `served/.build-${DEAD}-site.former`), 'old');
  writeFileSync(join(root, `served/.build-${DEAD}-site.former/stray.html`), '');
  symlinkSync('served/site', join(root, 'dist'));
  expect(restoreOutput(join(root, 'dist/'))).toBe(true);
  expect(siteOf(root)).toBe('old old');

  const { folder, commit } = stageOutput(root, join(root, 'dist/'));
  writeSite(folder, 'new');
  commit();

  expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
  expect(siteOf(root)).toBe('new new');
  expect(readdirSync(join(root, 'served/site')).toSorted()).toEqual(['articles', 'index.html']);
  expect(readdirSync(join(root, 'served'))).toEqual(['site']);
});

test.for<[name: string, prepare: (root: string) => void, output: string, message: string]>([
  ['a file', (root) => writeFileSync(join(root, 'dist'), ''), 'dist', '`dist` is a file, expected a folder'],
  ['a link to nothing', (root) => symlinkSync('nowhere', join(root, 'dist')), 'dist', 'is a symbolic link to nothing'],
  ['the project', () => {}, '.', 'has files of the project'],
  ['a folder above it', () => {}, '..', 'has files of the project'],
  ['a folder of sources', () => {}, 'sources/new', 'has files of the project'],
  ['a link to the content', (root) => symlinkSync('content', join(root, 'dist')), 'dist', 'has files of the project'],
])('an output that is %s is refused, and left as it was', ([, prepare, output, message]) => {
  const root = newRoot(false);
  for (const folder of ['content', 'sources']) mkdirSync(join(root, folder));
  prepare(root);
  const before = readdirSync(root);

  expect(() => stageOutput(root, `${join(root, output)}/`)).toThrow(message);

  expect(readdirSync(root)).toEqual(before);
});
