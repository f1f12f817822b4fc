import { expect, test } from 'vitest';
import { findSuspicious, findSuspiciousReferences, showSuspicious } from '#text/suspicious.ts';

test.for([
  ['an override of direction', '\u202e', 'U+202E', 'bidirectional'],
  ['an isolate', '\u2068', 'U+2068', 'bidirectional'],
  ['a mark of direction', '\u200f', 'U+200F', 'invisible'],
  ['the mark of Arabic', '\u061c', 'U+061C', 'invisible'],
  ['a space of no width', '\u200b', 'U+200B', 'invisible'],
  ['a joiner', '\u200d', 'U+200D', 'invisible'],
  ['a byte order mark inside', '\ufeff', 'U+FEFF', 'invisible'],
  ['a soft hyphen', '\u00ad', 'U+00AD', 'invisible'],
  ['a filler', '\u3164', 'U+3164', 'invisible'],
  ['a variation selector', '\ufe0f', 'U+FE0F', 'invisible'],
  ['an escape', '\u001b', 'U+001B', 'control'],
  ['a vertical tab', '\v', 'U+000B', 'control'],
  ['a control of C1', '\u009d', 'U+009D', 'control'],
  ['a tag', '\u{e0041}', 'U+E0041', 'tag'],
  ['private use', '\ue000', 'U+E000', 'private-use'],
  ['a noncharacter', '\ufdd0', 'U+FDD0', 'noncharacter'],
  ['a noncharacter of another plane', '\u{1fffe}', 'U+1FFFE', 'noncharacter'],
  ['half of a pair', '\ud800', 'U+D800', 'noncharacter'],
] as const)('finds %s', ([, character, name, kind]) => {
  expect(findSuspicious(`so ${character} is`)).toEqual([{ name, kind, start: 3, end: 3 + character.length }]);
  expect(showSuspicious(`so ${character} is`)).toBe(`so <${name}> is`);
});

test.for(['tab\t, feed\n\r\f', 'no\u00a0break', 'line\u2028separator', 'ı ə İ с', 'e\u0301', '🐟', '\u0600', '�'])(
  'takes %j for text',
  (text) => {
    expect(findSuspicious(text)).toEqual([]);
    expect(showSuspicious(text)).toBe(text);
  },
);

test.for<[written: string, name: string | undefined]>([
  ['&#x202E;', 'U+202E'],
  ['&#8238;', 'U+202E'],
  ['&zwnj;', 'U+200C'],
  ['&shy;', 'U+00AD'],
  ['&amp;', undefined],
  ['&#x41;', undefined],
  ['&nothing;', undefined],
])('finds in the reference %s the character %s', ([written = '', name]) => {
  expect(findSuspiciousReferences(`so ${written} is`).map((found) => [found.name, found.start, found.end])).toEqual(
    name === undefined ? [] : [[name, 3, 3 + written.length]],
  );
});
