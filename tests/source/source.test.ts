import { describe, expect, test } from 'vitest';
import { printReport } from '#problem/print.ts';
import { hidesCitations, isError, type Problem } from '#problem/problem.ts';
import { readSource, type SourceFiles } from '#source/source.ts';
import { countStatements } from '#statement/check.ts';
import { filesOf, PIN, readingOf, recordOf, reviewed, sourceOf } from '../source-of.ts';

const raw = 'From: a clerk\n\nTHE YEAR\nThe p0rt of Almar [1] was open.\nPage 1\nIt rained. It rained.\n';

/** The rule of each problem, with the characters or the point of the record or text that it is at. */
function placesOf(problems: readonly Problem[], record: string): string[] {
  return problems.map(({ ruleId, file, place }) => {
    if (!place) return `${ruleId} ${file}`;
    const { start, end } = place;
    const at = file.endsWith('.yaml') ? record.slice(start.offset, end.offset) : `${start.line}:${start.column}`;
    return `${ruleId} ${file} ${at}`;
  });
}

describe('a source', () => {
  const source = sourceOf(
    'memo',
    raw,
    [
      'regions:',
      '  - { kind: furniture, lines: 5, printed: false, reason: A page mark. }',
      '  - { kind: furniture, words: "[1]", reason: A mark. }',
      '  - { kind: withheld, lines: 1, printed: true, reason: A name. }',
      '  - { kind: heading, lines: 3, words: [THE, YEAR], reason: A title. }',
      'errata:',
      '  - { line: 6, printed: "rained. It", certainty: possible, note: Twice. }',
      '  - { line: 4, printed: p0rt, read: port, certainty: certain }',
    ].join('\n'),
  );

  test('has its text as received, and its furniture is not in the normal form', () => {
    expect(source.raw).toBe(raw);
    expect(source.text.text).toBe('From: a clerk THE YEAR The p0rt of Almar was open. It rained. It rained.');
    expect(source.lines).toHaveLength(7);
  });

  test('has its regions in the order of the text, a withheld one never printed', () => {
    expect(source.regions.map(({ start, end, kind, printed }) => [raw.slice(start, end), kind, printed])).toEqual([
      ['From: a clerk', 'withheld', false],
      ['THE', 'heading', true],
      ['YEAR', 'heading', true],
      ['[1]', 'furniture', true],
      ['Page 1', 'furniture', false],
    ]);
  });

  test('has its speech in the normal form, over line breaks and page marks', () => {
    const { text, speech } = sourceOf(
      'memo',
      'He said:\n“It\nrained.\nPage 2\nIt rained.” So it was.\n',
      [
        'regions: [{ kind: furniture, lines: 4, reason: A page mark. }]',
        'speech:',
        '  - { kind: reported, from: \'"It rained.\', to: It rained." , by: him }',
        '  - { kind: opinion, from: So it, to: was., by: the memo }',
        '  - { kind: opinion, from: He said, to: He said, by: the memo }',
      ].join('\n'),
    );
    expect(speech.map(({ start, end, kind, by }) => [text.text.slice(start, end), kind, by])).toEqual([
      ['"It rained. It rained."', 'reported', 'him'],
      ['So it was.', 'opinion', 'the memo'],
      ['He said', 'opinion', 'the memo'],
    ]);
  });

  test('has a speech end at the first place of its last words that is not before its first', () => {
    const { text, speech } = sourceOf(
      'memo',
      'It rained. He said: It is May. It rained. So it was. It rained.\n',
      'speech: [{ kind: reported, from: He said, to: It rained., by: him }]',
    );
    expect(speech.map(({ start, end }) => text.text.slice(start, end))).toEqual(['He said: It is May. It rained.']);
  });

  test('has no speech with words that it does not have; they were looked for on all lines', () => {
    const speech = 'speech: [{ kind: reported, from: She said, to: It rained., by: her }]';
    expect(readingOf('memo', 'He said: It rained.', speech).problems).toMatchObject([
      { ruleId: 'region-not-found', speech: 'from', words: 'She said', lines: [], times: 0 },
    ]);
  });

  test('has its errata in the order of the text', () => {
    expect(
      source.errata.map(({ start, end, printed, read, note }) => [raw.slice(start, end), printed, read, note]),
    ).toEqual([
      ['p0rt', 'p0rt', 'port', undefined],
      ['rained. It', 'rained. It', undefined, 'Twice.'],
    ]);
  });

  test.for([
    ['that overlap', '- { kind: furniture, words: "abc" }\n  - { kind: furniture, words: "bcd" }'],
    ['one inside another', '- { kind: furniture, words: "abcd" }\n  - { kind: furniture, words: "bc" }'],
  ] as const)('passes over page marks %s', ([, marks]) => {
    const regions = `regions:\n  ${marks.replaceAll(' }', ', reason: A mark. }')}`;

    expect(sourceOf('memo', 'The abcd port', regions).text.text).toBe('The port');
  });

  test.for([
    ['with white space of another kind', 'The p0rt\n of Almar'],
    ['with other marks', 'It rained. It rained.'],
    ['over a page mark', 'open. Page 1 It'],
    ['in a withheld part', 'From: a clerk'],
  ])('may rest a field on words %s', ([, words = '']) => {
    const csl = { genre: `{ known: stated, value: memo, words: ${JSON.stringify([words])} }` };

    expect(readingOf('memo', raw, '', csl).problems).toEqual([]);
  });
});

