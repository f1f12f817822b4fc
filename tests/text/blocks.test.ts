import { expect, test } from 'vitest';
import { findBlockEnds, lengthOfMark } from '#text/blocks.ts';

/** The text with a bar where a block ends. */
const split = (text: string, skip?: Parameters<typeof findBlockEnds>[1]) => {
  const ends = findBlockEnds(text, skip);
  return [...text].map((character, at) => (ends.has(at) ? '|' : character)).join('');
};

test.for<[name: string, text: string]>([
  ['before and between bullets', 'The port ships|• oil and gas|• grain from the north|• wood'],
  ['before and between dashes', 'The ministers agreed on|- oil and gas,|- grain from the north'],
  ['before one dash after a colon', 'There is one condition:|- the port stays open'],
  ['before and between numbers', 'The ministers agreed on|1. oil and gas|2. grain from the north|(3) wood'],
  ['before and between letters', 'The ministers agreed on|a) oil and gas|b) grain from the north'],
  [
    'after an item, before text',
    '- oil and gas|- grain from the north|The port was closed for twelve days in the month of May.',
  ],
  [
    'after an item over two lines',
    '- oil and gas that the ships of the ferry line\n  bring to the town|- grain, as it\n  was|The rest is still in the town',
  ],
  ['after a heading', 'Trade and oil|The port of Almar shipped 11 percent more grain than in the year before'],
  [
    'after a heading in a wrapped text',
    'Grain year\n\nThe port of Almar shipped 11 percent more grain in 2023\nthan in the year before.|A second quay|The quay is to be opened in 2025, the harbour office of\nAlmar said',
  ],
  [
    'after a heading in capitals',
    'THE GRAIN YEAR OF THE PORT OF ALMAR AND VELLIN|The port shipped more grain than ever',
  ],
  ['after a numbered heading', '2. Trade and oil|The port of Almar shipped 11 percent more grain in that year'],
  ['after a Markdown heading', '## Trade, the|the port'],
  ['around a rule', 'the grain year|==============|the port'],
  ['after a label', 'Background:|The port of Almar shipped 11 percent more grain than in the year before'],
  [
    'after a paragraph without a mark at its end',
    'The port of Almar shipped 11 percent more grain than in\nthe year before|The storm closed the port of Vellin for twelve days in\nthe month of May',
  ],
])('a block ends %s', ([, text]) => {
  expect(split(text.replaceAll('|', '\n'))).toBe(text);
  // Line ends of another system are the same.
  expect(split(text.replace(/[|\n]/g, '\r\n'))).toBe(text.replaceAll('|', '\r|').replaceAll('\n', '\r\n'));
});

test.for<[name: string, text: string]>([
  [
    'a name begins the next line',
    'The port of Vellin was closed by the Foreign Minister\nLevon Berg for twelve days in May',
  ],
  ['a short line ends in the middle', 'The port of\nAlmar shipped 11 percent more grain than in the year before'],
  ['a small letter follows', 'Trade and oil\nwere not so much as in the year before, the office of the port said'],
  ['a speaker is named', 'He said:\nThe port of Almar shipped 11 percent more grain than in the year before'],
  ['a quotation follows', 'His words:\n“The port of Almar shipped 11 percent more grain than in the year before”'],
  [
    'a dash stands in the sentence',
    'The port of Vellin was closed by the storm of the year\n- the first in May - for twelve days',
  ],
  [
    'a number ends the sentence',
    'The port of Vellin was closed by the storm on the day of May\n3. It opened again in the month of June',
  ],
  ['a name is in capitals', 'The storm was as strong as they had ever seen it, said the\nUNITED PORTS\nof the north'],
  [
    'all lines are short',
    'At noon the ship of the line\nBélan left the port of Almar\nwith oil, wood, and some of\nthe grain',
  ],
])('a block goes on where %s', ([, text]) => {
  expect(split(text)).toBe(text);
});

test('page marks are passed over', () => {
  const text = 'The port of Almar shipped 11 percent more grain, said the\nPAGE 1\nMinister of ports in the town';
  const mark = { start: text.indexOf('PAGE'), end: text.indexOf('\nMinister') };
  expect(split(text, [mark])).toBe(text);
  expect(split(text)).not.toBe(text);
});

test.for([
  ['- oil', 2],
  [' • oil', 3],
  ['(12) oil', 5],
  ['a. oil', 3],
  ['-oil', 0],
  ['2014. It was', 0],
  ['Oil - and gas', 0],
] as const)('the mark of %j has %i characters', ([block, length]) => {
  expect(lengthOfMark(block)).toBe(length);
});
