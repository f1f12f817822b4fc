import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEventDate } from '#document/event-date.ts';
import { nameEvents } from '#document/event-name.ts';

const names = (dates: readonly string[], taken: readonly string[] = []) =>
  nameEvents(
    dates.map((date) => ({ date: readEventDate(date) })),
    taken,
  ).map(({ id }) => id);

test.for<[name: string, dates: readonly string[], taken: readonly string[], expected: readonly string[]]>([
  ['their dates', ['1991-12-25', '199X', '2014-09?'], [], ['1991-12-25', '199X', '2014-09']],
  ['two dashes in an interval', ['197X/199X'], [], ['197X--199X']],
  [
    'numbers from the second event of a date on',
    ['1991', '1992', '1991', '1991'],
    [],
    ['1991', '1992', '1991-2', '1991-3'],
  ],
  ['numbers where there is no date', ['', ''], [], ['undated-1', 'undated-2']],
  ['a number where a heading has the same id', ['1991', ''], ['1991', 'undated-1'], ['1991-2', 'undated-2']],
])('events are named by %s', ([, dates, taken, expected]) => {
  expect(names(dates, taken)).toEqual(expected);
});

test('a month keeps its name although its year has ten events', () => {
  const ids = names([...Array.from({ length: 12 }, () => '1991'), '1991-10']);
  expect(ids.at(-1)).toBe('1991-10');
  expect(ids.slice(8, 12)).toEqual(['1991-9', '1991-11', '1991-12', '1991-13']);
});

test('no two events have the same name', () => {
  const dates = fc.constantFrom('', '1991', '1991-10', '1991-12', '1991-12-02', '1991?', '199X', '1990/1991');
  const taken = fc.array(fc.constantFrom('1991', '1991-2', 'undated-1', '199X'));
  fc.assert(
    fc.property(fc.array(dates, { maxLength: 40 }), taken, (dates, taken) => {
      const ids = names(dates, taken);
      expect(new Set([...ids, ...taken]).size).toBe(ids.length + new Set(taken).size);
    }),
  );
});
