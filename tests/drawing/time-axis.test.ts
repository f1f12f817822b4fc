import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EventDate, readEventDate } from '#document/event-date.ts';
import { timeAxis } from '#drawing/time-axis.ts';

const datesOf = (...texts: string[]) => texts.flatMap((text) => readEventDate(text) ?? []);
const axisOf = (dates: readonly EventDate[]) => timeAxis(dates, (slots) => Math.min(0.5, slots / 10));

test('earlier dates follow each other, with short labels', () => {
  const dates = datesOf('1982', '04XX', '17XX', '1730', '1948-05-14', '197X/199X', '1730-03', '0731/0740', '2000');
  const { slots, start } = axisOf(dates);
  expect(slots.map(({ label }) => label)).toEqual(['5th c.', '731 AD', '1700s', '1730', '1948', '1970s', '1982']);
  expect(start).toBe(0.5);
  expect(slots[0]?.at).toBeCloseTo(0.5 / 14);
  expect(axisOf(datesOf('0731-05', '1918-05/1920-03')).slots).toMatchObject([{ label: '731' }, { label: '1918' }]);
});

test.for<[name: string, dates: string[], start: number, labels: string[]]>([
  ['a few years', ['2014-03', '2016'], 0, ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017']],
  ['many years', ['1991-12', '2023'], 0, ['1990', '1995', '2000', '2005', '2010', '2015', '2020']],
  ['early dates only', ['1730', '1918'], 1, []],
  ['an interval that begins early', ['197X/1994'], 0.1, ['1990', '1991', '1992', '1993', '1994', '1995']],
  ['no date', [], 0, []],
])('the scale begins after the early dates and has round years: %s', ([, dates, start, labels]) => {
  const axis = axisOf(datesOf(...dates));
  expect(axis.start).toBe(start);
  expect(axis.years.flatMap(({ label }) => label ?? [])).toEqual(labels);
});

test.for<[date: string, from: number, to: number]>([
  ['1990-01-01', 0.00014, 0.00014],
  ['1995', 0.55, 0.55],
  ['199X', 0, 1],
  ['1992/1993', 0.2, 0.4],
  ['1994-21', 0.429, 0.429],
])('%s is at its place', ([date, from, to]) => {
  const [given] = datesOf(date);
  const place = given && axisOf(datesOf('1990', '1999', date)).place(given);
  expect(place?.from).toBeCloseTo(from, 2);
  expect(place?.to).toBeCloseTo(to, 2);
});

test('an interval runs from its slot to its end on the scale, or stays in its slot', () => {
  const [long, short] = datesOf('197X/199X', '1918/1920');
  const { place, slots, start } = axisOf(datesOf('197X/199X', '1918/1920', '2009'));
  expect(long && place(long)).toEqual({ from: slots[1]?.at, to: expect.closeTo(start + (1 - start) / 2, 3) });
  expect(short && place(short)).toEqual({ from: slots[0]?.at, to: slots[0]?.at });
});

const anyDate = fc
  .tuple(fc.integer({ min: 300, max: 2060 }), fc.constantFrom('', '-02', '-11-25', '-22', '-24', 'X', 'XX', '?'))
  .map(([year, more]) => {
    const digits = String(year).padStart(4, '0');
    return datesOf(/^X/.test(more) ? digits.slice(0, 4 - more.length) + more : digits + more);
  })
  .filter((dates) => dates.length === 1)
  .map(([date]) => date as EventDate);

test('dates keep their order and stay on the axis', () => {
  fc.assert(
    fc.property(fc.array(anyDate, { minLength: 1, maxLength: 30 }), (dates) => {
      const { place, start } = axisOf(dates);
      for (const date of dates) {
        const { from, to } = place(date);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(1 + 1e-9);
        if (date.first >= '1990') expect(from).toBeGreaterThanOrEqual(start - 1e-9);
        for (const other of dates) {
          if (other.last < date.first) expect(place(other).from).toBeLessThanOrEqual(from + 1e-9);
        }
      }
    }),
  );
});