test.for([
  ['of no width', 'The port of Al\u200bmar.\nAl\u200bmar.', 'U+200B', 2, false],
  ['that turns it around', 'The port of \u202eAlmar.', 'U+202E', 1, true],
] as const)(
  'a text with a character %s is read all the same, and the character is reported',
  ([, text, character, times, isFatal]) => {
    const { source, problems } = readingOf('memo', text);

    expect(source?.raw).toBe(text);
    expect(problems).toMatchObject([
      { ruleId: 'source-suspicious-character', character, times, within: 'text', file: 'sources/memo.txt' },
    ]);
    expect(problems.map(isError)).toEqual([isFatal]);
    expect(problems.some(hidesCitations)).toBe(false);
  },
);

describe('a source with a fault', () => {
  test.for<[name: string, files: SourceFiles, expected: readonly string[]]>([
    ['no record', { ...filesOf('memo', raw, ''), record: undefined }, ['source-unrecorded sources/memo.txt']],
    [
      'no text',
      { ...filesOf('memo', raw, recordOf('memo')), raw: undefined },
      ['source-missing sources/memo.yaml memo'],
    ],
    ['no file at all', { id: 'memo', record: undefined, raw: undefined }, []],
    ['a record with NUL', filesOf('memo', raw, 'id: \0'), ['source-encoding sources/memo.yaml ']],
    ['a record that is not YAML', filesOf('memo', raw, 'id: "memo'), ['record-invalid sources/memo.yaml "']],
    [
      'a record with several wrong values',
      filesOf('memo', raw, recordOf('memo').replace('full', 'some').replace('voice: An office.', 'voice: 1')),
      ['record-invalid sources/memo.yaml some', 'record-invalid sources/memo.yaml 1'],
    ],
    ['the id of another file', filesOf('memo', raw, recordOf('note')), ['record-invalid sources/memo.yaml note']],
    ['a text with NUL', filesOf('memo', 'one\n\0', recordOf('memo')), ['source-encoding sources/memo.txt 2:1']],
    [
      'a text that was changed',
      {
        ...filesOf('memo', raw, recordOf('memo')),
        raw: { file: 'sources/memo.txt', bytes: new Uint8Array(), sha256: 'b' },
      },
      [`source-stale sources/memo.yaml ${PIN}`],
    ],
    [
      'a text that was changed and a region that is gone',
      filesOf(
        'memo',
        '',
        recordOf('memo', 'regions: [{ kind: heading, lines: 9, reason: A title. }]').replace(PIN, 'b'.repeat(64)),
      ),
      [`source-stale sources/memo.yaml ${'b'.repeat(64)}`],
    ],
  ])('is reported: %s', ([, files, expected]) => {
    const { source, problems } = readSource(files, ['memo']);

    expect(source).toBeUndefined();
    expect(placesOf(problems, new TextDecoder().decode(files.record?.bytes))).toEqual(expected);
  });

  test.for<[name: string, more: string, at: string]>([
    [
      'lines after the end',
      'regions: [{ kind: heading, lines: [3, 5-7], reason: A. }]',
      'region-not-found sources/memo.yaml 5-7',
    ],
    [
      'words that are not there',
      'regions: [{ kind: heading, words: [THE, NONE], reason: A. }]',
      'region-not-found sources/memo.yaml NONE',
    ],
    [
      'words that occur twice',
      'regions: [{ kind: heading, words: It rained, reason: A. }]',
      'region-not-found sources/memo.yaml It rained',
    ],
    [
      'words in another case',
      'regions: [{ kind: heading, words: the year, reason: A. }]',
      'region-not-found sources/memo.yaml the year',
    ],
    [
      'words on other lines',
      'regions: [{ kind: heading, lines: [1, 4-5], words: THE YEAR, reason: A. }]',
      'region-not-found sources/memo.yaml THE YEAR',
    ],
    [
      'an erratum that is not there',
      'errata: [{ line: 4, printed: port, certainty: certain }]',
      'erratum-not-found sources/memo.yaml port',
    ],
    [
      'an erratum that occurs twice',
      'errata: [{ line: 6, printed: rained, certainty: certain }]',
      'erratum-not-found sources/memo.yaml rained',
    ],
    [
      'an erratum on another line',
      'errata: [{ line: 3, printed: p0rt, certainty: certain }]',
      'erratum-not-found sources/memo.yaml 3',
    ],
    [
      'an erratum after the end',
      'errata: [{ line: 99, printed: p0rt, certainty: certain }]',
      'erratum-not-found sources/memo.yaml 99',
    ],
    [
      'an erratum over two lines',
      'errata: [{ line: 4, printed: "open.\\nPage", certainty: certain }]',
      'erratum-not-found sources/memo.yaml 4',
    ],
  ])('is reported at the value: %s', ([, more, at]) => {
    const { source, problems } = readingOf('memo', raw, more);

    expect(source).toBeUndefined();
    expect(placesOf(problems, recordOf('memo', more))).toEqual([at]);
  });

  test('has one problem for each cause', () => {
    const regions =
      'regions: [{ kind: heading, lines: 9, words: [a, b], reason: A. }, { kind: heading, words: zz, reason: A. }]';
    const errata = 'errata: [{ line: 9, printed: x, certainty: certain }]';
    const csl = { genre: '{ known: stated, value: memo, words: [THE YEAR, THE MONTH, THE DAY] }' };

    expect(readingOf('memo', raw, `${regions}\n${errata}`, csl).problems).toMatchObject([
      { ruleId: 'region-not-found', lines: ['9'], words: undefined, lineCount: 6 },
      { ruleId: 'region-not-found', words: 'zz', times: 0 },
      { ruleId: 'erratum-not-found', printed: 'x', times: 0, elsewhere: [] },
      { ruleId: 'record-invalid', fault: 'words', path: 'csl.genre.words', words: 'THE MONTH' },
      { ruleId: 'record-invalid', fault: 'words', path: 'csl.genre.words', words: 'THE DAY' },
    ]);
  });

  test.for([
    ['another source', 'note', ['memo', 'note'], []],
    ['none', 'none', ['memo', 'note'], [['successor', ['note']]]],
    ['itself', 'memo', ['memo', 'note'], [['successor', []]]],
    ['`constructor`', 'constructor', ['memo', 'note'], [['successor', []]]],
  ] as const)('can be superseded by %s only if that is another source', ([, by, ids, expected]) => {
    const record = recordOf('memo', `status: { superseded: ${by}, why: It is newer. }`);
    const { problems } = readSource(filesOf('memo', raw, record), ids);

    expect(
      problems.map((problem) => 'suggestions' in problem && 'fault' in problem && [problem.fault, problem.suggestions]),
    ).toEqual(expected);
  });
});

