import { expect, test } from 'vitest';
import { resolve } from '#citation/resolve.ts';
import { measureCoverage } from '#corpus/coverage.ts';
import { sourceOf } from '../source-of.ts';

const raw = `- PAGE 1 -
The storm came in May, at noon.
- PAGE 2 -
The port was closed. 7 ships left.
`;
const source = sourceOf('log', raw, 'regions:\n  - { kind: furniture, lines: [1, 3], reason: page marks }\n');
const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
const cite = (quote: string) => {
  const resolution = resolve({ sourceId: 'log', quote, locator: undefined, place }, source);
  if (!resolution.ok) throw new Error(`Cannot find ${quote}`);
  return { id: quote, passage: resolution.passage, statements: [] };
};
const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

test('a source that nothing cites has no cited letter', () => {
  const { cited, citable, stretches } = measureCoverage(source, []);
  expect(cited).toBe(0);
  expect(citable).toBe(letters('The storm came in May, at noon. The port was closed. 7 ships left.'));
  expect(stretches.map(({ use }) => use)).toEqual(['apart', 'uncited', 'apart', 'uncited']);
});

test('the stretches cover the text from its first letter to its last, and page marks never count', () => {
  const { cited, citable, stretches } = measureCoverage(source, [cite('in May, at noon. The port was')]);
  expect(cited).toBe(letters('in May, at noon. The port was'));
  expect(citable).toBe(letters('The storm came in May, at noon. The port was closed. 7 ships left.'));
  expect(stretches.map(({ start, end, use }) => [use, raw.slice(start, end)])).toEqual([
    ['apart', 'PAGE 1'],
    ['uncited', ' -\nThe storm came'],
    ['cited', ' in May, at noon'],
    ['apart', '.\n- PAGE 2'],
    ['cited', ' -\nThe port was'],
    ['uncited', ' closed. 7 ships left'],
  ]);
});

test('what two statements cite counts once', () => {
  const once = measureCoverage(source, [cite('The storm came in May')]);
  const twice = measureCoverage(source, [cite('The storm came in May'), cite('storm came in May, at')]);
  expect(twice.cited - once.cited).toBe(letters('at'));
});
