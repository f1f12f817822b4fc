import { expect, test } from 'vitest';
import { explain } from '#problem/explain.ts';
import { type Hedge, hidesCitations, type Problem, RULE_IDS, sortProblems } from '#problem/problem.ts';

const point = (line: number, column = 1) => ({ line, column, offset: 0 });
const at = (line: number, column?: number) => ({ start: point(line, column), end: point(line, column) });

// The golden folders in docs/rules show nearly every message in full; here are the others.
test.for<[problem: Problem, reason: string, help: RegExp, notes?: string[]]>([
  [
    { ruleId: 'record-invalid', fault: 'type', path: '', expected: 'object', file: 'sources/log.yaml', place: at(1) },
    'The record is not valid: expected keys with values',
    /^the keys are described in/,
  ],
  [
    { ruleId: 'record-invalid', fault: 'type', path: 'id', expected: 'date', file: 'sources/log.yaml', place: at(1) },
    '`id` in the record is not valid: expected a date',
    /^the keys are described in/,
  ],
  [
    { ruleId: 'article-invalid', part: 'limit', fault: 'stack', file: 'content/articles/grain.mdx', place: undefined },
    'This document is nested too deeply to be read',
    /^put fewer lists/,
    [],
  ],
  [
    {
      ruleId: 'region-not-found',
      fault: 'words',
      speech: undefined,
      words: 'Photo',
      lines: ['3', '5-9'],
      times: 2,
      lineCount: 12,
      elsewhere: [],
      file: 'sources/log.yaml',
      place: at(1),
    },
    'The words `Photo` of this region occur twice on lines 3 and 5-9 of `sources/log.txt`',
    /^name fewer lines, or copy more words/,
  ],
  [
    {
      ...{ ruleId: 'region-not-found', fault: 'exposed', speech: undefined, words: undefined, lines: [], times: 0 },
      ...{ lineCount: 12, elsewhere: ['9', '11'], file: 'sources/log.yaml', place: at(1) },
    },
    'Words of this withheld region are also on lines 9 and 11 of `sources/log.txt`, where they would be published',
    /^withhold them there too/,
    [],
  ],
  [
    {
      ...{ ruleId: 'erratum-not-found', fault: 'changed', printed: undefined, line: 3, times: 1, elsewhere: [4] },
      ...{ file: 'sources/log.yaml', place: at(1) },
    },
    'The words around the printed characters on line 3 of `sources/log.txt` are not those that this erratum was ' +
      'reviewed with',
    /^`npm run review -- log`/,
    ['those words are on line 4 now'],
  ],
  [
    {
      ruleId: 'figure-unsupported',
      statement: 'It was 11 percent.',
      figure: '11 percent',
      fault: 'unit',
      hedges: [],
      evidence: ['11'],
      file: 'content/articles/grain.mdx',
      place: at(9),
    },
    'No passage cited here has the figure `11 percent` with this unit',
    /^write the unit of the passage/,
  ],
  [
    {
      ruleId: 'exemption-unused',
      fault: 'rule',
      written: '',
      suggestions: [],
      file: 'content/articles/grain.mdx',
      place: at(9),
    },
    'This exemption does not say from which rule',
    /^write it as/,
  ],
])('%#: says what is wrong', ([problem, reason, help, notes]) => {
  const said = explain(problem);
  if (notes) expect(said.notes).toEqual(notes);
  expect(said.reason).toBe(reason);
  expect(said.help).toMatch(help);
});

const inArticle = { file: 'content/articles/grain.mdx', place: at(9) };

test.for<[name: string, problem: Problem, notes: string[]]>([
  [
    'no date',
    { ruleId: 'date-unsupported', statement: 'It was May.', date: 'May', evidence: [], ...inArticle },
    ['it says   It was May.', 'they have no date'],
  ],
  [
    'no figure',
    {
      ruleId: 'figure-unsupported',
      statement: 'It was 11.',
      figure: '11',
      fault: 'missing',
      hedges: [],
      evidence: [],
      ...inArticle,
    },
    ['it says   It was 11.', 'they have no figure'],
  ],
  ...[12, 13].map((count): [string, Problem, string[]] => [
    `the first twelve of ${count}`,
    {
      ruleId: 'date-unsupported',
      statement: 'It was May.',
      date: 'May',
      evidence: Array.from({ length: count }, (_, index) => `${1950 + index}`),
      ...inArticle,
    },
    [
      'it says   It was May.',
      'they have 1950 · 1951 · 1952 · 1953 · 1954 · 1955 · 1956 · 1957 · 1958 · 1959 · 1960 · ' +
        `1961${count > 12 ? ' …' : ''}`,
    ],
  ]),
])('of the passages are shown %s', ([, problem, notes]) => {
  expect(explain(problem).notes).toEqual(notes);
});

