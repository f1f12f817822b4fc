import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { articleOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const memo = sourceOf('memo', 'The port of Almar shipped more grain.\n');

test.for<[name: string, quote: string, expected: string[]]>([
  ['nothing', 'The port of Almar shipped', []],
  ['a letter', 'The port of Almarr shipped', ['quote-not-found']],
  ['an invisible character', 'The port of Al\u200bmar shipped', ['source-suspicious-character']],
  ['a reference to one', 'The port of Al&#x200B;mar shipped', ['source-suspicious-character']],
  ['both', 'The port of Al\u200bmarr shipped', ['source-suspicious-character']],
])('a quote with %s too many has one problem', ([, quote, expected]) => {
  const { report } = checkCorpus(
    [{ id: 'memo', source: memo, problems: [] }],
    [articleOf('grain', `It shipped more.[^a]\n\n[^a]: @memo "${quote}"`)],
  );
  const ofQuotes = report.problems.map(({ ruleId }) => ruleId).filter((ruleId) => /^(?:quote|source)-/.test(ruleId));
  expect(ofQuotes).toEqual(expected);
});

test.for<[name: string, text: string, expected: string[]]>([
  [
    'in a quote of an unknown source',
    'It came.[^a]\n\n[^a]: @mmo "The port of Al\u200bmar shipped"',
    ['source-unknown'],
  ],
  ['outside the quote', 'It\u200b came.[^a]\n\n[^a]: @memo "The port of Vellin shipped"', ['quote-not-found']],
])('an invisible character hides no other problem: %s', ([, text, expected]) => {
  const { report } = checkCorpus([{ id: 'memo', source: memo, problems: [] }], [articleOf('grain', text)]);
  const ofQuotes = report.problems.map(({ ruleId }) => ruleId).filter((ruleId) => /^(?:quote|source)-/.test(ruleId));
  expect(ofQuotes.sort()).toEqual([...expected, 'source-suspicious-character'].sort());
});
