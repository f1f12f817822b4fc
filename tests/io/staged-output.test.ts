import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
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
import { restoreOutput } from '#io/restore-output.ts';
import { stageOutput } from '#io/staged-output.ts';

const program = fileURLToPath(new URL('swap.ts', import.meta.url));
const strike = new URL('./strike.ts', import.meta.url).href;

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

/** The words of all files of `dist`, one each: one kind of words is one whole site. */
const siteOf = (root: string) =>
  existsSync(join(root, 'dist'))
    ? ['index.html', 'articles/index.html'].map((file) => readFileSync(join(root, 'dist', file), 'utf8')).join(' ')
    : 'none';
const leftOf = (root: string) => readdirSync(root).filter((name) => name !== 'dist');

interface Way {
  readonly at?: number;
  readonly error?: string;
  readonly uid?: number;
}

const swap = (root: string, { at, error, uid }: Way = {}) =>
  spawnSync(process.execPath, ['--import', strike, program, root], {
    encoding: 'utf8',
    ...(uid !== undefined && { uid }),
    env: { ...process.env, STRIKE_AT: String(at ?? 0), ...(error !== undefined && { STRIKE_ERROR: error }) },
  });

/** Strike before the first change of the disk, before the second, and so on, until none is left. Returns how many there were. */
function strikeEach(hasSite: boolean, error: string | undefined, look: (root: string) => void): number {
  for (let at = 1; ; at++) {
    const root = newRoot(hasSite);
    const { stderr } = swap(root, { at, ...(error !== undefined && { error }) });
    if (!stderr.includes('struck')) return at - 1;
    look(root);
  }
}

test.for<[name: string, hasSite: boolean, before: string]>([
  ['with an earlier site', true, 'old old'],
  ['without one', false, 'none'],
])(
  'a swap %s that is killed before any of its steps leaves a whole site, or one that comes back',
  ([, hasSite, before]) => {
    const strikes = strikeEach(hasSite, undefined, (root) => {
      restoreOutput(join(root, 'dist'));

      expect([before, 'new new']).toContain(siteOf(root));
      expect(leftOf(root)).toEqual([]);
    });

    expect(strikes).toBeGreaterThan(5);
  },
);

test('a swap that fails at any of its steps leaves a whole site in place, and nothing that the next one does not remove', () => {
  const strikes = strikeEach(true, 'EIO', (root) => {
    expect(['old old', 'new new']).toContain(siteOf(root));

    restoreOutput(join(root, 'dist'));
    expect(leftOf(root)).toEqual([]);
  });

  expect(strikes).toBeGreaterThan(5);
});

test('a site that a killed build has put aside comes back though its number belongs to a process that runs', () => {
  const root = newRoot();
  renameSync(join(root, 'dist'), join(root, `.build-${process.ppid}-dist.former`));

  expect(restoreOutput(join(root, 'dist'))).toBe(true);

  expect(siteOf(root)).toBe('old old');
});

test('a site behind a symbolic link that a killed build has put aside comes back behind it', () => {
  const root = newRoot(false);
  writeSite(join(root, 'served/.build-999999999-site.former'), 'old');
  symlinkSync('served/site', join(root, 'dist'));

  expect(restoreOutput(join(root, 'dist/'))).toBe(true);

  expect(siteOf(root)).toBe('old old');
  expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
});

test('what a build with our own number left, as in a container, is no part of the new site', () => {
  const root = newRoot();
  writeSite(join(root, `.build-${process.pid}-dist/left`), 'half');

  const { folder, discard } = stageOutput(root, join(root, 'dist'));

  expect(readdirSync(folder)).toEqual([]);
  discard();
  expect(leftOf(root)).toEqual([]);
});

test('the folders of a build that runs, and of a build into another folder, are left alone', () => {
  const root = newRoot();
  const others = [`.build-${process.ppid}-dist`, `.build-999999999-other`, `.build-999999999-other.former`];
  for (const name of others) writeSite(join(root, name), 'other');

  restoreOutput(join(root, 'dist'));

  expect(leftOf(root)).toEqual(others.toSorted());
});

