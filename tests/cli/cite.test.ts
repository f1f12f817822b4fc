import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkCitations } from '#citation/check.ts';
import { citableSentences } from '#citation/sentence.ts';
import { type CiteOptions, cite } from '#cli/cite.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import { program, run as runProgram, site } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));
const { sources } = readCorpus(home).corpus;
const sourcesById = new Map(sources.map((source) => [source.id, source]));

/** Every sentence that can be cited, in normal form, with the id of its source. */
const SENTENCES = sources.flatMap((source) =>
  citableSentences(source).map(({ start, end }) => [source.text.text.slice(start, end), source.id] as const),
);

/** Evenly spread, from the first to the last. */
function sample<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, at) => items[Math.round((at * (items.length - 1)) / (count - 1))] as Item);
}

async function run(words: string, options: CiteOptions = {}, answers?: readonly (number | boolean)[]) {
  const { terminal, printed } = terminalOf(answers);
  return { code: await cite(site, words, options, terminal), ...printed };
}

const quay = '[^second-quay]: @harbour-report "A second quay is to be opened in 2025."\n';

test('in a pipe the best place is taken, and the rest is only mentioned', async () => {
  expect(await run('second quay is')).toEqual({
    code: 0,
    out: quay,
    err: `1  harbour-report, line 13: A second quay is to be opened in 2025.
1 more; --all prints them

`,
  });
});

test('all places are printed, each footnote with a label of its own', async () => {
  const { out, err } = await run('second quay is', { all: true, label: 'quay' });
  expect(out).toMatch(/^\[\^quay\]: @harbour-report .*\n\n\[\^quay-2\]: @harbour-report .*\n$/);
  expect(err).not.toMatch(/more/);
});

test('a person is asked which place is meant', async () => {
  const { out, err } = await run('second quay is', {}, [1]);
  expect(out).toMatch(/^\[\^second-quay\]: @harbour-report /);
  expect(err).toBe(`  1  harbour-report, line 13: A second quay is to be opened in 2025.
  2  harbour-report, line 17: A second quay is to be opened in 2025 there, too.
? Which of them?
`);
});

test('a person is not asked about one place', async () => {
  expect(await run('goes on with the wind', {}, [])).toMatchObject({ code: 1 });
  expect(await run('the wind falls', { source: 'weather-log' }, [])).toMatchObject({ code: 0 });
});

const similar = 'A third quay is to be opened in 2026';
const SHOWN =
  /^No source has exactly these words; the most similar are\n1 {2}harbour-report, line 13: .*\n2 {2}harbour/;

