import { expect, test } from 'vitest';
import type { Place } from '#text/location.ts';
import { readYaml } from '#text/yaml.ts';

/** The characters at a place, or where it is if it has none. */
const cut = (text: string, { start, end }: Place) =>
  text.slice(start.offset, end.offset) || `${start.line}:${start.column}`;

test.for<[name: string, text: string, value: unknown]>([
  ['a map', 'a: 1\nb: [x, true]', { a: 1, b: ['x', true] }],
  [
    'no more than the core schema',
    'a: yes\nb: 2014-12-24\n<<: { c: 1 }',
    { a: 'yes', b: '2014-12-24', '<<': { c: 1 } },
  ],
  ['an empty text', '', null],
  ['the key `constructor` as any other', 'constructor: 1', { constructor: 1 }],
])('reads %s', ([, text, value]) => {
  expect(readYaml(text)).toMatchObject({ value, errors: [] });
});

test('reads the key `__proto__` as any other', () => {
  const { value } = readYaml('__proto__: { a: 1 }');

  expect(Object.keys(Object(value))).toEqual(['__proto__']);
  expect(Object(value).a).toBeUndefined();
});

test.for<[name: string, text: string, faults: readonly [fault: string, at: string][]]>([
  ['a key that is there twice', 'a: 1\na: 2', [['syntax', '2:1']]],
  ['a tag of its own', 'a: !date 1', [['syntax', '1:4']]],
  ['two documents', 'a: 1\n---\nb: 2', [['syntax', '2:1']]],
  ['a tab for white space', 'a:\n\t- b', [['syntax', '2:1']]],
  ['two faults by the first', 'a: b: c\nd: e: f', [['syntax', '1:4']]],
  ['an open quotation mark where it opens', 'a: "x"\nb: "y\nc: z', [['syntax', '2:4']]],
  ['a tag of its own before another fault', 'a: !date 1\nb: "x', [['syntax', '1:4']]],
  ['a fault after a quotation where it is', 'a: "x"\nb: c: d', [['syntax', '2:4']]],
  ['an open apostrophe where it opens', "a: 'x", [['syntax', '1:4']]],
  ['two open apostrophes by the first', "a: 'x\nb: 'y", [['syntax', '1:4']]],
  ['a map for a key, which would be made a word with a warning', '? { a: 1 }\n: b', [['syntax', '1:3']]],
  ['a list for a key', '[a]: b', [['syntax', '1:1']]],
  [
    'every alias',
    'a: &x 1\nb: *x\nc: [*x]',
    [
      ['alias', '2:4'],
      ['alias', '3:5'],
    ],
  ],
  ['an alias of nothing', 'a: *x', [['alias', '1:4']]],
  ['an alias next to a fault by the fault', 'a: &x 1\nb: *x\nb: 2', [['syntax', '3:1']]],
])('refuses %s', ([, text, faults]) => {
  const { value, errors } = readYaml(text);

  expect(value).toBeUndefined();
  expect(errors.map(({ fault, place }) => [fault, `${place.start.line}:${place.start.column}`])).toEqual(faults);
});

const record =
  'name: Log\ncsl:\n  title: { words: [one, two] }\nempty:\n? bare\nsame: &it x\nalias: *it\n? [odd]\n: 1\n';

test.for<[name: string, path: readonly PropertyKey[], part: 'key' | 'value', expected: string]>([
  ['a value', ['name'], 'value', 'Log'],
  ['a key', ['name'], 'key', 'name'],
  ['a value inside', ['csl', 'title', 'words'], 'value', '[one, two]'],
  ['a key inside', ['csl', 'title', 'words'], 'key', 'words'],
  ['a member of a list', ['csl', 'title', 'words', 1], 'value', 'two'],
  ['a value that is left out', ['empty'], 'value', '4:7'],
  ['a key without a colon', ['bare'], 'value', 'bare'],
  ['an alias', ['alias'], 'value', '*it'],
  ['a missing key, at its parent', ['csl', 'title', 'note'], 'value', '{ words: [one, two] }'],
  ['a member that is not there, at its list', ['csl', 'title', 'words', 2], 'value', '[one, two]'],
  ['what is in a plain value, at the value', ['name', 'first'], 'value', 'Log'],
  ['`constructor`, at its parent', ['csl', 'title', 'constructor'], 'key', '{ words: [one, two] }'],
])('gives the place of %s', ([, path, part, expected]) => {
  expect(cut(record, readYaml(record).placeAt(path, part))).toBe(expected);
});

test.for([100, 10_000])('reads lists that are nested %i deep, unless the parser runs out of stack', (depth) => {
  const { value, errors, placeAt } = readYaml('['.repeat(depth) + ']'.repeat(depth), { line: 2, column: 1, offset: 4 });

  if (depth === 100) expect([value, errors]).toEqual([expect.any(Array), []]);
  else expect(errors).toMatchObject([{ fault: 'syntax', said: 'Lists and keys are nested too deeply' }]);
  expect(placeAt(['name']).start).toEqual({ line: 2, column: 1, offset: 4 });
});

test('explains what a key is if a list is used as one', () => {
  expect(readYaml('[a]: b').errors).toMatchObject([{ said: 'A key is a word, no list or map' }]);
});

test('gives places in the file that contains the text', () => {
  const text = '\ntitle: Storms\ntitle: Winds';
  const { errors, placeAt } = readYaml(text, { line: 3, column: 4, offset: 20 });

  expect(errors.map(({ place }) => place.start)).toEqual([{ line: 5, column: 1, offset: 35 }]);
  expect(placeAt(['title']).start).toEqual({ line: 4, column: 8, offset: 28 });
  expect(readYaml('a: 1', { line: 3, column: 4, offset: 20 }).placeAt(['a']).start).toEqual({
    line: 3,
    column: 7,
    offset: 23,
  });
});

test('an empty text is entirely at its start', () => {
  expect(readYaml('').placeAt(['name'])).toEqual({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  });
});
