import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readLimits } from '#statement/limit.ts';
import { LIMITS, wordPattern } from '#statement/limit-words.ts';
import { readRanks } from '#statement/rank.ts';
import { readWords } from '#statement/word.ts';
import { problemsOf } from './problems-of.ts';

/** What the check says of the limits of a sentence with one footnote, which quotes these sentences. */
function judge(sentence: string, ...passages: readonly string[]): string[] {
  const problems = problemsOf(sentence, passages);
  expect(problems.filter(({ ruleId }) => /^(?:quote|citation)/.test(ruleId))).toEqual([]);
  return problems.flatMap((problem) =>
    problem.ruleId === 'limit-changed' ? [`${problem.fault} ${problem.limit}`] : [],
  );
}

/** In `limits.txt`: a passage, then sentences that drop its limit, with `-`, and that keep it, with `+`. */
const ROWS = readFileSync(fileURLToPath(new URL('limits.txt', import.meta.url)), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((block) => {
    const [passage = '', ...lines] = block.split('\n');
    return { passage, lines };
  });

describe('a limit', () => {
  test.for(ROWS.flatMap(({ passage, lines }) => lines.map((line) => [line, passage] as const)))(
    '%s ← %s',
    ([line, passage]) => {
      expect(judge(line.slice(2), passage).length > 0).toBe(line.startsWith('-'));
    },
  );

  test.for(Object.entries(LIMITS).flatMap(([kind, { words }]) => words.map((word) => [kind, word] as const)))(
    'of the list %s has a passage: %s',
    ([, word]) => {
      const pattern = wordPattern([word]);
      expect(ROWS.some(({ passage }) => passage.toLowerCase().search(pattern) !== -1)).toBe(true);
    },
  );

  test.for<[text: string, ...limits: string[]]>([
    ['It is not only deep but wide.'],
    ['There are no fewer than 300 ships.'],
    ['No port on the coast is deeper than Almar.'],
    ['It was on May 21, 2021, in the peace-seeking town.'],
    ['The port may close.', 'may close'],
    ['Fewer ships came, and none left, but the ferry did not.', 'none left'],
  ])('of “%s”', ([text, ...limits]) => {
    expect(readLimits(text, readWords(text)).map(({ words }) => words)).toEqual(limits);
  });
});

describe('a limit is left alone', () => {
  test.for<[why: string, sentence: string, ...passages: string[]]>([
    [
      'where another passage has no limit',
      'Almar has a ferry of its own.',
      'Almar does not yet have a ferry of its own.',
      'At last Almar had a ferry of its own in the harbor.',
    ],
    [
      'where another one did it',
      'Other lines stopped the ferry in winter.',
      'The port did not stop the ferry in winter, though other lines did.',
    ],
    [
      'where it is said to be still to be done',
      'The plan is to repair the quay.',
      'The council pledged to repair the quay.',
    ],
    ['where the present is the future', 'A second quay opens next year.', 'A second quay is to be opened next year.'],
    [
      'where too few words are the same',
      'The town fixed its harbor.',
      'The council pledged to repair the northern quay.',
    ],
    [
      'where a text does not say something',
      'The memo does not say who paid for the quay.',
      'The town paid for the quay and the crane.',
    ],
  ])('%s', ([, sentence, ...passages]) => {
    expect(judge(sentence, ...passages)).toEqual([]);
  });

  test('where the passage says it in its own name, but not where it reports it', () => {
    const passage = 'It was reported that pirates seized the northern ferry.';
    expect(judge('According to one overview, pirates seized the northern ferry.', passage)).toHaveLength(1);
    expect(judge('Pirates seized the northern ferry, says the memo.', passage)).toHaveLength(1);
    expect(judge('According to reports, pirates seized the northern ferry.', passage)).toEqual([]);
  });
});

test.for<[sentence: string, passage: string, ...found: string[]]>([
  ['The mill never stopped in winter.', 'The mill stopped in winter, they say.', 'denial never stopped'],
  ['The mayor did not close the harbor.', 'The mayor closed the harbor in the storm.', 'denial not close'],
  ['The mayor was not elected by the town.', 'The town elected the mayor in spring.', 'denial not elected'],
  ["The crews haven't left the harbor.", 'The crews left the harbor in the storm.', "denial haven't left"],
  ['The mill no longer grinds grain.', 'The mill grinds the grain of the town.', 'denial no longer grinds'],
  ['The mayor did not close the harbor.', 'The mayor refused to close the harbor.'],
  ['The mill stopped, not in winter.', 'The mill stopped in winter, they say.'],
  ['The storm did not end.', 'The mayor closed the harbor in the storm.'],
  ['The mill was to stop in winter.', 'The mill stopped in winter, they say.', 'plan was to stop'],
  ['The council pledged a new school.', 'The council opened a new school.', 'plan pledged a new'],
  ['The council planned to open a school.', 'The council opened a new school.', 'plan planned to open'],
  ['The council could open a school.', 'The council was allowed to open a school.'],
  ['The council was to open a school.', 'The council decided to open a school.'],
  ['The mill allegedly stopped in winter.', 'The mill stopped in winter, as ever.', 'charge allegedly'],
  ['The mill allegedly stopped in winter.', 'The mill stopped in winter, they said.'],
])('a limit is not added: %s ← %s', ([sentence, passage, ...found]) => {
  expect(judge(sentence, passage)).toEqual(found);
});

test.for<[sentence: string, passage: string, ...found: string[]]>([
  [
    'The port does not have a pilot.',
    'The port does not yet have a pilot on the quay.',
    'dropped not yet have a pilot',
  ],
  [
    'The port has no pilot on the quay.',
    'The port does not yet have a pilot on the quay.',
    'dropped not yet have a pilot',
  ],
  ['The port still has no pilot.', 'The port does not yet have a pilot on the quay.'],
  ['The port did not have a pilot.', 'The port does not yet have a pilot on the quay.'],
  ['The port has no pilot as of 2023.', 'The port does not yet have a pilot on the quay of 2023.'],
])('“not yet” is more than “not”: %s ← %s', ([sentence, passage, ...found]) => {
  expect(judge(sentence, passage)).toEqual(found);
});

describe('a rank', () => {
  test.for<[sentence: string, passage: string, ...found: string[]]>([
    [
      'Almar was first to buy a crane for its port.',
      'Almar was one of the first ports to buy a crane.',
      'dropped one of the first',
    ],
    ['Almar is the only port with a crane.', 'Almar is one of the few ports with a crane.', 'dropped one of the few'],
    ['Almar is the largest buyer of grain.', 'Almar is a leading buyer of grain on the coast.', 'dropped a leading'],
    [
      'Almar is the oldest port of the coast.',
      'Almar is one of the oldest ports of the coast.',
      'dropped one of the oldest',
    ],
    ['Almar was among the first ports to buy a crane.', 'Almar was one of the first ports to buy a crane.'],
    ['Almar was the first port to buy a crane.', 'Almar was the first port to buy a crane there.'],
    ['Almar is a leading buyer of grain.', 'Almar is the leading buyer of grain on the coast.'],
    ['The first storm closed the harbor.', 'Almar was one of the first ports to buy a crane in the first storm.'],
    ['At first the crane stood still.', 'Almar was one of the first ports to buy a crane.'],
  ])('%s ← %s', ([sentence, passage, ...found]) => {
    expect(judge(sentence, passage)).toEqual(found);
  });

  test('is read with those who share it', () => {
    const ranks = readRanks('One of the first and the sole port, a key buyer, had the deepest interest.');
    expect(ranks.map(({ claim, isShared }) => [claim, isShared])).toEqual([
      ['first', true],
      ['only', false],
      ['leading', true],
      ['deepest', false],
    ]);
  });
});

test.for<[sentence: string, passage: string, ...found: string[]]>([
  ['The port had a pilot in 1931.', 'The port has had a pilot since 1931.', 'changed since 1931'],
  ['The port had a pilot until 1931.', 'The port has had a pilot since 1931.', 'changed since 1931'],
  ['The port has had a pilot since 1931.', 'The port had a pilot until 1931 in all.', 'changed until 1931'],
  ['The port had a pilot before May 1931.', 'The port had a pilot in May 1931 at last.', 'changed in May 1931'],
  ['The port had a pilot after May 1931.', 'The port had a pilot in May 1931 at last.', 'changed in May 1931'],
  ['The port has had a pilot since 1931.', 'The port had a pilot in 1931 at last.', 'changed in 1931'],
  ['During 1931 the port had a pilot.', 'Since 1931 the port has had a pilot.', 'changed Since 1931'],
  ['The port has had a pilot since 1931.', 'The port has had a pilot since 1931.'],
  ['The port got a first pilot, hired in 1931.', 'The port got a first pilot in 1931 at last.'],
  ['The pilot service opened in 1931.', 'The port has had a pilot service since 1931.'],
  ['The port has had a pilot since 1931.', 'The pilot service of the port was founded, at last, in 1931.'],
  ['The port had a pilot after 1931.', 'The port has had a pilot since 1931.'],
  ['A 1931 memo has the pilot.', 'The port has had a pilot since 1931.'],
  ['Between 1931 and 1940 it had a pilot.', 'From 1931 through 1940 the port had a pilot.'],
  ['The service ended in 1940.', 'The port had a pilot until 1940 at least.'],
])('what a date says is kept: %s ← %s', ([sentence, passage, ...found]) => {
  expect(judge(sentence, passage)).toEqual(found);
});

test.for<[sentence: string, passage: string, ...found: string[]]>([
  ['It is the first port with a bell.', 'It is the first northern port with a bell.', 'dropped northern'],
  ['It is the first northern port with a bell.', 'It is the first northern port with a bell.'],
  ['It is the first port of the northern coast with a bell.', 'It is the first northern port with a bell.'],
  ['It was the first parish with a school.', 'It became the first Danish parish with a school.', 'dropped Danish'],
  ['It has the only school.', 'It has the only medical school of the coast.', 'dropped medical'],
  ['It has the largest harbor.', 'It has the largest natural harbor of all.', 'dropped natural'],
  ['It has the largest harbor.', 'It has the largest harbor of all, a natural harbor.'],
  ['It was the first test.', 'It was the first litmus test of the port.'],
  ['It was the first ship.', 'It was the first ship of a Danish port.'],
])('an adjective of a rank: %s ← %s', ([sentence, passage, ...found]) => {
  expect(judge(sentence, passage)).toEqual(found);
});
