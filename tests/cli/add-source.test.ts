import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AddSourceOptions, addSource } from '#cli/add-source.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { isError } from '#problem/problem.ts';
import { copySite, run as runProgram } from './site.ts';
import { terminalOf } from './terminal-of.ts';

/** A copy of the site, with a text next to it. */
function prepare(content: string | Uint8Array, name = 'Radio Interview.txt') {
  const root = copySite();
  const file = join(root, '..', name);
  writeFileSync(file, content);
  return { root, file, list: () => readdirSync(join(root, 'sources')).sort() };
}

async function run(
  root: string,
  file: string,
  options: AddSourceOptions = {},
  answers?: readonly (string | number | boolean)[],
) {
  const { terminal, printed } = terminalOf(answers);
  return { code: await addSource(root, file, options, terminal), ...printed };
}

const text = 'The Storm of Almar\nBy Jona Berg\n24 Dec 2014\nThe p0rt was closed.\nPage 1\n';

/** Of the check: its problems, and a record, as in dev. */
function checked(root: string, id: string) {
  const { corpus, report } = readCorpus(root, { withDrafts: true });
  const record = corpus.sources.find((source) => source.id === id)?.record;
  return {
    record,
    problems: report.problems.map((problem) => `${problem.ruleId}${isError(problem) ? '' : ' (warning)'}`),
  };
}
const UNREVIEWED = ['source-unreviewed (warning)'];

test('a text is copied byte for byte, with a record that nobody has reviewed', async () => {
  const { root, file } = prepare(text.replaceAll('\n', '\r\n'));
  expect(await run(root, file)).toMatchObject({
    code: 0,
    out: 'sources/radio-interview.txt\nsources/radio-interview.yaml\n',
  });
  expect(readFileSync(join(root, 'sources/radio-interview.txt'), 'utf8')).toBe(text.replaceAll('\n', '\r\n'));

  const { record, problems } = checked(root, 'radio-interview');
  expect(problems).toEqual(UNREVIEWED);
  expect(record).toMatchObject({
    reviewed: undefined,
    csl: { title: { known: 'unknown' }, issued: { known: 'unknown' } },
  });
});

test('a person says what the text states; what it does not state stays unknown', async () => {
  const { root, file } = prepare(text);
  const answers = ['The Storm of Almar', 'Jona Berg', '', '', 'A reporter: "Jona" & co.'];
  await run(root, file, { id: 'storm' }, answers);

  const { record, problems } = checked(root, 'storm');
  expect(problems).toEqual(UNREVIEWED);
  expect(record).toMatchObject({
    name: 'The Storm of Almar',
    voice: 'A reporter: "Jona" & co.',
    csl: {
      title: { known: 'stated', value: 'The Storm of Almar' },
      author: { known: 'stated', value: [{ literal: 'Jona Berg' }] },
      publisher: { known: 'unknown' },
    },
  });
});

test('with a day of review, what is still to be written is a problem', async () => {
  const { root, file } = prepare(text);
  await run(root, file);
  const record = join(root, 'sources/radio-interview.yaml');
  writeFileSync(record, readFileSync(record, 'utf8').replace('reviewed:', 'reviewed: 2030-01-02'));
  expect(readCorpus(root).report.problems).toMatchObject([
    { ruleId: 'record-invalid', fault: 'placeholder', path: 'voice', written: 'To be written' },
  ]);
});

test('what looks like furniture or a slip is in the record as a comment', async () => {
  const { root, file } = prepare(text);
  await run(root, file);
  const record = readFileSync(join(root, 'sources/radio-interview.yaml'), 'utf8');
  expect(record).toMatch(
    /\n# {3}- \{ kind: furniture, lines: \[5\], reason: "a number alone, such as that of a page" \}\n/,
  );
  expect(record).toMatch(
    /\n# {3}- \{ line: 4, printed: "p0rt", certainty: possible, note: "a digit between letters" \}\n/,
  );
});

test('after a wrong answer the question is asked again, and no other answer is lost', async () => {
  const { root, file } = prepare(text);
  const answers = [
    'The storm of Almar',
    'The Storm of  Almar',
    'Jona Bergman',
    '',
    '',
    '25 Dec 2014',
    '24 Dec 2014',
    '',
  ];
  const { err, code } = await run(root, file, { id: 'storm' }, answers);

  expect(code).toBe(0);
  expect(err).toContain(
    'The text does not have “The storm of Almar”; the most similar words are “The Storm of Almar”: copy the words from it, or leave the answer empty\n? Title',
  );
  expect(checked(root, 'storm').record?.csl).toMatchObject({
    title: { known: 'stated', value: 'The Storm of Almar' },
    author: { known: 'unknown' },
    issued: { known: 'stated', value: '2014-12-24', words: ['24 Dec 2014'] },
  });
});

