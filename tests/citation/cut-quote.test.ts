import { expect, test } from 'vitest';
import { resolve } from '#citation/resolve.ts';
import { explain } from '#problem/explain.ts';
import { sourceOf } from '../source-of.ts';

/** The message about a quote, whose words are there but begin or end inside a word or number. */
function say(raw: string, quote: string): string[] {
  const resolution = resolve({ sourceId: 'memo', quote, locator: undefined }, sourceOf('memo', raw));
  if (resolution.ok) return [];
  const { reason, notes } = explain({ ...resolution.fact, file: 'a.mdx', place: undefined });
  return [reason, ...notes];
}

const OPENED = 'The harbour was opened in 1993';

test.for<[raw: string, quote: string, fault: string, nearest: string]>([
  [`${OPENED}.2 It was closed.`, `${OPENED}.`, 'the text goes on with `2` without a space', `${OPENED}.2`],
  [`${OPENED}.2 It was closed.`, OPENED, 'the text goes on with `.2` without a space', `${OPENED}.2`],
  [`${OPENED},14 and closed.`, OPENED, 'the text goes on with `,14` without a space', `${OPENED},14`],
  [
    'It shipped 40 million12 tons.',
    'It shipped 40 million',
    'the text goes on with `12` without a space',
    'It shipped 40 million12',
  ],
  [
    'See 30,000 ships that came in.',
    '000 ships that came in.',
    'the text has `30,` right before it without a space',
    '30,000 ships that came in.',
  ],
  [
    'They did not know of the port.',
    'They did not know of the por',
    'the text goes on with `t` without a space',
    'They did not know of the port',
  ],
])('%s: %s', ([raw, quote, fault, nearest]) => {
  const [reason, yours, printed, marks = ''] = say(raw, quote);
  expect(reason).toBe(`This quote is not in \`memo\`: ${fault}`);
  expect(yours).toBe(`yours    "${quote}"`);
  expect(printed).toBe(`nearest  "${nearest}"  line 1`);
  // The marks are below what is joined to the words.
  expect(marks.trim()).toBe('^'.repeat(nearest.length - quote.length));
});

test.for([
  [`${OPENED}. It was closed.`, `${OPENED}.`],
  [`${OPENED}.2 It was closed.`, `${OPENED}.2`],
  [`${OPENED} [2]. It was closed.`, OPENED],
])('%s: %s is found', ([raw = '', quote = '']) => {
  expect(say(raw, quote)).toEqual([]);
});

test('words that differ are compared as before', () => {
  expect(say(`${OPENED}.`, 'The harbour was closed in 1993')[0]).toBe('This quote is not in `memo`');
});
