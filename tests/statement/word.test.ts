import { expect, test } from 'vitest';
import { isAdverb, readWords } from '#statement/word.ts';

const wordOf = (text: string) => {
  const [word] = readWords(text);
  if (!word) throw new Error(`No word in ${text}`);
  return word;
};

test.for([
  'visit visits visited visiting visitor',
  'supply supplies supplied supplying supplier',
  'stop stops stopped stopping',
  'recognize recognized recognizing recognition',
  'plan plans planned planning',
  'produce produces produced producing',
  'aid aids aided aiding',
  'embassy embassies',
])('%s have one stem', (words) => {
  expect(new Set(words.split(' ').map((word) => wordOf(word).stem)).size).toBe(1);
});

test.for(['visit vision', 'plan planet', 'count country', 'sail sale', 'month monument'])('%s have two', (words) => {
  expect(new Set(words.split(' ').map((word) => wordOf(word).stem)).size).toBe(2);
});

test.for([
  ['publicly', true],
  ['jointly', true],
  ['recently', true],
  ['supply', false],
  ['ally', false],
  ['family', false],
  ['Italy', false],
  ['July', false],
] as const)('is %s an adverb? %s', ([word, expected]) => {
  expect(isAdverb(wordOf(word))).toBe(expected);
});
