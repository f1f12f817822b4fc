import { expect, test } from 'vitest';
import { RECORD_KEYS, SourceRecord } from '#source/record.ts';
import { readYaml } from '#text/yaml.ts';
import { PIN, recordOf } from '../source-of.ts';

/** The path of everything that the schema refuses, or the record. */
function parse(more: string, csl: Readonly<Record<string, string>> = {}) {
  const { data, error } = SourceRecord.safeParse(readYaml(recordOf('memo', more, csl)).value);
  return { data, paths: error?.issues.map(({ path }) => path.join('.')) ?? [] };
}

test('a record without regions, errata and notes has none', () => {
  expect(parse('').data).toMatchObject({ regions: [], errata: [], speech: [], notes: [] });
});

test.for([
  ['a day', '2014-12-24', []],
  ['a month', '2014-12', []],
  ['a year', '"2014"', []],
  ['a month or later', '2017-01/..', []],
  ['29 February of a leap year', '2016-02-29', []],
  ['29 February of another year', '2014-02-29', ['csl.issued.value']],
  ['a month that does not exist', '2014-13', ['csl.issued.value']],
  ['a day that does not exist', '2014-12-32', ['csl.issued.value']],
  ['a day with an hour', '"2014-12-24T10"', ['csl.issued.value', 'csl.issued.value']],
  ['a number', '2014', ['csl.issued.value']],
] as const)('a date may be %s if it is in the calendar', ([, value, paths]) => {
  expect(parse('', { issued: `{ known: inferred, value: ${value}, note: Read. }` }).paths).toEqual(paths);
});

test.for([
  ['stated with words', '{ known: stated, value: memo, words: MEMO }', []],
  ['stated with several words', '{ known: stated, value: memo, words: [MEMO, memo], note: Twice. }', []],
  ['stated without words', '{ known: stated, value: memo }', ['csl.genre.words']],
  ['stated with no words', '{ known: stated, value: memo, words: [] }', ['csl.genre.words']],
  ['stated with empty words', '{ known: stated, value: memo, words: "" }', ['csl.genre.words']],
  ['inferred with a note', '{ known: inferred, value: memo, note: Read. }', []],
  ['inferred with words and a note', '{ known: inferred, value: memo, words: MEMO, note: Read. }', []],
  ['inferred without a note', '{ known: inferred, value: memo }', ['csl.genre.note']],
  ['inferred with a blank note', '{ known: inferred, value: memo, note: " " }', ['csl.genre.note']],
  ['unknown', '{ known: unknown, note: It has none. }', []],
  ['unknown with a value', '{ known: unknown, value: memo }', ['csl.genre']],
  ['known in another way', '{ known: guessed, value: memo }', ['csl.genre.known']],
  ['a bare value', 'memo', ['csl.genre']],
  ['an empty value', '{ known: inferred, value: "", note: Read. }', ['csl.genre.value']],
] as const)('a field can be %s, or is refused', ([, genre, paths]) => {
  expect(parse('', { genre }).paths).toEqual(paths);
});

test.for([
  ['a person', '[{ family: Holm, given: Ada }]', []],
  ['a name as it is printed', '[{ literal: Harbour office }]', []],
  ['nobody', '[]', ['csl.author.value']],
  ['half of a person', '[{ family: Holm }]', ['csl.author.value.0']],
  ['words', 'Ada Holm', ['csl.author.value']],
] as const)('an author can be %s, or is refused', ([, value, paths]) => {
  expect(parse('', { author: `{ known: inferred, value: ${value}, note: Read. }` }).paths).toEqual(paths);
});

test.for([
  ['URL', 'https://almar.example/', []],
  ['URL', 'almar.example', ['csl.URL.value']],
  ['language', 'az-Latn', []],
  ['type', 'report', []],
  ['type', 'leaflet', ['csl.type.value']],
] as const)('the field %s may be `%s` or not', ([name, value, paths]) => {
  expect(parse('', { [name]: `{ known: inferred, value: "${value}", note: Read. }` }).paths).toEqual(paths);
});

