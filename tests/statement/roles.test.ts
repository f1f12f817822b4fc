import { expect, test } from 'vitest';
import { readDeeds } from '#statement/deed.ts';
import { readSequences } from '#statement/sequence.ts';
import { problemsOf } from './problems-of.ts';

/** What the check says of who does what, and when, in a sentence with one footnote, which quotes these sentences. */
function judge(sentence: string, ...passages: readonly string[]): string[] {
  const problems = problemsOf(sentence, passages);
  return problems.flatMap((problem) =>
    problem.ruleId === 'roles-swapped' ? [`${problem.words}: ${problem.instead}`] : [],
  );
}

const SUIT = 'In 1931 Vellin openly sued the town of Almar over the ferry.';
const RESCUE = 'Mira Oren was later thanked by Tomas Lund in a letter.';
const FLOOD = 'The mayor came to the quay in June, two days after the flood of Vellin.';
const TRIAL = 'Immediately after the trial, the clerk was attacked in the harbor.';

test.for<[sentence: string, passage: string, ...found: string[]]>([
  ['Vellin sued Almar.', SUIT],
  ['Almar sued Vellin.', SUIT, 'Almar sued: Vellin openly sued'],
  ['Almar was sued by Vellin.', SUIT],
  ['Vellin was sued by Almar.', SUIT, 'sued by Almar: Vellin openly sued'],
  ['Vellin has sued Almar again.', SUIT],
  ["Almar's mayor sued Vellin.", SUIT],
  ['Almar accused Vellin.', SUIT],
  ['Almar, Vellin and Brigg sued.', SUIT],
  ['Tomas Lund thanked Mira Oren.', RESCUE],
  ['Mira Oren thanked Tomas Lund.', RESCUE, 'Oren thanked: thanked by Tomas'],
  ['Almar met Vellin.', 'In June Vellin met Almar at sea.'],
  ['Almar traded grain with Vellin.', 'In June Vellin traded grain with Almar.'],
  ['The mayor came after the flood.', FLOOD],
  ['The mayor came before the flood.', FLOOD, 'before the flood: after the flood of Vellin'],
  ['After the flood the mayor came.', FLOOD],
  ['The flood came before the mayor.', FLOOD],
  ['The flood came after the mayor.', FLOOD, 'after the mayor: after the flood of Vellin'],
  ['The mayor came before a storm.', FLOOD],
  ['The mayor came before June.', FLOOD],
  ['The clerk was attacked right after the trial.', TRIAL],
  ['The clerk was attacked right before the trial.', TRIAL, 'before the trial: after the trial'],
  ['Before the trial, the clerk was attacked.', TRIAL, 'Before the trial: after the trial'],
])('%s ← %s', ([sentence, passage, ...found]) => {
  expect(judge(sentence, passage)).toEqual(found);
});

test('what another passage has is left alone', () => {
  expect(judge('Almar sued Vellin.', SUIT, 'In 1940 Almar sued Vellin in return.')).toEqual([]);
  expect(judge('The mayor came before the flood.', FLOOD, 'The mayor came once before the flood, too.')).toEqual([]);
});

test('places are in the text', () => {
  const text = 'Almar sued Vellin. The clerk left before the storm.';
  for (const { phrase, start, end } of [...readDeeds(text), ...readSequences(text)]) {
    expect(text.slice(start, end)).toBe(phrase);
  }
});
