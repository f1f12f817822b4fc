import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const quay = sourceOf(
  'memo',
  'The quay was built in 1990, and Mira Oren said that it would not last another winter. The crane is old.\n',
  'short: the memo\nspeech: [{ kind: reported, from: Mira Oren, to: another winter., by: Mira Oren }]',
  { publisher: '{ known: inferred, value: Harbor Office, note: Read. }' },
);
const log = sourceOf(
  'log',
  'The Harbor Office closed the quay, the crews said. It snowed. The Harbor Office sold it in 1995.\n',
  'short: the log',
);

/** The rules that a document breaks below its front matter, with its lines from 1. */
function rulesIn(body: string): string[] {
  const notes =
    '[^a]: @memo "it would not last another winter."\n\n[^b]: @memo "The quay was built in 1990, and Mira Oren said that it ' +
    'would not last another winter."\n\n[^c]: @log "The Harbor Office closed the quay, the crews said."\n\n' +
    '[^d]: @log "The Harbor Office sold it in 1995."';
  const { report } = checkCorpus(
    [quay, log].map((source) => ({ id: source.id, source, problems: [] })),
    [articleOf('quay', `${body}\n\n${notes}`)],
  );
  return report.problems
    .filter(({ ruleId, place }) => ruleId.startsWith('attribution') && Number(place?.start.line) > 8)
    .map(({ ruleId, place }) => `${Number(place?.start.line) - 8} ${ruleId}`);
}

test.for<[what: string, body: string, rules: string[]]>([
  [
    'by a sentence before it on the same notes',
    'It would not last a winter, Oren said.[^a] One winter was left.[^a]',
    [],
  ],
  ['by one that is two before it', 'Oren said so.[^a] One winter was left.[^a] Another winter was too much.[^a]', []],
  [
    'not by one after it',
    'One winter was left.[^a] It would not last another, Oren said.[^a]',
    ['1 attribution-missing'],
  ],
  ['not by one on other notes', 'Oren said so.[^b] One winter was left.[^a]', ['1 attribution-missing']],
  [
    'not by one before another',
    'Oren said so.[^a] It is closed.[^c] One winter was left.[^a]',
    ['1 attribution-missing'],
  ],
  ['not by another paragraph', 'Oren said so.[^a]\n\nOne winter was left.[^a]', ['3 attribution-missing']],
  ['by the head of its table', '| | In the memo |\n|---|---|\n| winters left | not another winter[^a] |', []],
  ['not by another head', '| | So |\n|---|---|\n| winters left | not another winter[^a] |', ['3 attribution-missing']],
  ['before a list', 'Mira Oren said:\n\n- it would not last another winter[^a]\n- not one winter[^a]', []],
  ['not before what is no list', 'Oren said this.[^b]\n\n- not one winter[^a]', ['3 attribution-missing']],
  ['before a block quotation', 'Mira Oren wrote.[^b]\n\n> it would not last another winter.[^a]', []],
  ['under a block quotation', 'So it was.[^b]\n\n> it would not last another winter.[^a]\n>\n> – Mira Oren', []],
  ['not around another', 'So it was.[^b]\n\n> it would not last another winter.[^a]', ['3 attribution-missing']],
  ['not in a question', 'Would the quay last another winter?[^a]', []],
  ['not in a heading', '## Not another winter\n\nIt would not last a winter, Oren said.[^a]', []],
  ['not for what is stated beside it', 'The quay was built in 1990.[^b]', []],
  ['for what is not stated beside it', 'It will not last another winter.[^b]', ['1 attribution-missing']],
  ['not for a sentence about its words', 'The name of the quay is spelled so.[^a]', []],
])('a speaker is named %s', ([, body, rules]) => {
  expect(rulesIn(body)).toEqual(rules);
});

test.for<[what: string, body: string, rules: string[]]>([
  ['by its publisher', 'It would not last another winter, writes the Harbor Office.[^a]', []],
  ['by its publisher, of which another text speaks', 'The Harbor Office closed the quay.[^c]', []],
  [
    'not where a passage speaks of its publisher',
    'The quay was built in 1990, and the Harbor Office sold it in 1995.[^b][^d]',
    [],
  ],
  ['by its short name, which no note cites', 'It snowed, says the memo.[^c]', ['1 attribution-unsupported']],
  ['at the beginning of a sentence', 'The memo has no snow.[^c]', ['1 attribution-unsupported']],
  ['in a heading, which rests on all notes', '## What the memo says\n\nIt is closed.[^c] Oren said so.[^a]', []],
])('a text is named %s', ([, body, rules]) => {
  expect(rulesIn(body)).toEqual(rules);
});

test('a record that marks no speech says nothing of who does not speak', () => {
  expect(rulesIn('It was closed, Oren said.[^c]')).toEqual([]);
});

test('a label names only texts that its document cites', () => {
  const memo = { id: 'memo', source: quay, problems: [] };
  const { report } = checkCorpus(
    [memo, { id: 'log', source: log, problems: [] }],
    [
      documentOf(
        'pages',
        'winters',
        '',
        '## The log of winters\n\nOren said so.[^a]\n\n[^a]: @memo "it would not last another winter."',
      ),
    ],
  );
  expect(report.problems.filter(({ ruleId }) => ruleId === 'attribution-unsupported')).toMatchObject([
    { fault: 'text', name: 'The log', has: ['the memo'] },
  ]);
});
