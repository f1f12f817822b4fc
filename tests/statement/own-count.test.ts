import { describe, expect, test } from 'vitest';
import { readFigures } from '#statement/figure.ts';
import { isOwnCount, ownCounts } from '#statement/own-count.ts';

/** Whether the first figure of a sentence counts something of the page itself. */
function isOwn(text: string): boolean {
  const [figure] = readFigures(text, []);
  if (!figure) throw new Error(`Expected a figure in ${text}`);
  return isOwnCount(figure, text, ownCounts({ texts: ['ledgers'], subjects: ['ports'] }));
}

const OF_TEXTS = [
  ...[
    'account',
    'article',
    'assessment',
    'claim',
    'clause',
    'explanation',
    'feature',
    'figure',
    'footnote',
    'interview',
  ],
  ...[
    'line',
    'list',
    'name',
    'note',
    'overview',
    'page',
    'passage',
    'phrase',
    'point',
    'position',
    'quotation',
    'reading',
  ],
  ...['row', 'sentence', 'slip', 'source', 'spelling', 'statement', 'text', 'wording', 'word'],
];

describe('the page counts', () => {
  test.for(OF_TEXTS)('%ss of its own', (noun) => {
    expect(isOwn(`Here are two ${noun}s.`)).toBe(true);
    expect(isOwn(`Of these, two of the older ${noun}s differ.`)).toBe(true);
    expect(isOwn(`It is in the second ${noun} of it.`)).toBe(true);
    expect(isOwn(`Here are two ${noun}ships.`)).toBe(false);
  });

  test.for([
    'Here are two ledgers.',
    'The two ports trade.',
    'It is in the first person.',
    'The two countries trade.',
    'Of the two, one left.',
    'Which of the two is it?',
    'It names all five: so it is.',
    'He said "the other two".',
    'It is so with the two',
    'The last three concern trade.',
    'It was "(the two)".',
  ])('in “%s”', (text) => {
    expect(isOwn(text)).toBe(true);
  });
});

describe('the page does not count', () => {
  test.for([
    'Here are 2 texts.',
    'Here are two ships.',
    'It was half of the texts.',
    'Some loathe two.',
    'Two countries trade.',
    'The two warring countries trade.',
    'The two ships of the countries trade.',
    'The two countrieswide ships.',
    'The isles had two.',
    'All ships, or two, left.',
    'The two aretes are high.',
    'The two ÉTATS are high.',
    'Here are two É words.',
  ])('in “%s”', (text) => {
    expect(isOwn(text)).toBe(false);
  });
});

test.for(['The two ports trade.', 'Here are two ledgers.'])('a site has to say that it counts: %s', (text) => {
  const [figure] = readFigures(text, []);
  expect(figure && isOwnCount(figure, text)).toBe(false);
});
