import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { changes } from '#cli/changes.ts';
import { review } from '#cli/review.ts';
import { addToSummary } from '#cli/step-summary.ts';
import { committed, copySite, edit } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const grain = 'content/articles/grain.mdx';
const storms = 'content/articles/storms.mdx';
const log = 'sources/weather-log.txt';
const letter = 'sources/harbour-report.txt';
const record = 'sources/harbour-report.yaml';
/** The lines of the letter that its record withholds. */
const WITHHELD = /clerk|harbour\.example|members|board/i;

function run(root: string, ref = 'HEAD') {
  const { terminal, printed } = terminalOf();
  const code = changes(root, ref, '2030-01-02', terminal);
  return { code, ...printed };
}

/** Pin the text of a source as it is now, as a person who agrees. */
async function pin(root: string, id: string): Promise<void> {
  const { terminal, printed } = terminalOf([true, true, true, true]);
  await review(root, id, {}, '2030-01-02', terminal);
  expect(printed.out).toMatch(/has the new pin/);
}

test('nothing changed', () => {
  expect(run(committed())).toEqual({
    code: 0,
    out: '# Changes since HEAD\n\nEvery statement rests on the same words as before.\n',
    err: '',
  });
});

test.for<[name: string, file: string, right: string | RegExp, wrong: string, expected: readonly string[]]>([
  [
    'a word of a statement',
    grain,
    'What\ndid not go west stayed',
    'What\ndid not go west remained',
    [
      '1 statement changed.\n\n## content/articles/grain.mdx\n',
      '**Changed**, line 14: What did not go west <del>stayed</del><ins>remained</ins> in Almar, oats above all.\n',
      '- Report of the harbour office, line 8: “the rest — oats, above all — was sold in Almar”',
    ],
  ],
  [
    'only the words that it rests on',
    storms,
    '@harbour-report "of Vellin was closed for twelve days in May"',
    '@harbour-report "The p0rt of Vellin was closed for twelve days in May"',
    [
      '1 statement changed.',
      '- <ins>Report of the harbour office, line 17: “The p0rt of Vellin was closed for twelve days in May”</ins>\n',
      '- Weather log of Vellin, line 2: “the storm reaches Vellin at noon; the port is closed”\n',
      '- <del>Report of the harbour office, line 17: “of Vellin was closed for twelve days in May”</del>',
    ],
  ],
  [
    'a statement more',
    storms,
    'A second quay is',
    'Ships left at dawn.[^noon] A second quay is',
    ['1 statement added.', '**Added**, line 13: Ships left at dawn.\n- Weather log of Vellin, lines 2–3: “3 May: the'],
  ],
  [
    'a statement less',
    storms,
    ' The storm came at noon on 3 May.[^noon]',
    '',
    ['1 statement removed.', '**Removed**, line 11: The storm came at noon on 3 May.\n- Weather log of Vellin, lines'],
  ],
  [
    'a label',
    grain,
    "The office's view",
    'The view of the office',
    ["line 12: The <del>office's</del> view <ins>of the office</ins>"],
  ],
  [
    'a broken footnote',
    storms,
    'reaches Vellin at noon […]',
    'leaves Vellin at night […]',
    ['1 statement not compared: a footnote of it has a problem.\n'],
  ],
  [
    'a document that cannot be parsed',
    grain,
    '## The',
    '<b>\n\n## The',
    ['grain.mdx cannot be read, so its statements'],
  ],
  ['a document that is a draft now', grain, '---\n', '---\ndraft: true\n', ['8 statements removed.']],
  ['markup in words', grain, 'in 2023.[^growth]', 'in \\<2023>.[^growth]', ['<ins>\\<</ins>2023<ins>\\></ins>.']],
])('what changed: %s', ([, file, right, wrong, expected]) => {
  const root = committed();
  edit(root, file, right, wrong);
  const { code, out } = run(root);
  for (const words of expected) expect(out).toContain(words);
  expect(code).toBe(0);
});

test('statements that are in another order, or in another document, did not change', () => {
  const root = committed();
  const text = readFileSync(join(root, storms), 'utf8');
  writeFileSync(join(root, 'content/articles/tempests.mdx'), text);
  rmSync(join(root, storms));
  edit(root, grain, 'related: [storms]', 'related: [tempests]');
  edit(
    root,
    grain,
    /(The port of Almar .*\]) (Most of it .*\])/,
    'Most of it went west on the ferry line Bélan.[^west] ',
  );
  edit(root, grain, '[^west] ', '[^west] The port of Almar shipped 11 percent more grain in 2023.[^growth]');
  const { out } = run(root);
  expect(out).toMatch(/^# .*\n\n\d statements moved to another document\.\n$/);
});

test('what holds, moved and broke of a source that changed, with and without a review', async () => {
  const root = committed();
  edit(root, storms, '@weather-log "3 May', '@weather-log#L2 "3 May');
  edit(root, log, /^/, 'A log.\n');
  edit(root, log, 'the port is closed', 'the port was closed');
  const expected =
    /## sources\/weather-log\n\nIts text changed: 1 of 2 citations hold, 1 of them on another line, 1 broke\.\n\n- content\/articles\/storms\.mdx:\d+:\d+: broke, still cited\n\n {2}~+\n {2}[^\n]*`weather-log`.*port was closed.*\n {2}~+\n\n- content\/articles\/storms\.mdx:\d+:\d+: moved from line 2 to line 3\n/s;
  expect(run(root).out).toMatch(expected);
  await pin(root, 'weather-log');
  expect(run(root).out).toMatch(new RegExp(expected.source.replace('text changed', 'text and record changed'), 's'));
  edit(root, storms, 'the port is closed', 'the port was closed');
  expect(run(root).out).toMatch(/: broke, no longer cited\n/);
});

