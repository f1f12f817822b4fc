import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type NewArticleOptions, newArticle } from '#cli/new-article.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { isError } from '#problem/problem.ts';
import { copySite, run as runProgram } from './site.ts';
import { terminalOf } from './terminal-of.ts';

async function run(root: string, slug: string, options: Partial<NewArticleOptions> = {}, answers?: readonly string[]) {
  const { terminal, printed } = terminalOf(answers);
  const code = await newArticle(root, slug, { theme: ['trade'], ...options }, '2030-01-02', terminal);
  return { code, ...printed };
}

const articleIn = (root: string, slug: string) => {
  const { corpus, report } = readCorpus(root, { withDrafts: true });
  expect(report.problems.filter(isError)).toEqual([]);
  return corpus.articles.find(({ document }) => document.slug === slug)?.document.matter;
};

test('a skeleton is a draft, and stops nothing', async () => {
  const root = copySite();
  expect(await run(root, 'ship-wrecks')).toMatchObject({ code: 0, out: 'content/articles/ship-wrecks.mdx\n' });
  expect(articleIn(root, 'ship-wrecks')).toMatchObject({
    title: 'Ship wrecks',
    description: 'To be written: what readers find in it, in one sentence.',
    themes: ['trade'],
    updated: '2030-01-02',
    draft: true,
  });

  const file = join(root, 'content/articles/ship-wrecks.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('draft: true\n', ''));
  const { problems } = readCorpus(root).report;
  expect(problems.map((problem) => [isError(problem), 'written' in problem && problem.written])).toEqual([
    [true, 'To be written'],
    [true, 'To be written'],
    [true, 'Write sentences here'],
  ]);
});

test('a person is asked for what was not given, and any words are accepted', async () => {
  const root = copySite();
  await run(root, 'wrecks', { title: 'Wrecks: "the" #1' }, ['What sank, & when.']);
  expect(articleIn(root, 'wrecks')).toMatchObject({ title: 'Wrecks: "the" #1', description: 'What sank, & when.' });
});

test('an existing file is left as it is', async () => {
  const root = copySite();
  const before = readFileSync(join(root, 'content/articles/storms.mdx'), 'utf8');
  expect(await run(root, 'storms')).toMatchObject({
    code: 2,
    out: '',
    err: 'Cannot write `content/articles/storms.mdx`: it is there already, and was left as it is\n',
  });
  expect(readFileSync(join(root, 'content/articles/storms.mdx'), 'utf8')).toBe(before);
  expect(readdirSync(join(root, 'content/articles')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.for<[name: string, slug: string, options: Partial<NewArticleOptions>, err: RegExp]>([
  [
    'a theme that is not there',
    'wrecks',
    { theme: ['trad'] },
    /^There is no theme `trad`\ndid you mean `trade`\?\nthe only theme is `trade`\n$/,
  ],
  ['a name with capitals', 'Wrecks', {}, /^The name `Wrecks` is not lower-case words/],
  ['a name with a path', '../wrecks', {}, /^The name/],
  [
    'a long description',
    'wrecks',
    { description: 'x'.repeat(200) },
    /^The value of `description` is not valid: expected at most 160/,
  ],
])('%s is wrong use', async ([, slug, options, err]) => {
  const root = copySite();
  const before = readdirSync(join(root, 'content/articles'));
  const ran = await run(root, slug, options);
  expect(ran.err).toMatch(err);
  expect(ran.code).toBe(2);
  expect(readdirSync(join(root, 'content/articles'))).toEqual(before);
});

test('the program writes it', () => {
  const root = copySite();
  const ran = runProgram(root, 'new', 'article', 'wrecks', '--theme', 'trade');
  expect(ran).toMatchObject({ status: 0, stdout: 'content/articles/wrecks.mdx\n', stderr: '' });
  expect(articleIn(root, 'wrecks')).toMatchObject({ title: 'Wrecks' });
});
