import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type NewSiteOptions, newSite } from '#cli/new-site.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { digests } from '../site/project.ts';
import { copySite, run as runProgram } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const git = (root: string, ...args: readonly string[]) =>
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], { cwd: root });

function committedSite(): string {
  const root = copySite();
  mkdirSync(join(root, 'tests/this-site'), { recursive: true });
  writeFileSync(join(root, 'tests/this-site/ports.test.ts'), '// Of this content.\n');
  writeFileSync(join(root, '.gitignore'), '*.bak\n');
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'Begin');
  return root;
}

async function run(root: string, options: NewSiteOptions, answers?: readonly string[]) {
  const { terminal, printed } = terminalOf(answers);
  return { code: await newSite(root, options, terminal), ...printed };
}

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

test.for<[what: string, options: NewSiteOptions, themes: Record<string, string[]>]>([
  ['the themes of the sample', {}, { harbor: ['ferry', 'lamp'], light: ['keepers', 'lamp'] }],
  ['one theme', { theme: ['Law'] }, { law: ['ferry', 'keepers', 'lamp'] }],
  ['two', { theme: ['Law', 'Sea & Shore'] }, { law: ['ferry', 'lamp'], 'sea-shore': ['keepers', 'lamp'] }],
  [
    'three in a list',
    { theme: ['Law, Money,Tides'] },
    { law: ['ferry', 'lamp'], money: ['keepers', 'lamp'], tides: [] },
  ],
  ['names in any script', { theme: ['Право', 'Çay'] }, { 'theme-1': ['ferry', 'lamp'], cay: ['keepers', 'lamp'] }],
])('a new site has two texts without a problem, with %s', async ([, options, themes]) => {
  const root = committedSite();
  const { code, out } = await run(root, { name: 'Papers: "ours" #1', address: 'https://a.example', ...options });
  const { corpus, report } = readCorpus(root);
  expect([code, report.problems]).toEqual([0, []]);
  expect(corpus.sources.map(({ id }) => id)).toEqual(['harbor-feature', 'light-report']);
  expect(corpus.site).toMatchObject({ name: 'Papers: "ours" #1', address: 'https://a.example/', base: '/' });
  expect(corpus.pages.find(({ document }) => document.slug === 'home')?.document.matter.title).toBe(
    'Papers: "ours" #1',
  );
  const listed = corpus.themes.map(({ document: { slug } }) => [
    slug,
    corpus.articles
      .filter(({ document }) => document.matter.themes.includes(slug))
      .map(({ document }) => document.slug),
  ]);
  expect(Object.fromEntries(listed)).toEqual(themes);
  expect(existsSync(join(root, 'tests/this-site'))).toBe(false);
  expect(
    out
      .trimEnd()
      .split('\n')
      .every((file) => existsSync(join(root, file))),
  ).toBe(true);
});

test('a person is asked for name, address and themes; a path of the address is the base', async () => {
  const root = committedSite();
  const { code, err } = await run(root, {}, ['Papers', 'https://a.example/harbor/papers', 'Law']);
  expect(code).toBe(0);
  expect(err).toMatch(/^\? Name of the site\n\? Address, with its path\n\? Themes, separated by commas\n/);
  expect(read(root, 'content/site.yaml')).toBe('name: Papers\naddress: https://a.example\nbase: /harbor/papers/\n');
});

test.for<[what: string, change: (root: string) => void, err: RegExp]>([
  ['a changed file', (root) => writeFileSync(join(root, 'sources/weather-log.txt'), 'So.\n'), /weather-log\.txt/],
  ['a new file', (root) => writeFileSync(join(root, 'content/articles/mine.mdx'), 'So.\n'), /content\/articles\/mine/],
  ['an ignored file', (root) => writeFileSync(join(root, 'sources/mine.bak'), 'So.\n'), /sources\/mine\.bak/],
  ['a new test of this content', (root) => writeFileSync(join(root, 'tests/this-site/a.ts'), ''), /this-site\/a\.ts/],
  [
    'a file that was only added',
    (root) => {
      writeFileSync(join(root, 'sources/mine.txt'), 'So.\n');
      git(root, 'add', '--all');
    },
    /sources\/mine\.txt/,
  ],
  [
    'a change that Git was told not to look at',
    (root) => {
      git(root, 'update-index', '--assume-unchanged', 'sources/weather-log.txt');
      writeFileSync(join(root, 'sources/weather-log.txt'), 'So.\n');
    },
    /weather-log\.txt/,
  ],
  ['no repository', (root) => rmSync(join(root, '.git'), { recursive: true }), /no Git repository/],
  [
    'nothing committed',
    (root) => {
      rmSync(join(root, '.git'), { recursive: true });
      git(root, 'init', '--quiet');
    },
    /would be lost.*more/s,
  ],
])('with %s nothing is removed', async ([, change, err]) => {
  const root = committedSite();
  change(root);
  const before = ['content', 'sources', 'tests'].map((folder) => digests(join(root, folder)));
  const ran = await run(root, { name: 'Papers' });
  expect(ran.err).toMatch(err);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(['content', 'sources', 'tests'].map((folder) => digests(join(root, folder)))).toEqual(before);
});

test.for<[what: string, options: NewSiteOptions, err: RegExp]>([
  ['no name', {}, /^Cannot start a site without a name: give it with --name\n$/],
  ['an address without a protocol', { name: 'A', address: 'a.example' }, /^The value of `address`/],
  ['an address of another kind', { name: 'A', address: 'ftp://a.example' }, /^The value of `address`/],
  ['an address with a question', { name: 'A', address: 'https://a.example/?b' }, /^The value of `address`/],
  ['a path with a space', { name: 'A', address: 'https://a.example/b c/' }, /^The value of `base`/],
  ['two themes of one name', { name: 'A', theme: ['Law', 'law'] }, /^There are two themes `law`/],
])('%s is wrong use', async ([, options, err]) => {
  const root = committedSite();
  const before = digests(join(root, 'content'));
  const ran = await run(root, options);
  expect(ran.err).toMatch(err);
  expect(ran.code).toBe(2);
  expect(digests(join(root, 'content'))).toEqual(before);
});

test('the program starts it', () => {
  const root = committedSite();
  const ran = runProgram(root, 'new', 'site', '--name', 'Papers', '--theme', 'Law', 'Money');
  expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining('content/themes/money.mdx\n') });
  expect(runProgram(root, 'check')).toMatchObject({ status: 0 });
});
