import { describe, expect, test } from 'vitest';
import { readYaml } from '#text/yaml.ts';

const text = `title: Grain
lines: [3, 5]
nested:
  - printed: p0rt
    line: 17
&anchor key: value
`;

/** What stands at the place of a path. */
const at = (path: PropertyKey[], part?: 'key' | 'value') => {
  const { start, end } = readYaml(text).placeAt(path, part);
  return text.slice(start.offset, end.offset).trim();
};

describe('a place in YAML', () => {
  test.for<[name: string, path: PropertyKey[], expected: string]>([
    ['of a value', ['title'], 'Grain'],
    ['of an item', ['lines', 1], '5'],
    ['of a nested value', ['nested', 0, 'line'], '17'],
    ['of a key that is not there: the nearest parent', ['nested', 0, 'read'], 'printed: p0rt\n    line: 17'],
    ['of an item that is not there', ['lines', 7], '[3, 5]'],
    ['below a plain value', ['title', 'deeper'], 'Grain'],
  ])('is that %s', ([, path, expected]) => {
    expect(at(path)).toBe(expected);
  });

  test('is that of the key where it is asked for', () => {
    expect(at(['nested', 0, 'line'], 'key')).toBe('line');
    expect(at(['nested', 0], 'key')).toBe('printed: p0rt\n    line: 17');
  });

  test('counts lines and columns from where the text starts in its file', () => {
    const yaml = readYaml('title: Grain\nlines: 3', { line: 1, column: 4, offset: 3 });
    expect(yaml.placeAt(['title']).start).toEqual({ line: 1, column: 11, offset: 10 });
    expect(yaml.placeAt(['lines']).start).toEqual({ line: 2, column: 8, offset: 23 });
  });

  test('of an empty value is that of its key', () => {
    const yaml = readYaml('title:\nlines: 3');
    expect(yaml.placeAt(['title']).start.line).toBe(1);
  });

  test('passes over a key that is a list', () => {
    const yaml = readYaml('? [a]\n: 1\nb: 2');
    expect(yaml.placeAt(['b']).start.line).toBe(3);
  });

  test('of a key without any value is that of the key', () => {
    expect(readYaml('b: 2\n? title').placeAt(['title']).start.line).toBe(2);
  });

  test('of anything in an empty text is its start', () => {
    expect(readYaml('').placeAt(['title'])).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    });
  });
});

describe('reading YAML', () => {
  test.for<[name: string, text: string, value: unknown]>([
    ['numbers and lists', 'lines: [3, 5]', { lines: [3, 5] }],
    ['`yes` and days as words', 'a: yes\nb: 2026-11-23', { a: 'yes', b: '2026-11-23' }],
    ['a key such as __proto__ as plain data', '__proto__: {x: 1}', JSON.parse('{"__proto__": {"x": 1}}')],
    ['nothing as null', '', null],
  ])('takes %s', ([, text, value]) => {
    expect(readYaml(text)).toMatchObject({ errors: [] });
    expect(JSON.stringify(readYaml(text).value)).toBe(JSON.stringify(value));
  });

  test.for<[name: string, text: string, fault: string, line: number, column: number]>([
    ['a key written twice', 'a: 1\na: 2', 'syntax', 2, 1],
    ['an open list', 'a: [1\nb: 2', 'syntax', 2, 1],
    ['an open quotation mark, where it opens', 'a: 1\nb: "open\nc: 3', 'syntax', 2, 4],
    ['an alias', 'a: &x 1\nb: *x', 'alias', 2, 4],
  ])('refuses %s', ([, text, fault, line, column]) => {
    const { value, errors } = readYaml(text);
    expect(value).toBeUndefined();
    expect(errors.map((error) => [error.fault, error.place.start.line, error.place.start.column])).toEqual([
      [fault, line, column],
    ]);
  });

  test('gives the first of several faults', () => {
    expect(readYaml('a: [1\nb: "2\nc: }').errors).toHaveLength(1);
  });

  test('does not grow a text that names itself again and again', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]'].join('\n');
    expect(readYaml(bomb)).toMatchObject({ value: undefined });
  });
});
