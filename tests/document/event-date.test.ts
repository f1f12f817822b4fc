import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEventDate } from '#document/event-date.ts';

test.for([
  ['1991', 'year', '1991', '1991-01-01', '1991-12-31'],
  ['1991-12', 'month', 'December 1991', '1991-12-01', '1991-12-31'],
  ['1991-12-25', 'day', '25 December 1991', '1991-12-25', '1991-12-25'],
  ['2012-02-29', 'day', '29 February 2012', '2012-02-29', '2012-02-29'],
  ['2014-22', 'season', 'summer 2014', '2014-06-01', '2014-08-31'],
  ['2015-24', 'season', 'winter 2015', '2015-12-01', '2016-02-29'],
  ['199X', 'decade', 'the 1990s', '1990-01-01', '1999-12-31'],
  ['17XX', 'century', 'the 1700s', '1700-01-01', '1799-12-31'],
  ['04XX', 'century', '5th century AD', '0400-01-01', '0499-12-31'],
  ['00XX', 'century', '1st century AD', '0000-01-01', '0099-12-31'],
  ['0731', 'year', '731 AD', '0731-01-01', '0731-12-31'],
  ['0045-03-15', 'day', '15 March 45 AD', '0045-03-15', '0045-03-15'],
  ['073X', 'decade', 'the 730s AD', '0730-01-01', '0739-12-31'],
  ['197X/199X', 'interval', 'the 1970s to the 1990s', '1970-01-01', '1999-12-31'],
  ['1918/1920-04-28', 'interval', '1918 to 28 April 1920', '1918-01-01', '1920-04-28'],
] as const)('%s is a %s, %s', ([edtf, precision, words, first, last]) => {
  expect(readEventDate(edtf)).toEqual({ edtf, precision, words, first, last, inferred: false });
  expect(readEventDate(`${edtf}?`)).toEqual({ edtf, precision, words, first, last, inferred: true });
});

test.for([
  '',
  '0000',
  '19911',
  '1XXX',
  '19X1',
  '1991-1',
  '1991-13',
  '1991-25',
  '1991-02-30',
  '2013-02-29',
  '1991-12-00',
  '1991-22-01',
  '199X-12',
  '1991-12-25T10:00',
  '1991/',
  '1991/1991',
  '1992/1991',
  '199X/1995',
  '1991/1992/1993',
  '1991?/1992',
  ' 1991',
])('`%s` is no date', (text) => {
  expect(readEventDate(text)).toBeUndefined();
});

test('every day of the calendar is read', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(readEventDate(day)).toMatchObject({ precision: 'day', first: day, last: day });
    }),
  );
});