test('all hedges are named', () => {
  const hedges: Hedge[] = ['over', 'under', 'at-most', 'around', 'estimated'];
  const fact = { ruleId: 'figure-unsupported', statement: 'It was 11.', figure: '11', evidence: ['11'] } as const;
  const words = 'says `more than`, `nearly`, `at most`, `about`, `an estimated` of the figure `11`';
  expect(explain({ ...fact, fault: 'hedge-added', hedges, ...inArticle }).reason).toContain(words);
  expect(explain({ ...fact, fault: 'hedge-dropped', hedges, ...inArticle }).reason).toContain(words);
});

test.for<[problem: Problem]>([
  [{ ruleId: 'record-invalid', fault: 'link', file: 'sources/log.yaml', place: undefined }],
  [
    {
      ruleId: 'article-invalid',
      part: 'file',
      fault: 'link',
      name: 'articles/log.mdx',
      file: 'sources/log.yaml',
      place: undefined,
    },
  ],
])('%#: a symbolic link is named, whether of a source or a document', ([problem]) => {
  expect(explain(problem)).toEqual({
    reason: '`sources/log.yaml` is a symbolic link, not a file',
    notes: [],
    help: 'put the file itself here: what a link points to can change outside the project',
  });
});

test('a label with white space is written with hyphens', () => {
  const { help } = explain({
    ruleId: 'footnote-undefined',
    label: ' the \n west ',
    fault: 'white-space',
    suggestions: [],
    ...inArticle,
  });
  expect(help).toBe('write `[^the-west]`, here and everywhere else');
});

test.for<[url: string, missing: 'address' | 'page' | 'form' | 'unbuilt', words: RegExp]>([
  ['oil', 'page', /: in the front matter, write the name .*; in the text, write the address/],
  ['/articles/oil:west/', 'page', /`: write the address from the root/],
  ['https://port.example/articles/oil/', 'page', /` on this site: write the address from the root/],
  ['ftp://oil.example/', 'form', /: a link to another site begins with/],
  ['#', 'address', /^This link has no address, only `#`: write where it leads/],
  ['', 'address', /^This link has no address: write where it leads/],
  [
    '/sources/log/#L1',
    'unbuilt',
    / leads to a source that nobody has reviewed, which is not published: leave the link out/,
  ],
  ['/articles/oil/', 'unbuilt', / leads to a draft, which is not published: leave the link out/],
])('the link %s without its %s is explained', ([url, missing, words]) => {
  const { reason, help } = explain({ ruleId: 'link-broken', url, missing, suggestions: [], ...inArticle });
  expect(`${reason}: ${help}`).toMatch(words);
});

test('uncited words are aligned', () => {
  const unread = [
    { line: 9, words: 'Oil went west.' },
    { line: 120, words: 'It was May.' },
    { line: 33, words: 'Gas.' },
  ];
  const { notes } = explain({ ruleId: 'passage-unread', sourceId: 'log', cited: 1, citable: 40, unread, ...inArticle });
  expect(notes).toEqual(['line 9    "Oil went west."', 'line 120  "It was May."', 'line 33   "Gas."']);
});

const compare = (quoted: string, printed: string) =>
  explain({
    ruleId: 'quote-not-found',
    sourceId: 'log',
    quote: quoted,
    nearest: { sourceId: 'log', quoted, printed, line: 7, differences: 1 },
    elsewhere: undefined,
    elided: false,
    lines: [],
    locator: undefined,
    file: 'grain.mdx',
    place: at(1),
  }).notes;

