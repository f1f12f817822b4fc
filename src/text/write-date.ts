import { MONTHS } from '#text/months.ts';

/** Write a date (EDTF level 1, as in a record) in words: `24 December 2014`, `January 2017 or later`. */
export function writeDate(edtf: string): string {
  const open = edtf.endsWith('/..');
  const [year, month, day] = edtf.replace('/..', '').split('-');
  const name = month && MONTHS[Number(month) - 1];
  const words = [day && String(Number(day)), name, year].filter(Boolean).join(' ');
  return open ? `${words} or later` : words;
}