test.for<[lines: string, expected: readonly (readonly [number, number])[] | string]>([
  ['31', [[31, 31]]],
  ['1-8', [[1, 8]]],
  [
    '[3, 5-7]',
    [
      [3, 3],
      [5, 7],
    ],
  ],
  ['4-4', [[4, 4]]],
  ['8-1', 'regions.0.lines'],
  ['0', 'regions.0.lines'],
  ['1.5', 'regions.0.lines'],
  ['0-3', 'regions.0.lines'],
  ['[]', 'regions.0.lines'],
  ['[3, x]', 'regions.0.lines'],
  ['1 to 3', 'regions.0.lines'],
])('the lines `%s` of a region are read or refused', ([lines, expected]) => {
  const { data, paths } = parse(`regions: [{ kind: heading, lines: ${lines}, reason: A title. }]`);

  if (typeof expected === 'string') expect(paths).toEqual([expected]);
  else expect(data?.regions[0]?.lines?.map(({ from, to }) => [from, to])).toEqual(expected);
});

test.for([
  ['a region without a reason', 'regions: [{ kind: heading, lines: 1 }]', ['regions.0.reason']],
  ['speech without an end', 'speech: [{ kind: reported, from: A, by: her }]', ['speech.0.to']],
  ['an erratum without certainty', 'errata: [{ line: 1, printed: x }]', ['errata.0.certainty']],
  ['an erratum without a line', 'errata: [{ printed: x, certainty: certain }]', ['errata.0.line']],
  ['a status without a reason', 'status: { superseded: note }', ['status']],
  ['two statuses', 'status: { superseded: note, why: New., retracted: Wrong. }', ['status']],
  ['the successor `../x`', 'status: { superseded: ../x, why: New. }', ['status.superseded']],
  ['a key of no meaning', 'vioce: An office.', ['']],
  ['the key `__proto__`', '__proto__: { display: passages }', ['']],
  ['the key `constructor`', 'constructor: x', ['']],
] as const)('%s is refused', ([, more, paths]) => {
  expect(parse(more).paths).toEqual(paths);
});

test.for([
  ['status: { superseded: note, why: New. }', { superseded: 'note', why: 'New.' }],
  ['status: { retracted: " Wrong. " }', { retracted: 'Wrong.' }],
] as const)('%s is a status', ([more, status]) => {
  expect(parse(more).data?.status).toEqual(status);
});

test('the keys for suggestions are those of every level', () => {
  expect(RECORD_KEYS).toEqual(
    expect.arrayContaining(['sha256', 'container-title', 'printed', 'reason', 'words', 'note']),
  );
  expect(RECORD_KEYS).toEqual(expect.arrayContaining(['known', 'value', 'words', 'note']));
  expect(RECORD_KEYS).not.toContain('constructor');
});

const REMARK = 'Expected a remark';
const LINES = 'Expected a line such as `31`, a range such as `1-8`, or a list of these';
const DATE = 'Expected a date such as `2014-12-24`, `2014-12`, `2014`, or `2017-01/..` for then or later';
const ANCHOR = 'Expected what `npm run review` writes, such as `612-9f86d081884c`; remove it to have it written again';
const LANGUAGE = 'Expected a language tag such as `en`';
const ADDRESS = 'Expected an address that begins with http:// or https://';
const inferred = (value: string) => `{ known: inferred, value: ${value}, note: Read. }`;
const region = (fields: string) => `regions: [{ ${fields} }]`;
const erratum = (fields: string) => `errata: [{ ${fields} }]`;

