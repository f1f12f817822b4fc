import approximate from 'approx-string-match';
import { expect, test } from 'vitest';
import { findSimilar } from '#text/similar.ts';

/** Sentences that are alike, but no two the same. */
const prose = (sentences: number) =>
  Array.from({ length: sentences }, (_, index) => `Ship ${index} left port ${index % 89} with grain.`).join(' ');
const LONG = prose(32_000);
const PATTERN = 'The wind of Almar fell at noon, and all the ships came home.';

/** Four letters are changed, in as many words. */
const MARRED = 'Tha wind if Almar fall at moon, and all the ships came home.';

test('the long text of these tests is long', () => {
  expect(LONG.length).toBeGreaterThan(1_000_000);
});

test.for<[name: string, printed: string, before: string, after: string]>([
  ['in the middle', PATTERN, LONG, ` ${LONG}`],
  ['at the start', PATTERN, '', ` ${LONG}`],
  ['at the end', PATTERN, LONG, ''],
  ['with a word changed', PATTERN.replace('noon', 'dawn'), LONG, ` ${LONG}`],
  ['with words left out', PATTERN.replace(' of Almar', ''), LONG, ` ${LONG}`],
  ['twice, far apart', PATTERN.replace('home', 'back'), `${PATTERN.replace('home', 'bank')} ${LONG}`, ` ${LONG}`],
  ['twice, side by side', PATTERN.replace('home', 'back'), `${LONG} ${PATTERN.replace('home', 'bank')}`, ` ${LONG}`],
  [
    'twice, once with fewer changes',
    PATTERN.replace('home', 'hone'),
    `${PATTERN.replace('home', 'bank')} ${LONG}`,
    ` ${LONG}`,
  ],
  ['twice, first with more words changed', PATTERN.replace('home', 'back'), `${MARRED} ${LONG}`, ` ${LONG}`],
])('words %s of a long text are found as in a short one', ([, printed, before, after]) => {
  const text = `${before} ${printed}${after}`;

  expect(findSimilar(text, PATTERN, 20)).toEqual(approximate(text, PATTERN, 20));
});

test.for([
  ['nothing alike', 'Quixotic zebras jumped over lazy foxes'],
  ['pieces that stand everywhere', 'Grain. Ship left Ship left port with grain. zebras and quixotic foxes'],
  ['too few letters', 'zebra'],
])('of %s nothing is found in a long text', ([, words]) => {
  expect(findSimilar(LONG, String(words), 5)).toEqual([]);
});

test.for([0, 15, 30, 45])('words of which only the end is as it was are found %d characters on', (more) => {
  const printed = 'Thy wind if Almar fall at moon, and ale the ships came home.';
  const text = `${LONG} ${'.'.repeat(more)} ${printed} ${LONG}`;
  const start = LONG.length + more + 2;

  expect(findSimilar(text, PATTERN, 20)).toEqual([{ start, end: start + printed.length, errors: 5 }]);
});

test('words that begin as many other places do are found by the rest of them', () => {
  const words = 'with grain at noon, Almar waited for the ships.';
  const text = `${LONG} ${words} ${LONG}`;
  const start = LONG.length + 1;

  expect(findSimilar(text, words, 5)).toEqual([{ start, end: start + words.length, errors: 0 }]);
});