test.for<[printed: string, answers: readonly (string | number | boolean)[], value: string | undefined, words?: string]>(
  [
    ['29 June 2007', ['29 June 2007'], '2007-06-29'],
    ['Friday, June 29th, 2007', ['Friday, June 29th, 2007'], '2007-06-29'],
    ['29 JUNE 2007', ['29 JUNE 2007'], '2007-06-29'],
    ['29 june 2007', ['29 june 2007'], '2007-06-29'],
    ['June 2007', ['June 2007'], '2007-06'],
    ['Sept. 2007', ['Sept. 2007'], '2007-09'],
    ['2007', ['2007'], '2007'],
    ['2007-06-29', ['2007-06-29'], '2007-06-29'],
    ['29 June 2007', ['2007-06-29'], '2007-06-29', '29 June 2007'],
    ['5.6.2007', ['6.5.2007', ''], undefined],
    // What figures mean is asked.
    ['29.6.2007', ['29.6.2007', true], '2007-06-29'],
    ['29.6.2007', ['29.6.2007', false, ''], undefined],
    ['5/6/2007', ['5/6/2007', 0], '2007-06-05'],
    ['5/6/2007', ['5/6/2007', 1], '2007-05-06'],
    ['5/6/07', ['5/6/07', 2, '2007-06'], '2007-06'],
    // What is no day, month or year is asked for, until it is one.
    ['31 June 2007', ['31 June 2007', '2007-06-31', 'soon', '2007-06-30'], '2007-06-30'],
    ['the summer of 2007', ['the summer of 2007', '2007'], '2007'],
    ['29 iyun 2007', ['29 iyun 2007', '2007-06-29'], '2007-06-29'],
    ['3-5 June 2007', ['3-5 June 2007', ''], undefined],
  ],
)('of the date %j and the answers %j the value is %s', async ([printed, answers, value, words]) => {
  const { root, file } = prepare(`The Storm\n${printed}\nThe port was closed.\n`);
  const { code, err } = await run(root, file, { id: 'storm' }, ['', '', '', ...answers, '']);
  expect(code).toBe(0);
  expect(err.includes('The text has this date as “29 June 2007”\n')).toBe(words !== undefined);
  if (answers.includes('soon')) expect(err).toContain('\n“soon” is no date that a calendar has, such as 2007-06-29');
  const issued = { known: 'stated', value, words: [words ?? printed] };
  expect(checked(root, 'storm').record?.csl.issued).toEqual(value === undefined ? { known: 'unknown' } : issued);
});

test('a text with direction marks is added, with words that a record may have', async () => {
  const { root, file } = prepare(
    '\u200FThe Storm\u200F of \u200EAlmar\u200E\nBy Jona\u200E Berg\nThe port was closed.\n',
  );
  const answers = ['The Storm of Almar', '\u200FJona Berg', '', '', 'A \u200Freporter', 'A reporter'];
  const { code, err } = await run(root, file, { id: 'storm' }, answers);
  expect(code).toBe(0);
  expect(err).toContain('The answer has U+200F, which nobody sees: type it without, as “A <U+200F>reporter” shows\n');
  expect(err).toMatch(
    /This is a right-to-left mark \(`U\+200F`\), which nobody sees\n.*a quote leaves it out with `\[…\]`/s,
  );
  const { record, problems } = checked(root, 'storm');
  expect(problems.filter((problem) => !problem.endsWith('(warning)'))).toEqual([]);
  expect(record).toMatchObject({
    voice: 'A reporter',
    csl: {
      title: { value: 'The Storm of Almar', words: ['The Storm', 'of', 'Almar'] },
      author: { value: [{ literal: 'Jona Berg' }], words: ['Jona', 'Berg'] },
    },
  });
});

test.for([0, 1, 2, 3, 4])('nothing is written by somebody who leaves after %i answers', async (count) => {
  const { root, file, list } = prepare(text);
  const before = list();
  const { terminal, printed } = terminalOf(Array.from({ length: count }, () => ''));
  const { ask } = terminal;
  const leave = Object.assign(new Error('Aborted'), { name: 'AbortError' });
  let asked = 0;
  const leaving = async (...question: Parameters<NonNullable<typeof ask>['text']>) => {
    if (asked++ === count || !ask) throw leave;
    return ask.text(...question);
  };
  await expect(addSource(root, file, {}, { ...terminal, ask: ask && { ...ask, text: leaving } })).rejects.toBe(leave);
  expect(printed.err).toMatch(/\nNothing was written$/);
  expect(list()).toEqual(before);
});

