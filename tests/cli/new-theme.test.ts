import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type NewThemeOptions, newTheme } from '#cli/new-theme.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { isError } from '#problem/problem.ts';
import { copySite, run as runProgram } from './site.ts';
import { terminalOf } from './terminal-of.ts';

async function run(root: string, slug: string, options: NewThemeOptions = {}, answers?: readonly string[]) {
  const { terminal, printed } = terminalOf(answers);
  return { code: await newTheme(root, slug, options, terminal), ...printed };
}

function themesIn(root: string) {
  const { corpus, report } = readCorpus(root, { withDrafts: true });
  expect(report.problems.filter(isError)).toEqual([]);
  return corpus.themes.map(({ document }) => document.matter);
}

test('a new theme is a draft after the others, and the snippets offer it', async () => {
  const root = copySite();
  mkdirSync(join(root, '.vscode'));
  expect(await run(root, 'harbor-dues')).toMatchObject({ code: 0, out: 'content/themes/harbor-dues.mdx\n' });
  expect(themesIn(root)).toMatchObject([{ label: 'Trade' }, { label: 'Harbor dues', order: 2, draft: true }]);
  expect(readFileSync(join(root, '.vscode/content.code-snippets'), 'utf8')).toContain('|harbor-dues,trade|');
});

test('a person is asked for its name and what is in it', async () => {
  const root = copySite();
  await run(root, 'dues', {}, ['Dues: "all" #1', 'What ships pay.']);
  expect(themesIn(root)).toMatchObject([{}, { label: 'Dues: "all" #1', description: 'What ships pay.' }]);
});

test.for<[what: string, slug: string, options: NewThemeOptions, err: RegExp]>([
  ['a theme that is there', 'trade', {}, /^Cannot write `content\/themes\/trade\.mdx`: it is there already/],
  ['a name with capitals', 'Dues', {}, /^The name `Dues` is not lower-case words/],
  ['a path', '../dues', {}, /^The name/],
  ['a name in another script', 'мыто', {}, /^The name/],
  [
    'a long description',
    'dues',
    { description: 'x'.repeat(200) },
    /^The value of `description` is not valid: expected at most 160/,
  ],
])('%s is wrong use', async ([, slug, options, err]) => {
  const root = copySite();
  expect(await run(root, slug, options)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(err) });
  expect(themesIn(root)).toHaveLength(1);
});

test('after any change of themes and sources by hand, `check` names the command for stale snippets', () => {
  const root = copySite();
  mkdirSync(join(root, '.vscode'));
  expect(runProgram(root, 'schemas').stdout).toContain('.vscode/content.code-snippets\n');
  expect(runProgram(root, 'check').stderr).toBe('');
  writeFileSync(
    join(root, 'content/themes/dues.mdx'),
    '---\ntitle: Dues\nlabel: Dues\ndescription: What is paid.\norder: 2\n---\n',
  );
  expect(runProgram(root, 'check')).toMatchObject({
    status: 0,
    stderr: 'out of date: .vscode/content.code-snippets; `npm run schemas` writes them\n',
  });
});