describe('what no person has seen', () => {
  const letter = 'From: a clerk of Almar, b@c.example\nTo: all\nThe p0rt was open.\nIt rained for years.\n';
  const record = [
    'regions:',
    '  - { kind: withheld, lines: 1-2, reason: Private. }',
    '  - { kind: furniture, words: The p0rt, reason: A mark. }',
    'errata: [{ line: 4, printed: years, certainty: certain }]',
    'speech: [{ kind: reported, from: It rained, to: years., by: him }]',
  ].join('\n');
  const read = (raw: string, yaml: string) => readSource(filesOf('memo', raw, yaml), ['memo']).problems;
  const pinned = reviewed(recordOf('memo', record), letter);

  test.for<[name: string, raw: string, yaml: string, expected: readonly object[]]>([
    ['nothing, as it was reviewed', letter, pinned, []],
    ['nothing, with other line ends', letter.replaceAll('\n', '\r\n'), pinned, []],
    [
      'a line above: while it is unknown what is withheld, nothing else is judged',
      `New.\n${letter}`,
      pinned,
      [{ ruleId: 'region-not-found', fault: 'changed', lines: ['1-2'], words: undefined, elsewhere: ['2-3'] }],
    ],
    [
      'a line in what is withheld',
      letter.replace('To:', 'Cc: me\nTo:'),
      pinned,
      [{ ruleId: 'region-not-found', fault: 'changed', lines: ['1-2'], elsewhere: [] }],
    ],
    [
      'a text that ends before it',
      'One line.',
      pinned.replace('lines: 1-2', 'lines: 3-4'),
      [
        { ruleId: 'region-not-found', fault: 'lines', lines: ['3-4'] },
        { ruleId: 'region-not-found', fault: 'words', words: undefined },
      ],
    ],
    [
      'a line below',
      letter.replace('It rained', 'New.\nIt rained'),
      pinned,
      [{ ruleId: 'erratum-not-found', fault: 'words', line: 4, printed: 'years', elsewhere: [5] }],
    ],
    [
      'other words on both sides of a slip, and in speech',
      letter.replace('for years', 'over the years').replace('years.', 'years. Always.'),
      pinned,
      [
        { ruleId: 'erratum-not-found', fault: 'changed', line: 4, elsewhere: [] },
        { ruleId: 'region-not-found', fault: 'changed', speech: 'from', lines: ['4'] },
      ],
    ],
    [
      'a record without anchors',
      letter,
      recordOf('memo', record),
      [
        { ruleId: 'region-not-found', fault: 'unsure', lines: ['1-2'] },
        { ruleId: 'region-not-found', fault: 'unseen', lines: ['3'] },
      ],
    ],
    [
      'slips and speech without anchors, which is a warning',
      letter,
      reviewed(recordOf('memo', record.replace(/errata.*\nspeech.*/, '')), letter) +
        record.replace(/^(?:regions| ).*\n/gm, ''),
      [
        { ruleId: 'erratum-not-found', fault: 'unseen', line: 4 },
        { ruleId: 'region-not-found', fault: 'unseen', speech: 'from' },
      ],
    ],
    [
      'withheld words that are also elsewhere',
      `${letter}Again: From: a clerk of Almar, b@c.example\n`,
      pinned,
      [{ ruleId: 'region-not-found', fault: 'exposed', elsewhere: ['5'] }],
    ],
  ])('is reported: %s', ([, raw, yaml, expected]) => {
    const problems = read(raw, yaml);
    expect(problems).toMatchObject(expected);
    expect(problems).toHaveLength(expected.length);
    const isSound = expected.every((problem) => 'fault' in problem && problem.fault === 'unseen');
    expect([problems.some(isError), problems.some(hidesCitations)]).toEqual([!isSound, !isSound]);
    expect(JSON.stringify(problems)).not.toMatch(/clerk|b@c/);
  });

  test.for<[name: string, more: string]>([
    ['a region of words', 'regions:\n  - { kind: withheld, words: "x: a clerk", reason: A. }'],
    ['words that are there twice', 'regions:\n  - { kind: withheld, words: clerk, reason: A. }'],
    [
      'a region that is only not printed',
      'regions:\n  - { kind: furniture, printed: false, words: a clerk!, reason: A. }',
    ],
    ['a slip', `${record.replace('printed: years', 'printed: a clerk')}`],
    ['the ends of speech', `${record.replace('from: It rained', 'from: a clerk!')}`],
    ['the words of a field', record],
  ])('withheld words are in no message about %s', ([name, more]) => {
    const csl: Record<string, string> = name.includes('field')
      ? { genre: '{ known: stated, value: x, words: a clerk! }' }
      : {};
    const raw = letter.replace('To:', 'clerk To:');
    const problems = read(raw, reviewed(recordOf('memo', more, csl), raw));
    expect(problems.length).toBeGreaterThan(0);
    const counts = { documents: 0, sources: 1, citations: 0, holding: 0, statements: countStatements([]) };
    expect(printReport({ problems, counts })).not.toMatch(/clerk/);
  });

  test('a slip over the border of a withheld part is shown to nobody', () => {
    const regions = 'regions: [{ kind: withheld, words: "b@c.example", reason: Private. }]\n';
    const errata = 'errata: [{ line: 1, printed: "Almar, b@c", certainty: certain }]';
    expect(sourceOf('memo', letter, regions + errata).errata).toEqual([]);
  });
});

test.for(['../x', '__proto__', 'Memo', 'a b', '', 'memo--two'])('a record with the id %j is invalid', (id) => {
  const record = recordOf('memo').replace('id: memo', () => `id: ${JSON.stringify(id)}`);
  const { source, problems } = readSource(filesOf(id, raw, record), [id]);

  expect(source).toBeUndefined();
  expect(placesOf(problems, record)).toEqual([`record-invalid sources/${id}.yaml ${JSON.stringify(id)}`]);
});