test('builds that end at the same moment leave the site of one of them', async () => {
  const root = newRoot();
  const run = () =>
    new Promise((resolve) => spawn(process.execPath, [program, root], { stdio: 'inherit' }).on('close', resolve));

  const codes = await Promise.all(Array.from({ length: 6 }, run));

  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  expect(siteOf(root)).toBe('new new');
  expect(leftOf(root)).toEqual([]);
});

test('a build that ends between the two steps of another one is replaced by it', () => {
  const root = newRoot();

  const { status, stderr } = spawnSync(process.execPath, ['--import', strike, program, root], {
    encoding: 'utf8',
    env: { ...process.env, STRIKE_AT: '1', STRIKE_ON: 'renameSync .*-dist$', STRIKE_RUN: `${program}\n${root}` },
  });

  expect(stderr).toBe('struck\n');
  expect(status).toBe(0);
  expect(siteOf(root)).toBe('new new');
  expect(leftOf(root)).toEqual([]);
});

test('a build whose folder was removed, and begun again by the next page, publishes nothing', () => {
  const root = newRoot();
  const { folder, commit, discard } = stageOutput(root, join(root, 'dist'));
  renameSync(folder, join(root, 'elsewhere'));
  writeSite(folder, 'half');

  expect(commit).toThrow('was removed while the site was built');

  discard();
  expect(siteOf(root)).toBe('old old');
});

test('a `dist` that is a symbolic link stays one, and what it leads to is replaced as a whole', () => {
  const root = newRoot(false);
  writeSite(join(root, 'served/site'), 'old');
  writeFileSync(join(root, 'served/site/stray.html'), '');
  symlinkSync('served/site', join(root, 'dist'));

  expect(swap(root).status).toBe(0);

  expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
  expect(siteOf(root)).toBe('new new');
  expect(readdirSync(join(root, 'served/site')).toSorted()).toEqual(['articles', 'index.html']);
  expect(readdirSync(join(root, 'served'))).toEqual(['site']);
});

test('a `dist` that may not be written to is replaced, and nothing is left of it', () => {
  const root = newRoot();
  chmodSync(join(root, 'dist/articles'), 0o555);
  chmodSync(join(root, 'dist'), 0o555);
  // The superuser may write everywhere: another user has to try.
  const uid = process.getuid?.() === 0 ? 65_534 : undefined;
  if (uid !== undefined) for (const path of ['', 'dist', 'dist/articles']) chownSync(join(root, path), uid, uid);

  const { status, stderr } = swap(root, uid === undefined ? {} : { uid });

  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(siteOf(root)).toBe('new new');
  expect(leftOf(root)).toEqual([]);
});

test.for<[name: string, prepare: (root: string) => void, output: string, message: string]>([
  [
    'a file',
    (root) => writeFileSync(join(root, 'dist'), 'a file'),
    'dist',
    '`dist` is a file, expected a folder: move it away',
  ],
  [
    'a symbolic link to nothing',
    (root) => symlinkSync('nowhere', join(root, 'dist')),
    'dist',
    '`dist` is a symbolic link to nothing',
  ],
  ['the project', () => {}, '.', 'has files of the project: build into another folder'],
  ['a folder above it', () => {}, '..', 'has files of the project: build into another folder'],
  ['a folder of sources', () => {}, 'sources/new', 'has files of the project: build into another folder'],
  [
    'a symbolic link to the content',
    (root) => symlinkSync('content', join(root, 'dist')),
    'dist',
    'has files of the project: build into another folder',
  ],
])('an output that is %s is refused, and left as it was', ([, prepare, output, message]) => {
  const root = newRoot(false);
  for (const folder of ['content', 'sources']) mkdirSync(join(root, folder));
  prepare(root);
  const before = readdirSync(root);

  expect(() => stageOutput(root, `${join(root, output)}/`)).toThrow(message);

  expect(readdirSync(root)).toEqual(before);
});