test.for<[name: string, quoted: string, printed: string, notes: string[]]>([
  [
    'a short quote is shown whole',
    'an embassy in Oslo since 1992.',
    'an embassy in Oslo since 1993.',
    ['yours    "an embassy in Oslo since 1992."', 'nearest  "an embassy in Oslo since 1993."  line 7'],
  ],
  [
    'a long quote is cut at words',
    'and has operated an embassy in the city of Oslo since 1992, which is a long time for an embassy to be in ' +
      'any city.',
    'and has operated an embassy in the city of Oslo since 1993, which is a long time for an embassy to be in ' +
      'any city.',
    [
      'yours    "…in the city of Oslo since 1992, which is a long time for an…"',
      'nearest  "…in the city of Oslo since 1993, which is a long time for an…"  line 7',
    ],
  ],
  [
    'a long word is cut where the window ends',
    `${'a'.repeat(90)}b${'c'.repeat(90)}`,
    `${'a'.repeat(90)}d${'c'.repeat(90)}`,
    [`yours    "…${'a'.repeat(36)}b${'c'.repeat(36)}…"`, `nearest  "…${'a'.repeat(36)}d${'c'.repeat(36)}…"  line 7`],
  ],
  [
    'a long word after a space that differs is cut where the window ends',
    `a ${'c'.repeat(90)}`,
    `a-${'c'.repeat(90)}`,
    [`yours    "a ${'c'.repeat(36)}…"`, `nearest  "a-${'c'.repeat(36)}…"  line 7`],
  ],
])('%s', ([, quoted, printed, notes]) => {
  const said = compare(quoted, printed);
  expect(said.slice(0, 2)).toEqual(notes);
  // The mark is below the first letter that differs.
  const [yours = '', nearest = '', marks = ''] = said;
  expect(yours.slice(0, marks.indexOf('^'))).toBe(nearest.slice(0, marks.indexOf('^')).replace('nearest ', 'yours   '));
  expect(yours[marks.indexOf('^')]).not.toBe(nearest[marks.indexOf('^')]);
});

test.for<[name: string, printed: string, marked: string]>([
  ['the whole stretch', `It was ${'d '.repeat(17)}dd in May.`, `${'d '.repeat(17)}dd`],
  ['the first word of a long stretch', `It was ddd${' d'.repeat(17)} in May.`, 'ddd'],
])('the marks of a difference show %s', ([, printed, marked]) => {
  const [, nearest = '', marks = ''] = compare(printed.endsWith('May.') ? 'It was b in May.' : 'It was b', printed);
  expect(nearest.slice(marks.indexOf('^')).slice(0, marks.trim().length)).toBe(marked);
});

test('problems are sorted by file, place and rule, with those of a whole file first', () => {
  const problem = (
    file: string,
    place: Problem['place'],
    ruleId: 'quote-missing' | 'citation-missing' = 'quote-missing',
  ) => ({ ruleId, file, place }) as Problem;
  const sorted = [
    problem('a.mdx', undefined),
    problem('a.mdx', at(2, 5)),
    problem('a.mdx', at(2, 40)),
    problem('a.mdx', at(10)),
    problem('b.mdx', undefined, 'citation-missing'),
    problem('b.mdx', undefined),
    problem('b.mdx', at(1)),
  ];
  expect(sortProblems([...sorted].reverse())).toEqual(sorted);
  const [first, second] = [problem('a.mdx', undefined), problem('a.mdx', undefined)];
  expect(sortProblems([first, second])).toEqual([first, second]);
});

test.for<[expected: string, words: string]>([
  ['string', 'text, between quotation marks if it looks like a number'],
  ['number', 'a number without quotation marks'],
  ['int', 'a whole number'],
  ['boolean', '`true` or `false`'],
  ['array', 'a list such as `[a, b]`'],
])('the type %s is named as %s', ([expected, words]) => {
  const fact = { ruleId: 'record-invalid', fault: 'type', path: 'id', expected } as const;
  const said = explain({ ...fact, file: 'sources/log.yaml', place: at(1) });
  expect(said.reason).toBe(`\`id\` in the record is not valid: expected ${words}`);
});

test('faults of sources, citations, footnotes and whole documents hide citations, others do not', () => {
  const hiding = RULE_IDS.filter((ruleId) => hidesCitations({ ruleId } as Problem));
  expect(hiding).toEqual(
    expect.arrayContaining(['article-invalid', 'source-stale', 'quote-not-found', 'footnote-unused']),
  );
  for (const id of [
    'source-suspicious-character',
    'theme-unknown',
    'link-broken',
    'figure-unsupported',
    'passage-unread',
  ])
    expect(hiding).not.toContain(id);
});
