import { expect, test } from 'vitest';
import { Memory } from '#check/memory.ts';

const object = {};

test.for<[name: string, before: unknown[], now: unknown[], runs: number]>([
  ['the same texts and objects', ['a', 1, object], ['a', 1, object], 1],
  ['another text', ['a'], ['b'], 2],
  ['an object that only looks the same', [['a']], [['a']], 2],
  ['one more input', ['a'], ['a', 'b'], 2],
  ['one input less', ['a', 'b'], ['a'], 2],
])('a value is computed again unless its inputs are the same: %s', ([, before, now, runs]) => {
  const memory = new Memory();
  let count = 0;
  memory.memoize('one', before, () => ++count);
  expect(memory.memoize('one', now, () => ++count)).toBe(runs);
  expect(memory.memoize('other', now, () => 'another')).toBe('another');
});
