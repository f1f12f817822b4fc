import { expect, test } from 'vitest';
import { readExpressions, VERDICTS } from './fuzz/regular-expressions.ts';

const { literals, built } = readExpressions();

test('the regular expressions of the program are found', () => {
  expect(literals).toContain(String.raw`/\r\n|[\n\r]/g`);
  expect(built.join('\n')).toMatch(/^src\/markdown\/limits\.ts: new RegExp/m);
});

/** `npm run test:fuzz -- --only expressions` judges those called safe anew; a new one goes there first, then into the list. */
test('each regular expression was judged for time that grows with the square, and no verdict is left over', () => {
  expect(Object.keys(VERDICTS.literals).sort()).toEqual(literals);
  expect(Object.keys(VERDICTS.built).sort()).toEqual(built);
});

test('each verdict is `safe` or gives a reason', () => {
  for (const verdict of [...Object.values(VERDICTS.literals), ...Object.values(VERDICTS.built)]) {
    expect(verdict).toMatch(/^safe$|^[a-z].{20,}/);
  }
});