const UNHIDDEN = /^ {2}- \{ kind: withheld.*\n/m;

/** What must not come into the open, whoever changes what. */
test.for<[name: string, change: (root: string) => Promise<void> | void, expected: RegExp]>([
  [
    'lines that moved, before a review',
    (root) => edit(root, letter, /^/, 'A note.\n\n'),
    /harbour-report\n\nIts text changed: 7 of 7 citations hold, 7 of them on another line, 0 broke/,
  ],
  [
    'lines that moved, after a review',
    async (root) => {
      edit(root, letter, /^/, 'A note.\n\n');
      await pin(root, 'harbour-report');
    },
    /Its text and record changed: 7 of 7 citations hold/,
  ],
  [
    'other words in their place, and a broken quote near them',
    (root) => {
      edit(root, letter, 'clerk@', 'clerk.of.the.board@');
      edit(root, letter, 'The port of Almar shipped', 'The members of the board shipped');
    },
    /Its text changed: 5 of 7 citations hold, .*broke, still cited\n\n {2}~+\n {2}\(has words that are never printed\)/s,
  ],
  [
    'a record that hides them no longer, and a statement that cites them',
    (root) => {
      edit(root, record, UNHIDDEN, '');
      edit(root, grain, '[^best]: ', '[^to]: @harbour-report "To: the members of the board"\n\n[^best]: ');
      edit(root, grain, 'in 2023.[^growth]', 'in 2023.[^growth] It went out to them.[^to]');
    },
    /Line 10: \(has words that are never printed\)/,
  ],
  [
    'a statement that has them',
    (root) => edit(root, grain, 'in 2023.[^growth]', 'in 2023.[^growth] The members of the board know.[^growth]'),
    /\n\nLine 10: \(has words that are never printed\)\n$/,
  ],
  [
    'a source without a record, which had one',
    (root) => {
      rmSync(join(root, record));
      edit(root, grain, 'in 2023.[^growth]', 'in 2023.[^growth] The members of the board know.[^growth]');
    },
    /harbour-report\n\nIts record changed; what holds cannot be said/,
  ],
])('no withheld words: %s', async ([, change, expected]) => {
  const root = committed();
  await change(root);
  const { out, err } = run(root);
  expect(out).toMatch(expected);
  expect(out + err).not.toMatch(WITHHELD);
});

test('no words that a new source withholds, though a new statement has them', async () => {
  const root = committed();
  writeFileSync(join(root, 'sources/gazette.txt'), 'From Miss Quill\n\nThe ferry line opened a second office.\n');
  const other = readFileSync(join(root, 'sources/weather-log.yaml'), 'utf8').replace('id: weather-log', 'id: gazette');
  const regions = 'regions:\n  - { kind: withheld, lines: 1, reason: The name of a person. }\n';
  writeFileSync(join(root, 'sources/gazette.yaml'), `${other.replace('Weather log of Vellin', 'Gazette')}${regions}`);
  await pin(root, 'gazette');
  edit(root, grain, 'in 2023.[^growth]', 'in 2023.[^growth] Miss Quill knows.[^line] A second office opened.[^line]');
  edit(root, grain, '[^best]: ', '[^line]: @gazette "The ferry line opened a second office."\n\n[^best]: ');
  const { out } = run(root);
  expect(out).toContain('**Added**, line 10: A second office opened.\n- Gazette, line 3: “The ferry line opened');
  expect(out).toContain('\n\nLine 10: (has words that are never printed)\n');
  expect(out).not.toMatch(/Quill/);
});

test('no words that are withheld only now, though statements had them', () => {
  const root = committed();
  edit(root, record, 'regions:', 'regions:\n  - { kind: withheld, words: "was sold in Almar", reason: No longer. }');
  edit(root, grain, / What\ndid not go west .*/, '');
  edit(root, grain, /\n\[\^oats\].*\n/, '');
  const { out } = run(root);
  expect(out).toContain('\n\nLine 14: (has words that are never printed)\n');
  expect(out).not.toMatch(/sold in Almar/);
});

test('in GitHub Actions the summary has the same, as many blocks of it as fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'summary.md');
  vi.stubEnv('GITHUB_STEP_SUMMARY', file);
  onTestFinished(() => void vi.unstubAllEnvs());
  const root = committed();
  edit(root, grain, 'shipped 11 percent', 'exported 11 percent');
  const { out } = run(root);
  expect(readFileSync(file, 'utf8')).toBe(out);

  rmSync(file);
  addToSummary(Array.from({ length: 20_000 }, (_, index) => `**Added**, line ${index}: ${'ə'.repeat(40)}`));
  const summary = readFileSync(file);
  expect(summary.length).toBeLessThan(1024 * 1024);
  expect(summary.length).toBeGreaterThan(1024 * 1024 - 500);
  const [, last, left] = /line (\d+): ə{40}\n\n(\d+) more do not fit here\n$/.exec(summary.toString('utf8')) ?? [];
  expect(Number(last) + 1 + Number(left)).toBe(20_000);
});

test.for<[name: string, root: () => string, ref: string, err: RegExp]>([
  ['no repository', copySite, 'HEAD', /^Cannot compare: there is no Git repository here\n$/],
  ['no such commit', committed, 'mian', /^There is no commit `mian`\nname a branch, /],
  ['an option for a commit', committed, '--all', /^There is no commit `--all`\n/],
  ['a file for a commit', committed, 'HEAD:sources', /^There is no commit/],
])('%s is wrong use', ([, root, ref, err]) => {
  const ran = run(root(), ref);
  expect(ran.err).toMatch(err);
  expect([ran.code, ran.out]).toEqual([2, '']);
});
