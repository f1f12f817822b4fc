import { test as check, expect } from 'vitest';
import { collect, describe, test } from './suite.ts';

check('tests are collected with the names of their suites, each name once', async () => {
  const cases = await collect(async () => {
    test('alone', () => {});
    describe('outer', () => {
      describe.for(['one', 'two'])('suite %s', () => test.for([1, 1])('row %d', () => {}));
    });
  });
  expect(cases.map(({ name }) => name)).toEqual([
    'alone',
    'outer > suite one > row 1',
    'outer > suite one > row 1 (2)',
    'outer > suite two > row 1',
    'outer > suite two > row 1 (2)',
  ]);
});

check('a suite that a mutant lets fail has no part in the names of later tests', async () => {
  const failing = collect(async () =>
    describe('broken', () => {
      throw new Error('a mutant');
    }),
  );
  await expect(failing).rejects.toThrow('a mutant');
  const cases = await collect(async () => test('alone', () => {}));
  expect(cases.map(({ name }) => name)).toEqual(['alone']);
});
