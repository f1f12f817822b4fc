import { expect, test } from 'vitest';
import { citeFound, findPassages, labelOf } from '#citation/find-passages.ts';
import { printedWords } from '#citation/words.ts';
import { sourceOf } from '../source-of.ts';

const memo = sourceOf(
  'memo',
  `Memo on the port
Almar shipped 11 percent more grain in 2023. Most of it went west [3] on 40 ships.
The storm closed the port of Vellin.
Photo: the quay of Almar
The storm closed the port of Vellin.
Ships waited in the roads. Yes.
`,
  `regions:
  - { kind: heading, lines: 1, reason: Title }
  - { kind: furniture, words: "[3]", reason: Reference mark }
  - { kind: boilerplate, lines: 4, reason: Caption }`,
);
const log = sourceOf('log', 'The storm reached Vellin at noon on 3 May, and the port was closed for twelve days.\n');

/** What is found, as `source:line differences words → sentence`, then what is refused. */
function find(words: string): string[] {
  const { found, refused } = findPassages([memo, log], words);
  return [
    ...found.map(
      ({ source, line, differences, span, sentence }) =>
        `${source.id}:${line} ${differences} ${printedWords(source, span)} → ${printedWords(source, sentence)}`,
    ),
    ...refused.map(({ source, line, region }) => `${source.id}:${line} ${region.kind}: ${region.reason}`),
  ];
}

test.for<[name: string, words: string, expected: string[]]>([
  ['exact', '11 percent more', ['memo:2 0 11 percent more → Almar shipped 11 percent more grain in 2023.']],
  [
    'over page furniture, as if it were not there',
    'went west on 40 ships',
    ['memo:2 0 went west on 40 ships → Most of it went west on 40 ships.'],
  ],
  [
    'at every place',
    'closed the port',
    [
      'memo:3 0 closed the port → The storm closed the port of Vellin.',
      'memo:5 0 closed the port → The storm closed the port of Vellin.',
    ],
  ],
  [
    'over two sentences',
    'in 2023. Most of it',
    ['memo:2 0 in 2023. Most of it → Almar shipped 11 percent more grain in 2023. Most of it went west on 40 ships.'],
  ],
  ['in a sentence that is too short, with the next one', 'Yes.', ['memo:6 0 Yes. → Ships waited in the roads. Yes.']],
  [
    'with a word changed, the nearest of each source, the best first',
    'the port was shut for twelve days',
    [
      'log:1 6 the port was closed for twelve days → The storm reached Vellin at noon on 3 May, and the port was closed for twelve days.',
    ],
  ],
  ['in a heading', 'Memo on the port', ['memo:1 heading: Title']],
  ['in page furniture', '[3]', ['memo:2 furniture: Reference mark']],
  ['in a caption', 'quay of Almar', ['memo:4 boilerplate: Caption']],
  ['partly in a caption', 'quay of Almar The storm', ['memo:4 boilerplate: Caption']],
  [
    'with the page furniture among them typed, too',
    'it went west [3] on 40 ships',
    ['memo:2 4 it went west on 40 ships → Most of it went west on 40 ships.'],
  ],
  ['nowhere', 'zzzz qqqq xxxx', []],
  ['not at all', ' ', []],
])('words are found %s', ([, words, expected]) => {
  expect(find(words)).toEqual(expected);
});

test('a sentence or caption that only touches the words does not contain them', () => {
  const source = sourceOf(
    'close',
    'The storm came in May!The crew went ashore!The quay of Almar. So it was.Photo: a quayThe town slept for days.\n',
    'regions: [{ kind: boilerplate, words: "Photo: a quay", reason: Caption }]',
  );
  const look = (words: string) => {
    const { found, refused } = findPassages([source], words);
    return [
      ...found.map(({ sentence }) => printedWords(source, sentence)),
      ...refused.map(({ region }) => region.kind),
    ];
  };

  expect(look('The crew went ashore!')).toEqual(['The crew went ashore!']);
  expect(look('So it was.')).toEqual(['The quay of Almar. So it was.']);
  expect(look('The town slept')).toEqual(['The town slept for days.']);
});

const column = sourceOf(
  'column',
  `The ministers spoke of coop-
eration and of long-term plans; the harbour-
master town of the north saw cooperation of its own.
The harbour was re-
opened, and the re\u00ADmaining ships left on 3-4 May.
The quay
The quay of the ferry line was opened for the ships of the north
- oil
- grain of the coop-
  eration
`,
);