test('similar words are shown, but not cited in a pipe unless they are asked for', async () => {
  const unasked = await run(similar);
  expect(unasked).toMatchObject({ code: 3, out: '', err: expect.stringMatching(SHOWN) });
  expect(unasked.err).toMatch(/\n\nNo footnote was printed: --near prints one for similar words\n$/);
  expect(await run(similar, { all: true })).toMatchObject({ code: 3, out: '' });

  const asked = await run(similar, { near: true });
  expect(asked.out).toMatch(/^\[\^third-quay-opened\]: @harbour-report /);
  expect(asked.code).toBe(3);
  const { out } = await run(similar, { near: true, all: true });
  expect(out.match(/^\[\^/gm)).toHaveLength(2);
});

test('a person agrees to similar words, or to none', async () => {
  expect(await run(similar, {}, [0])).toMatchObject({ code: 3, out: expect.stringMatching(/^\[\^/) });
  expect(await run(similar, {}, [2])).toMatchObject({
    code: 3,
    out: '',
    err: expect.stringMatching(/ {2}none of them\n/),
  });
  const one = 'the storm reached Vellin at noun';
  expect(await run(one, { source: 'weather-log' }, [true])).toMatchObject({
    code: 3,
    out: expect.stringMatching(/^\[\^/),
  });
  expect(await run(one, { source: 'weather-log' }, [false])).toMatchObject({ code: 3, out: '' });
});

test.for<[words: string, quote: string]>([
  ['wind from the west, rising', '@weather-log "wind from the west, rising"'],
  ['2 May: wind from the west', '@weather-log "2 May: wind from the west"'],
  ['orm reaches Vellin at no', '@weather-log "storm reaches Vellin at noon"'],
  ['best year since the new quay”, although', '@harbour-report "best year since the new quay”, although"'],
])('only the words typed are quoted when asked, whole: %s', async ([words, quote]) => {
  const { out, code } = await run(words, { exact: true, label: 'a' });
  expect([out, code]).toEqual([`[^a]: ${quote}\n`, 0]);
});

test('words that make no quote alone give none, but advice', async () => {
  expect(await run('at dawn', { exact: true })).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(
      /\nThese words are too short for a quote \(7 characters; at least 20\): type more of them, or leave out --exact to quote their whole sentence\n$/,
    ),
  });
  // On two lines each has its own line; of several, those that can be quoted are.
  const { out, code } = await run('second quay is to be opened', { exact: true, all: true });
  expect(code).toBe(0);
  expect(out).toContain('#L13 "second quay is to be opened"\n\n');
  expect(out).toContain('#L17 "second quay is to be opened"\n');
});

test('words that only another source has are named', async () => {
  const said = /^These words are in `harbour-report`, line 13: look there with --source harbour-report\n/;
  const found = await run('second quay is to be opened', { source: 'weather-log' });
  expect(found).toMatchObject({ code: 1, out: '', err: expect.stringMatching(said) });
  expect((await run('members of the board', { source: 'weather-log' })).err).not.toContain('harbour-report');
});

test.for(['members of the bored', 'the members of a board met', 'Members of the board met privately'])(
  'withheld words are never shown as similar to: %s',
  async (words) => {
    const { out, err } = await run(words, { near: true, all: true });
    expect(`${out}${err}`).not.toMatch(/members of the board/i);
  },
);

test('the program ends with a code of its own where words are only similar', () => {
  expect(runProgram(site, 'cite', similar)).toMatchObject({ status: 3, stdout: '' });
  expect(runProgram(site, 'cite', '--near', similar)).toMatchObject({
    status: 3,
    stdout: expect.stringMatching(/^\[\^/),
  });
  expect(runProgram(site, 'cite', '--help').stdout).toMatch(/3: only\s+similar words found/);
});

test.for<[name: string, words: string, options: CiteOptions, code: number, said: string]>([
  [
    'in a withheld part',
    'members of the board',
    {},
    1,
    'Line 2 of `harbour-report` has a withheld part, which cannot be cited; the record says: ',
  ],
  ['nowhere', 'zzzz qqqq xxxx yyyy', {}, 1, 'These words are not in the 2 sources, nor is anything like them\n'],
  [
    'nowhere in a source',
    'zzzz qqqq xxxx yyyy',
    { source: 'weather-log' },
    1,
    'These words are not in `weather-log`, nor is anything like them\n',
  ],
  ['that are only marks', ' … ', {}, 2, 'There are no words to look for: put them between quotation marks\n'],
  [
    'in a source that is not there',
    'wind',
    { source: 'weather-lag' },
    2,
    'There is no source `weather-lag` without problems\ndid you mean `weather-log`?\n',
  ],
  ['with a label of two words', 'wind', { label: 'the wind' }, 2, 'The label `the wind` is not one word'],
])('words %s give no footnote', async ([, words, options, code, said]) => {
  const found = await run(words, options);
  expect(found.err.startsWith(said), found.err).toBe(true);
  expect(found).toMatchObject({ code, out: '' });
});

test('the program, in a pipe, joins its words', () => {
  const ran = runProgram(site, 'cite', 'second', 'quay', 'is');
  expect(ran).toMatchObject({
    status: 0,
    stdout: quay,
    stderr: expect.stringMatching(/^1 {2}harbour-report, line 13: /),
  });
});

test('a reader that stops early is not an error', () => {
  const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" check --format sarif | head -c 10`], {
    cwd: site,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(ran.stdout).toBe('{\n  "versi');
  expect(ran.stderr).toBe('');
});

test.for(sample(SENTENCES, 12))('the footnote for a sentence resolves to it: %s', async ([words, id]) => {
  const { terminal, printed } = terminalOf();
  expect(await cite(home, words, { source: id }, terminal)).toBe(0);
  const text = `A claim.${/^\[\^[^\]]+\]/.exec(printed.out)?.[0]}\n\n${printed.out}`;
  const parsed = parseMdx(text, 'article.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { footnotes, problems } = checkCitations(parsed.tree, text, 'article.mdx', sourcesById);
  expect(problems).toEqual([]);
  const source = sourcesById.get(id);
  const read = footnotes.flatMap(({ passages }) =>
    passages.flatMap(({ parts }) => parts.map(({ start, end }) => source?.text.text.slice(start, end))),
  );
  expect(read).toEqual([words]);
});
