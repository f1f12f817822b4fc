import { expect, test } from 'vitest';
import { MONTHS } from '#text/months.ts';

test('months have the names that the language of the site gives them', () => {
  const { format } = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  expect(MONTHS).toEqual(Array.from({ length: 12 }, (_, month) => format(Date.UTC(2024, month))));
});
