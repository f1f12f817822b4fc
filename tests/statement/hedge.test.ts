import { expect, test } from 'vitest';
import { readHedges } from '#statement/hedge.ts';

const BEFORE = {
  over: ['more than', 'over', 'above', 'at least', 'upwards of the', 'in excess of a', 'no fewer than', 'no less than'],
  under: ['nearly', 'almost', 'close to', 'just under', 'under', 'below', 'less than', 'fewer than', 'not quite'],
  'at-most': ['up to', 'at most', 'as many as', 'as much as', 'no more than'],
  around: [
    'about',
    'around',
    'some',
    'roughly',
    'approximate',
    'approximately',
    'approx',
    'approx.',
    'circa',
    'ca',
    'ca.',
  ],
  estimated: [
    'an estimated',
    'estimate',
    'the estimates',
    'estimated at',
    'estimate of',
    'estimates that',
    'estimate is',
  ],
};

const BEHIND = {
  over: [' or more', ' of them or more', ', at least', '+'],
  under: [' or less', ' barrels or fewer'],
  'at-most': [', at most', ' at most'],
  around: [' or so', ', more or less', ' approximately'],
  estimated: [', by one estimate', ' on some estimate'],
};

const written = [
  ...Object.entries(BEFORE).flatMap(([hedge, words]) => words.map((before) => [hedge, before, ''] as const)),
  ...Object.entries(BEHIND).flatMap(([hedge, words]) => words.map((behind) => [hedge, '', behind] as const)),
];

test.for(written)('%s is expressed by %j before a figure, %j after it', ([hedge, before, behind]) => {
  for (const [lower, after] of [
    [before, behind],
    [before.toUpperCase(), behind.toUpperCase()],
  ]) {
    const text = `There were ${lower} 90${after}.`;
    const start = text.indexOf('90');

    expect([...readHedges(text, start, start + 2)]).toContain(hedge);
  }
});

test.for(['There were therefore 90', 'There were 90 oranges', 'It is threesome 90'])(
  'nothing is said in %j',
  (text) => {
    const start = text.indexOf('90');

    expect([...readHedges(text, start, start + 2)]).toEqual([]);
  },
);

test.for<[text: string, hedges: string[]]>([
  ['There was more than that, ca. 90', ['around']],
  ['They came up to there, ca. 90', ['around']],
  ['There were 90 ships, of them at most 5', []],
  ['There were 90 ships, most of them red or so', []],
  ['There were 90 ships or so', ['around']],
  ['There were 90 grey ships, or so', ['around']],
  ['There were 90 more or less', ['around']],
  ['There were 90 or less', ['under']],
  ['There were 90, as an estimate', ['estimated']],
  ['There were 90 ships, five by one estimate', []],
])('in %j exactly the hedges %j are found', ([text, hedges]) => {
  const start = text.indexOf('90');

  expect([...readHedges(text, start, start + 2)]).toEqual(hedges);
});
