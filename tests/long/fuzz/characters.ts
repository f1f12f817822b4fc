import fc from 'fast-check';

/** What the normal form, Markdown, MDX and the rules treat specially, and what looks like it. */
const SPECIAL = [
  ...['\n', '\r\n', '\r', '\t', '  ', '\u00a0', '\u2003', '\u2028', '\u3000', '\u0085', '\ufeff', '\u200b', '\u200d'],
  ...['-', '- ', '-\n', '--', '‐', '–', '—', '−', '\u00ad', '…', '...', '. . .'],
  ...['"', "'", '“', '”', '‘', '’', '«', '»', '„', '`', '´', 'ʼ', '＂'],
  ...['e\u0301', 'é', '\u0301', 'n\u0303', '\u0323\u0307', 'ﬁ', 'Å', 'Å', '\u1100\u1161', '가', '\u11a8', '=\u0338'],
  ...['İ', 'ı', 'ə', 'с', 'ß', 'ǅ', '𝐀', '𝟛', '😀', '👨‍👩‍👧', '🇦🇿', '\u{e0001}', '\u{10ffff}', '\ufffd', '\u202e'],
  ...[
    '[',
    ']',
    '[^',
    ']:',
    '[…]',
    '[...]',
    '(',
    ')',
    '{',
    '}',
    '<',
    '>',
    '/>',
    '</',
    '*',
    '_',
    '~',
    '#',
    '|',
    '\\',
    '&',
  ],
  ...['@', ';', ':', '!', '?', '.', ',', '%', '$', '€', '&amp;', '&#x41;', '&nbsp;', '=', '+', '^', '\0'],
];

/** Words with a meaning for the rules on statements. */
const TELLING = [
  ...[
    '1991',
    '25',
    '3,000',
    '30,000',
    '1.5',
    '40%',
    '$5',
    '16,000',
    'million',
    'a dozen',
    'twenty-five',
    'half',
    'third',
  ],
  ...[
    'December',
    'Dec.',
    'May',
    'May 1',
    '25 December 1991',
    'December 25, 1991',
    '1990s',
    'early',
    '19th century',
    'BC',
  ],
  ...[
    '24.12.2014',
    '12/25/14',
    'Q1',
    'H2 2014',
    'first half of',
    'XIX',
    'centuries',
    '1960s-80s',
    '2017-19',
    'June 3-5',
  ],
  ...[
    'two hundred',
    'thousand',
    'a year',
    'A$',
    'USD',
    'AZN',
    'manats',
    '½',
    'minus',
    '-5',
    '40-odd',
    'or so',
    '-fold',
  ],
  ...[
    'MW',
    'km',
    'sq',
    'cubic meters',
    'barrels',
    'Barak 8',
    '3.1.2',
    '12-',
    'one of the',
    '1993.2 It',
    'twice',
    'fold',
  ],
  ...[
    'about',
    'more than',
    'nearly',
    'up to',
    'estimated',
    'between',
    'and',
    'to',
    'percent',
    'miles',
    'years',
    'at least',
  ],
  ...[
    'Oslo',
    'David Harris',
    "Sweden's",
    'U.S.',
    'Mr.',
    'e.g.',
    'AJC',
    'the',
    'The',
    'oil',
    'first',
    'tens of thousands',
  ],
];

/** One character of any plane, surrogates aside. */
export const anyCharacter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

/** One UTF-16 code unit, so that surrogates stand alone or in the wrong order. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const surrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));

export const special = fc.constantFrom(...SPECIAL);
export const telling = fc.constantFrom(...TELLING);
const word = fc.string({ unit: fc.constantFrom(...'aaeinorstlBI'), minLength: 1, maxLength: 7 });

/** Text of words, figures, marks and rare characters, as a file that is valid UTF-8 can have it. */
export const spicedText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: word },
      { weight: 6, arbitrary: fc.constant(' ') },
      { weight: 3, arbitrary: telling },
      { weight: 4, arbitrary: special },
      { weight: 1, arbitrary: anyCharacter },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Any text at all, unpaired surrogates included. */
export const anyText = fc.oneof(
  { weight: 5, arbitrary: spicedText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(anyUnit, surrogate, special), { maxLength: 40 }).map((parts) => parts.join('')),
  },
);

/** Words and marks on lines, as prose has them. */
export const prose = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: word }, { weight: 3, arbitrary: telling }, { weight: 1, arbitrary: special }),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((words) => words.join(' '));

/** A text with some places changed: cut out, doubled, or with something put in. */
export function mutated(text: fc.Arbitrary<string>, insert: fc.Arbitrary<string> = special): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), kind: fc.nat({ max: 2 }), insert });
  return fc.tuple(text, fc.array(change, { maxLength: 4 })).map(([whole, changes]) =>
    changes.reduce((now, { at, length, kind, insert: added }) => {
      const from = now.length === 0 ? 0 : at % now.length;
      const cut = now.slice(from, from + length);
      if (kind === 0) return now.slice(0, from) + now.slice(from + length);
      if (kind === 1) return now.slice(0, from) + cut + now.slice(from);
      return now.slice(0, from) + added + now.slice(from);
    }, whole),
  );
}

/** A stretch of a text. */
export function cutFrom(texts: readonly string[], most = 120): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: most }))
    .map(([text, at, length]) => text.slice(at % Math.max(1, text.length), (at % Math.max(1, text.length)) + length));
}