test.for<[change: string, to: string, message: string]>([
  ['id: memo', 'id: Memo', 'Expected lower-case words joined by hyphens, such as `harbor-report`'],
  ['name: The memo', 'name: " "', 'Expected what the site calls this source'],
  [`sha256: ${PIN}`, 'sha256: abc', 'Expected 64 lower-case hex digits: the SHA-256 of the raw file'],
  [
    'reviewed: 2026-11-23',
    'reviewed: 2026-13-23',
    'Expected a day such as `2026-11-23`, or nothing until a person has read the text and its record',
  ],
  ['status: current', 'status: old', 'Expected `current`, `{ superseded: <id>, why: … }` or `{ retracted: <why> }`'],
  ['display: full', 'display: all', 'Expected `full` or `passages`'],
  ['voice: An office.', 'voice: " "', 'Expected who speaks in the text'],
  ['voice: An office.', 'voice: An office.\ncoverage: half', 'Expected `complete`, or no such key'],
  ['voice: An office.', 'voice: An office.\nnotes: [" "]', REMARK],
  [
    'genre: { known: unknown }',
    'genre: memo',
    'Expected `known: stated` (with `value` and `words`), `known: inferred` (with `value` and `note`) or `known: unknown`',
  ],
  [
    'genre: { known: unknown }',
    'genre: { known: stated, value: memo, words: 5 }',
    'Expected words of the text, such as `24 Dec 2014`, or a list of such words',
  ],
  ['genre: { known: unknown }', 'genre: { known: stated, value: memo, words: memo, note: " " }', REMARK],
  ['genre: { known: unknown }', 'genre: { known: inferred, value: memo, note: " " }', 'Expected how it was inferred'],
  [
    'author: { known: unknown }',
    `author: ${inferred('[{ family: Holm }]')}`,
    'Expected `{ family: …, given: … }` or `{ literal: … }`',
  ],
  ['issued: { known: unknown }', `issued: ${inferred('in May')}`, DATE],
  ['issued: { known: unknown }', `issued: ${inferred('2014-13')}`, 'Expected a day that is in the calendar'],
  ['language: { known: inferred, value: en', 'language: { known: inferred, value: english', LANGUAGE],
  ['URL: { known: unknown }', `URL: ${inferred('ftp://almar.example/')}`, ADDRESS],
])('instead of `%s`, `%s` is refused with: %s', ([change, to, message]) => {
  const record = recordOf('memo');
  expect(record).toContain(change);
  const { error } = SourceRecord.safeParse(readYaml(record.replace(change, to)).value);
  expect(error?.issues.map((issue) => issue.message)).toContain(message);
});

test.for<[more: string, message: string]>([
  [region('kind: advert, lines: 1, reason: x'), 'Expected `furniture`, `boilerplate`, `heading` or `withheld`'],
  [region('kind: heading, reason: x'), 'Expected `lines`, `words` or both'],
  [region('kind: heading, lines: 1, reason: " "'), 'Expected the reason: readers see it'],
  [region('kind: heading, lines: 1-x, reason: x'), LINES],
  [region('kind: heading, lines: 1, anchor: 12, reason: x'), ANCHOR],
  [region('kind: heading, lines: [1, 2], anchor: [12-0123456789ab, x], reason: x'), ANCHOR],
  [erratum('line: 1, printed: a, anchor: 12-0123456789aB, certainty: certain'), ANCHOR],
  [erratum('line: 0, printed: a, certainty: certain'), 'Expected a line, from 1'],
  [
    erratum('line: 1, printed: a, certainty: sure'),
    'Expected `certain`, `near-certain`, `likely`, `possible` or `unsettled`',
  ],
  [erratum('line: 1, printed: a, certainty: certain, note: " "'), 'Expected what decides it'],
  [
    'short: memo',
    'Expected two to four words, such as `the harbor report`, or one name with a capital, such as `Gazette`',
  ],
  [
    'short: the report of the harbor master',
    'Expected two to four words, such as `the harbor report`, or one name with a capital, such as `Gazette`',
  ],
  [
    'short: The quarterly administrative summary',
    'Expected at most 32 characters: the name stands in margins and charts',
  ],
  ['aliases: [" "]', 'Expected another name'],
  ['speech: [{ kind: rumour, from: a, to: b, by: x }]', 'Expected `reported`, `opinion`, `allegation` or `stated`'],
  ['speech: [{ kind: opinion, from: a, to: b, by: " " }]', 'Expected who says so'],
])('`%s` is refused with: %s', ([more, message]) => {
  const { error } = SourceRecord.safeParse(readYaml(recordOf('memo', more)).value);
  expect(error?.issues.map((issue) => issue.message)).toContain(message);
});
