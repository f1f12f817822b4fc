import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { coverage } from '#cli/coverage.ts';
import { printCoverage, type SourceCoverage } from '#cli/print-coverage.ts';
import { PLAIN } from '#problem/print.ts';
import { run as runProgram, site } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Run the command on a project. `out` is what it prints, `err` what it says instead. */
function list(root: string, asked?: string, width?: number) {
  const { terminal, printed } = terminalOf();
  const code = coverage(root, asked, { style: PLAIN, width }, terminal.out, terminal.err);
  return { code, ...printed };
}

const ofReport = `harbour-report  87 % of 347 letters and digits cited
  line 17  The p0rt
  line 17  A second quay is to be opened in 2025 there, too.
`;

test('each source has its share and what is uncited, followed by the sum', () => {
  expect(list(site)).toEqual({
    code: 0,
    err: '',
    out: `${ofReport}
weather-log     50 % of 151 letters and digits cited
  line 1  2 May: wind from the west, rising. The ferry of Vellin stays in the harbour.
  line 3  14 May: the wind falls.

2 sources       76 % of 498 letters and digits cited; 4 passages are cited by no document
`,
  });
});

test('one source is listed without a sum', () => {
  expect(list(site, 'harbour-report')).toEqual({ code: 0, err: '', out: ofReport });
});

test('words are wrapped at the width of a terminal, below each other', () => {
  expect(list(site, 'weather-log', 40).out).toBe(`weather-log  50 % of 151 letters and digits cited
  line 1  2 May: wind from the west,
          rising. The ferry of Vellin
          stays in the harbour.
  line 3  14 May: the wind falls.
`);
});

test.for<[name: string, folder: string, code: number, said: RegExp]>([
  ['words that the record does not allow to be left out', 'rules/passage-unread', 0, /^log .* 0 % .*2 sources/s],
  ['a broken link', 'rules/link-broken', 0, /^memo .* letters and digits cited/],
  ['a quote that is not found', 'rules/quote-not-found', 1, /: run `npm run check` first\n$/],
  ['an article that cannot be read', 'rules/article-invalid', 1, /: run `npm run check` first\n$/],
])('%s: the list is shown if it can be made', ([, folder, code, said]) => {
  const found = list(pathOf(`../../docs/${folder}/`));
  expect(found.code).toBe(code);
  expect(code === 0 ? found.out : found.err).toMatch(said);
  expect(code === 0 ? found.err : found.out).toBe('');
});

test.for<[name: string, asked: string, said: string]>([
  ['a misspelt id', 'wether-log', 'There is no source `wether-log`\ndid you mean `weather-log`?\nthe sources are\n'],
  ['a name of an object', '__proto__', 'There is no source `__proto__`\nthe sources are\n'],
])('%s is no source', ([, asked, said]) => {
  expect(list(site, asked)).toEqual({ code: 2, out: '', err: `${said}  harbour-report\n  weather-log\n` });
});

test('a folder without sources and content is no project', () => {
  const root = mkdtempSync(join(tmpdir(), 'below-the-surface-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const { code, out, err } = list(root);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^There is no folder `sources` in .*; run this in the folder of the project\n$/);

  mkdirSync(join(root, 'sources'));
  mkdirSync(join(root, 'content'));
  expect(list(root)).toEqual({ code: 0, err: '', out: '0 sources  nothing can be cited\n' });
});

test.for<[name: string, sources: readonly Omit<SourceCoverage, 'id'>[], said: string]>([
  [
    'a share that is nearly whole is not',
    [{ cited: 9999, citable: 10_000, unread: [{ line: 120, words: 'a' }] }],
    '0  99 % of 10,000 letters and digits cited\n  line 120  a\n',
  ],
  [
    'whole sources are one below the other',
    [
      { cited: 20, citable: 20, unread: [] },
      { cited: 0, citable: 0, unread: [] },
    ],
    '0          100 % of 20 letters and digits cited\n1          nothing can be cited\n2 sources  100 % of 20 ' +
      'letters and digits cited\n',
  ],
  [
    'one passage is one',
    [
      { cited: 20, citable: 20, unread: [] },
      { cited: 1, citable: 2, unread: [{ line: 1, words: 'a' }] },
    ],
    '0          100 % of 20 letters and digits cited\n1          50 % of 2 letters and digits cited\n  line 1  ' +
      'a\n\n2 sources  95 % of 22 letters and digits cited; 1 passage is cited by no document\n',
  ],
])('%s', ([, sources, said]) => {
  const named = sources.map((source, index) => ({ ...source, id: `${index}` }));
  expect(printCoverage(named, PLAIN)).toBe(said);
});

test.for<[name: string, args: readonly string[], code: number, message: RegExp]>([
  [
    'with a source',
    ['--source', 'weather-log'],
    0,
    /^weather-log {2}50 % .*\n {2}line 1 {2}2 May: .* in the harbour\.\n/,
  ],
  ['with an option that does not exist', ['--sources', 'weather-log'], 2, /Did you mean --source\?/],
  ['with too many arguments', ['weather-log'], 2, /too many arguments/],
])('the program, in a pipe, %s', ([, args, code, message]) => {
  const ran = runProgram(site, 'coverage', ...args);
  expect(ran.status).toBe(code);
  expect(code === 0 ? ran.stdout : ran.stderr).toMatch(message);
  expect(code === 0 ? ran.stderr : ran.stdout).toBe('');
});
