import { expect, test } from 'vitest';
import { compareWords } from '#text/compare-words.ts';

/** The changes as `[-of the first-]{+of the second+}`. */
function changes(first: string, second: string): string[] | undefined {
  return compareWords(first, second, 1000)?.changes.map(
    (change) =>
      `[-${first.slice(change.first.start, change.first.end)}-]` +
      `{+${second.slice(change.second.start, change.second.end)}+}`,
  );
}

test.for<[name: string, first: string, second: string, expected: string[]]>([
  ['nothing', 'It rained.', 'It rained.', []],
  ['line breaks', 'It rained\nin May.\n', 'It\r\nrained in\n\nMay.', []],
  ['a break after a hyphen', 'a 52-\nmember body', 'a 52-member\nbody', []],
  ['a word', 'It rained in May.', 'It snowed in May.', ['[-rained-]{+snowed+}']],
  ['a mark', 'It rained; so', 'It rained, so', ['[-;-]{+,+}']],
  ['words that are added in a text with other lines', 'It rained.', 'It\nnever\nrained.', ['[--]{+never+}']],
  ['words that are gone at the end', 'It rained. In May.', 'It rained.', ['[-In May.-]{++}']],
  ['a letter of another script', 'Modcon', 'Mod\u0441on', ['[-Modcon-]{+Mod\u0441on+}']],
])('%s', ([, first, second, expected]) => {
  expect(changes(first, second)).toEqual(expected);
});

test('a character of a word that stays has a place in the second text', () => {
  const [first, second] = ['It rained in May.', 'New.\nIt snowed\nin May.'];
  const { inSecond } = compareWords(first, second, 1000) ?? {};
  const at = (words: string, letter = 0) => inSecond?.(first.indexOf(words) + letter);
  expect([at('It'), at('in May'), at('May', 2)]).toEqual([
    second.indexOf('It'),
    second.indexOf('in '),
    second.indexOf('May') + 2,
  ]);
  // Neither a word that is gone nor white space has one.
  expect([at('rained'), at(' in')]).toEqual([undefined, undefined]);
});

test('without time to compare, nothing can be said', () => {
  expect(compareWords('It rained.', 'It snowed.', -1)).toBeUndefined();
});
