import { expect, test } from 'vitest';
import { readYaml } from '#text/yaml.ts';

test.for<[name: string, text: (more: number) => string, fault: string, most: number, at: number]>([
  ['characters', (more) => `a: |\n ${'x'.repeat(999_994 + more)}`, 'characters', 1_000_000, 1_000_000],
  ['lines', (more) => `a: |\n${' x\n'.repeat(19_999 + more)}`, 'entries', 20_000, 60_004],
  ['commas', (more) => `a: [${'1,'.repeat(20_000 + more)}]`, 'entries', 20_000, 40_005],
  ['lists in each other', (more) => `a: ${'['.repeat(64 + more)}${']'.repeat(64 + more)}`, 'nesting', 64, 67],
  ['lists on a line', (more) => `a: 1\nb:\n${'- '.repeat(128)}${' '.repeat(more)}x`, 'nesting', 64, 8],
])('more %s than the parser is given are a fault', ([, text, fault, most, at]) => {
  expect(readYaml(text(0)).errors.filter((error) => error.fault === fault)).toEqual([]);

  const { value, errors, placeAt } = readYaml(text(1), { line: 3, column: 4, offset: 10 });
  expect(value).toBeUndefined();
  expect(errors).toMatchObject([{ fault, most, place: { start: { offset: at + 10 } } }]);
  expect(placeAt(['a'])).toEqual(errors[0]?.place);
});

test('brackets that only close make no room for others', () => {
  expect(readYaml(`a: ${']'.repeat(100)}${'['.repeat(65)}`).errors).toMatchObject([{ fault: 'nesting' }]);
});