test.for<[words: string, ...expected: string[]]>([
  ['cooperation and', 'coop-eration and'],
  ['co-operation and', 'coop-eration and'],
  ['coop-eration and', 'coop-eration and'],
  ['of cooperation', 'of coop-eration'],
  ['cooperation', 'coop-eration', 'cooperation', 'coop-eration'],
  ['harbourmaster town', 'harbour-master town'],
  ['was reopened, and the remaining', 'was re-opened, and the re\u00ADmaining'],
  // Other hyphens count, and those between digits always.
  ['longterm plans'],
  ['left on 34 May'],
])('words that a line end divides are found, however they are typed: %s', ([words, ...expected]) => {
  const { found } = findPassages([column], words);
  const exact = found.filter(({ differences }) => differences === 0);
  expect(exact.map(({ source, span }) => printedWords(source, span))).toEqual(expected);
});

test.for<[words: string, sentence: string]>([
  ['opened for the ships', 'The quay of the ferry line was opened for the ships of the north'],
  ['grain of the', 'grain of the coop-eration'],
  ['oil', 'oil'],
])('the sentence around “%s” has no heading and no other list item', ([words, sentence]) => {
  const [passage] = findPassages([column], words).found;
  expect(passage && printedWords(passage.source, passage.sentence)).toBe(sentence);
});

test('what is too short for a quote comes last', () => {
  const { found } = findPassages([column], 'The quay');
  expect(found.map(({ line }) => line)).toEqual([7, 6]);
});

test('places like the words that touch are found as two', () => {
  const { found } = findPassages([sourceOf('log', 'The port is shut!The port is shut!\n')], 'The port is shot!');
  expect(found.map(({ span }) => span)).toEqual([
    { start: 0, end: 17 },
    { start: 17, end: 34 },
  ]);
});

test('of many places like the words the three nearest of a source are found', () => {
  const days = Array.from({ length: 5 }, (_, day) => `On day ${day} the ships of Almar left late.`).join('\n');
  const { found } = findPassages([sourceOf('days', `${days}\n`)], 'the ships of Almar leave late');
  expect(found.map(({ line }) => line)).toEqual([1, 2, 3]);
});

test('of places like the words only the nearest of a source are found, and the nearest source comes first', () => {
  const { found } = findPassages(
    [
      sourceOf('day', 'The ships of Almar were late today.\n'),
      sourceOf('days', 'The ships of Almar left so late.\nThe ships of Almar left late.\n'),
    ],
    'ships of Almar left latest',
  );
  expect(found.map(({ source, line, differences }) => [source.id, line, differences])).toEqual([
    ['days', 2, 2],
    ['day', 1, 4],
  ]);
});

test('many words are looked up by their beginning', () => {
  const start = 'The ships of Almar left late, and the storm closed the port. '.repeat(5);
  const log = sourceOf('log', `${start}\n`);
  expect(findPassages([log], `${start}${'zebra '.repeat(200)}`).found).toMatchObject([{ line: 1 }]);
});

test('a sentence is cited with its line where it occurs more than once', () => {
  const [first, second] = findPassages([memo], 'closed the port').found;
  const [only] = findPassages([memo], '11 percent').found;
  expect([first, second, only].map((passage) => passage && citeFound(passage))).toEqual([
    { sourceId: 'memo', locator: { from: 3, to: 3 }, quote: 'The storm closed the port of Vellin.' },
    { sourceId: 'memo', locator: { from: 5, to: 5 }, quote: 'The storm closed the port of Vellin.' },
    { sourceId: 'memo', locator: undefined, quote: 'Almar shipped 11 percent more grain in 2023.' },
  ]);
});

test.for<[words: string, label: string]>([
  ['The port of Almar shipped 11 percent more', 'port-almar-shipped'],
  ['about 30,000 sacks in Almar', 'about-30000-sacks'],
  ['Kızıl Şəhər', 'kizil-seher'],
  ['the harbour master’s view', 'harbour-masters-view'],
  ['it was', 'note'],
  ['“…”', 'note'],
])('%j gives the label %j', ([words, label]) => {
  expect(labelOf(words)).toBe(label);
});
