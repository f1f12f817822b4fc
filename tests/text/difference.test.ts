import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from '#text/difference.ts';

test.for([
  ['one letter', 'the port', 'the fort', 'p', 'f'],
  ['letters at the start', 'A port', 'The port', 'A', 'The'],
  ['letters at the end', 'the port', 'the ports', '', 's'],
  ['two words apart', 'the old port of Almar', 'the new port of Vellin', 'old port of Almar', 'new port of Vellin'],
  ['letters that are doubled', 'balon', 'balloon', '', 'lo'],
  ['nothing', 'the port', 'the port', '', ''],
] as const)('the difference of two texts can be %s', ([, first, second, ofFirst, ofSecond]) => {
  const { start, endOfFirst, endOfSecond } = difference(first, second);

  expect([first.slice(start, endOfFirst), second.slice(start, endOfSecond)]).toEqual([ofFirst, ofSecond]);
});

test('is all that two texts do not share, from the first difference to the last', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(letters, letters, (first, second) => {
      const { start, endOfFirst, endOfSecond } = difference(first, second);
      expect(first.slice(0, start)).toBe(second.slice(0, start));
      expect(first.slice(endOfFirst)).toBe(second.slice(endOfSecond));
      expect(Math.min(endOfFirst, endOfSecond)).toBeGreaterThanOrEqual(start);

      const [ofFirst, ofSecond] = [first.slice(start, endOfFirst), second.slice(start, endOfSecond)];
      if (ofFirst === '' || ofSecond === '') return;
      expect(ofFirst[0]).not.toBe(ofSecond[0]);
      expect(ofFirst.at(-1)).not.toBe(ofSecond.at(-1));
    }),
  );
});
