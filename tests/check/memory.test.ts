import { expect, test } from 'vitest';
import { Memory } from '#check/memory.ts';

const object = {};

test.for<[name: string, before: unknown[], now: unknown[], made: number]>([
  ['the same texts and objects', ['a', 1, object], ['a', 1, object], 1],
  ['another text', ['a'], ['b'], 2],
  ['an object that only looks the same', [['a']], [['a']], 2],
  ['more', ['a'], ['a', 'b'], 2],
  ['less', ['a', 'b'], ['a'], 2],
  ['nothing', [], [], 1],
])('what was made from %s is made %s', ([, before, now, made]) => {
  const memory = new Memory();
  let count = 0;
  memory.memoize('one', before, () => ++count);
  expect(memory.memoize('one', now, () => ++count)).toBe(made);
  expect(memory.memoize('other', now, () => 'another')).toBe('another');
});