test.for<[name: string, content: string | Uint8Array, err: RegExp]>([
  [
    'Latin-1',
    Uint8Array.from([0x41, 0xe9, 0x41]),
    /^The file .* is not UTF-8 text \(byte 2\)\nconvert a copy .* iconv -f .* > Radio Interview\.utf8\.txt\n$/,
  ],
  [
    'UTF-16',
    Uint8Array.from([0xff, 0xfe, 0x41, 0]),
    /^The file .* is UTF-16, not UTF-8\nconvert a copy .* iconv -f UTF-16 /,
  ],
  [
    'UTF-16 without a mark',
    Uint8Array.from([0x41, 0, 0x42, 0]),
    /^Byte 2 of .* is a NUL character, which no text has\nit may be UTF-16/,
  ],
  ['nothing', '', /^`.*` is empty: nothing was added\nlook whether it was saved/],
  ['white space', ' \n\t\u00A0\r\n', /^There is no letter or figure in `.*`: nothing was added\nlook whether /],
  ['marks', '\u200F — …\n', /^There is no letter or figure in `/],
  [
    'a text with directions of writing',
    'The port\n is \u202Bשלום\u202C.\n',
    /^Line 2, column 5 of `.*` has U\+202B, which changes the order .*: nothing was added\nthere are 2 such characters: U\+202B, U\+202C\n.*perl -CSD -pe 's\/\[\\x\{202B\}\\x\{202C\}\]\/\/g' /,
  ],
  ['a text with control characters', 'The port\u0007 is open.\n', /^Line 1, column 9 of .* has U\+0007, a control /],
  ['a byte order mark', '\uFEFFText', /^The file .* begins with a byte order mark, .*\nsave it as UTF-8 without /],
  ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x41), /^`.*` is too large for a text \(50 MB; at most 20\)\n$/],
])('a file of %s is refused', async ([, content, err]) => {
  const { root, file, list } = prepare(content);
  const before = list();
  const ran = await run(root, file);
  expect(ran.err).toMatch(err);
  expect([ran.code, list()]).toEqual([2, before]);
});

test('nothing is ever overwritten', async () => {
  const { root, file, list } = prepare(text);
  const before = list();
  expect(await run(root, file, { id: 'weather-log' })).toMatchObject({
    code: 2,
    err: 'There is a source `weather-log` already, and nothing was changed; give another id with --id\n',
  });
  expect(list()).toEqual(before);

  // Somebody is quicker, between the look and the copy.
  const { terminal, printed } = terminalOf(['', '', '', '', '']);
  const { ask } = terminal;
  const quicker = (name: string) => async () => {
    writeFileSync(join(root, name), 'mine');
    return '';
  };
  for (const name of ['sources/radio-interview.txt', 'sources/radio-interview.yaml']) {
    rmSync(join(root, 'sources/radio-interview.txt'), { force: true });
    const meddling = { ...terminal, ask: ask && { ...ask, text: quicker(name) } };
    expect(await addSource(root, file, {}, meddling)).toBe(2);
    expect(readFileSync(join(root, name), 'utf8')).toBe('mine');
    expect(printed.err).toContain(`Cannot write \`${name}\`: it is there already, and was left as it is\n`);
  }
  // A raw text without a record is not left behind.
  expect(existsSync(join(root, 'sources/radio-interview.txt'))).toBe(false);
  expect(readdirSync(join(root, 'sources')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('an existing text without a record gets one, and stays as it is', async () => {
  const { root, file } = prepare(text);
  const path = join(root, 'sources/radio-interview.txt');
  writeFileSync(path, text);
  expect(await run(root, file, {}, ['', '', '', '', ''])).toMatchObject({ code: 0 });
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(checked(root, 'radio-interview').problems).toEqual(UNREVIEWED);

  rmSync(join(root, 'sources/radio-interview.yaml'));
  writeFileSync(path, `${text}More.\n`);
  expect(await run(root, file)).toMatchObject({ code: 2, err: expect.stringMatching(/^There is a source .* already/) });
});

test.for<[name: string, options: AddSourceOptions, file: string]>([
  ['with capitals', { id: 'Radio' }, 'a.txt'],
  ['with a path', { id: '../radio' }, 'a.txt'],
  ['of a name without letters', {}, '….txt'],
])('an id %s is refused', async ([, options, name]) => {
  const { root, file } = prepare(text, name);
  expect(await run(root, file, options)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^The id `/),
  });
});

test('the program, in a pipe, asks nothing', () => {
  const { root, file } = prepare(text, 'Störung_2.txt');
  const ran = runProgram(root, 'source:add', file);
  expect(ran).toMatchObject({ status: 0, stdout: 'sources/storung-2.txt\nsources/storung-2.yaml\n' });
  expect(ran.stderr).toMatch(/^Read the text and its record: .* the site is built without it\n$/);
  expect(checked(root, 'storung-2').problems).toEqual(UNREVIEWED);
});
