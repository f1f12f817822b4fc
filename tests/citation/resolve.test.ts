import { describe, expect, test } from 'vitest';
import { citableText, ELISION, LEAST_PART, LEAST_QUOTE, MOST_LEFT_OUT, resolve } from '#citation/resolve.ts';
import { sourceOf } from '../source-of.ts';

const raw = `From: a person
THE GRAIN YEAR
The port of Almar shipped 30,000 tons more grain in 2023 than
before. Most of it went west, on ships of the ferry line “Bélan”;
PAGE 1 OF 2
the rest – oats, above all – was sold in Qəsəbə for 11.5 percent.
Picture: the new quay in autumn light

The storm came in May. A second quay is to be opened in 2025. 𐐟 and the fleet came home
The Norwegian-
Swedish line knows no storm. A second quay is to be opened in 2025.
`;
const source = sourceOf(
  'memo',
  raw,
  `regions:
  - { kind: withheld, lines: 1, reason: private }
  - { kind: heading, lines: 2, reason: title }
  - { kind: furniture, lines: 5, reason: page mark }
  - { kind: boilerplate, lines: 7, reason: caption }
`,
);
const find = (quote: string, lines?: [from: number, to: number]) =>
  resolve({ sourceId: 'memo', quote, locator: lines && { from: lines[0], to: lines[1] } }, source);
const printed = (quote: string, lines?: [from: number, to: number]) => {
  const found = find(quote, lines);
  return found.ok ? found.passage.raw.map(({ start, end }) => raw.slice(start, end)) : found.fact.ruleId;
};

describe('a quote is found', () => {
  test.for<[name: string, quote: string, expected: string[]]>([
    ['as it stands', 'The storm came in May.', ['The storm came in May.']],
    ['over a line break', 'in 2023 than before. Most', ['in 2023 than\nbefore. Most']],
    ['wrapped by its author', 'The  storm\n    came in May.', ['The storm came in May.']],
    ['with other quotation marks', 'ferry line "Bélan"; the rest', ['ferry line “Bélan”;\nPAGE 1 OF 2\nthe rest']],
    ['with other dashes', 'the rest - oats, above all - was', ['the rest – oats, above all – was']],
    ['with letters composed otherwise', 'the ferry line “Be\u0301lan”', ['the ferry line “Bélan”']],
    [
      'over a page mark',
      'the ferry line “Bélan”; the rest – oats',
      ['the ferry line “Bélan”;\nPAGE 1 OF 2\nthe rest – oats'],
    ],
    ['over a hyphen at the end of a line', 'The Norwegian-Swedish line', ['The Norwegian-\nSwedish line']],
    ['with words left out', 'Most of it went west […] sold in Qəsəbə', ['Most of it went west', 'sold in Qəsəbə']],
    [
      'with words left out in other marks',
      'Most of it went west [. . .] sold in Qəsəbə',
      ['Most of it went west', 'sold in Qəsəbə'],
    ],
    ['with dots in brackets', 'Most of it went west [...] sold in Qəsəbə', ['Most of it went west', 'sold in Qəsəbə']],
    ['with a part of the least length', 'more grain in 2023 […] west, on', ['more grain in 2023', 'west, on']],
    [
      'with more than one part left out',
      'Most of it […] the rest […] Qəsəbə for',
      ['Most of it', 'the rest', 'Qəsəbə for'],
    ],
    ['without a mark of omission at its ends', '[…] The storm came in May. […]', ['The storm came in May.']],
  ])('%s', ([, quote, expected]) => {
    expect(printed(quote)).toEqual(expected);
  });

  test('on the line that the citation names', () => {
    const quote = 'A second quay is to be opened in 2025.';
    expect(printed(quote)).toBe('quote-ambiguous');
    expect(find(quote, [9, 9])).toMatchObject({ ok: true, passage: { lines: { from: 9, to: 9 } } });
    expect(find(quote, [10, 12])).toMatchObject({ ok: true, passage: { lines: { from: 11, to: 11 } } });
    expect(find('in 2023 than before. Most', [3, 3])).toMatchObject({ passage: { lines: { from: 3, to: 4 } } });
  });
});

test('a quote reaches from its first part to its last one', () => {
  const quote = 'Most of it went west […] sold in Qəsəbə';
  const start = source.text.text.indexOf('Most of it');
  const end = source.text.text.indexOf(' for 11.5');
  expect(find(quote)).toMatchObject({ passage: { extent: { start, end }, lines: { from: 4, to: 6 } } });
});

describe('a quote with words left out is found', () => {
  const about = (length: number) => ' so on,'.repeat(length / 7);
  const places = (quote: string, raw: string) => {
    const found = resolve({ sourceId: 'memo', quote, locator: undefined }, sourceOf('memo', raw));
    return found.ok ? found.passage.parts.map(({ start }) => start) : found.fact.ruleId;
  };

  test('at the place of its first part that the others follow', () => {
    const raw = `The storm came,${about(MOST_LEFT_OUT)} and the storm came again, and the ships stayed.`;
    expect(places('the storm came […] the ships stayed', raw.replace('The', 'the'))).toEqual([
      raw.indexOf('the storm'),
      raw.indexOf('the ships'),
    ]);
  });

  test('at the place of a middle part that the last one follows', () => {
    const raw = `The storm came, and the ships left,${about(200)} and the ships stayed${about(300)} in the port.`;
    expect(places('The storm came […] the ships […] in the port', raw)).toEqual([
      0,
      raw.lastIndexOf('the ships'),
      raw.indexOf('in the port'),
    ]);
  });
});

describe('a quote is not found', () => {
  test.for<[name: string, quote: string]>([
    ['with another letter', 'The storn came in May. A second quay is to be opened in 2025.'],
    ['with another digit', 'shipped 30,000 tons more grain in 2024'],
    ['in another case', 'the storm came in May. A second'],
    ['with i for ı', 'above all – was sold in Qesebe'],
    ['with a Cyrillic letter', 'was sold in Qәsәbә for 11.5 percent'],
    ['with another Latin letter that looks the same', 'The storm сame in May.'],
    ['cut inside a character of two units', '\udc1f and the fleet came home'],
    ['cut inside a word', 'e storm came in May. A second'],
    ['cut inside a number, at its start', '000 tons more grain in 2023'],
    ['cut inside a number, at its end', 'was sold in Qəsəbə for 11'],
    ['with its parts in another order', 'sold in Qəsəbə […] Most of it went west'],
    ['with words that occur together nowhere', 'A second quay […] shipped 30,000 tons'],
  ])('%s', ([, quote]) => {
    expect(printed(quote)).toBe('quote-not-found');
  });

  test('on another line, which is reported', () => {
    expect(find('The storm came in May.', [3, 4])).toMatchObject({
      fact: { ruleId: 'quote-not-found', lines: [9], locator: '#L3-L4' },
    });
    expect(find('The storm came in May.', [3, 3])).toMatchObject({ fact: { locator: '#L3' } });
  });

  test('and the nearest passage never shows what cannot be cited', () => {
    const nearest = (quote: string) => {
      const found = find(quote);
      return found.ok || found.fact.ruleId !== 'quote-not-found' ? 'found' : found.fact.nearest?.printed;
    };
    expect(nearest('The storm cane in May. A second quay')).toBe('The storm came in May. A second quay');
    expect(nearest('Picture: the new quai in autumn light') ?? '').not.toMatch(/Picture/);
    expect(nearest('From: a persom of the office') ?? '').not.toMatch(/From/);
  });
});

describe('a quote is no proof', () => {
  test.for<[name: string, quote: string, fact: object]>([
    ['in a withheld line', 'From: a person THE GRAIN', { ruleId: 'quote-not-citable', kind: 'withheld' }],
    ['in a caption', 'Picture: the new quay in autumn', { ruleId: 'quote-not-citable', kind: 'boilerplate', line: 7 }],
    ['in a heading', 'THE GRAIN YEAR The port of Almar', { ruleId: 'quote-not-citable', kind: 'heading' }],
    ['in a page mark', 'PAGE 1 OF 2 the rest – oats', { ruleId: 'quote-not-citable', kind: 'furniture', line: 5 }],
    ['of a few characters', 'The storm came', { ruleId: 'quote-too-short', extent: 'whole', least: LEAST_QUOTE }],
    [
      'of a few characters in two parts',
      'The […] storm',
      { ruleId: 'quote-too-short', extent: 'whole', quote: 'The […] storm', length: 8 },
    ],
    [
      'with its parts in another order',
      'The storm came in May […] Most of it went west',
      { ruleId: 'quote-not-found', quote: 'The storm came in May […] Most of it went west', elided: true },
    ],
    [
      'at more than one place',
      'A second quay […] be opened in 2025.',
      { ruleId: 'quote-ambiguous', quote: 'A second quay […] be opened in 2025.', lines: [9, 11] },
    ],
    ['of nothing', '[…]', { ruleId: 'quote-too-short', length: 0 }],
    [
      'with a part of a few characters',
      'Most of it went west […] sold in',
      { ruleId: 'quote-too-short', extent: 'part', quote: 'sold in', least: LEAST_PART },
    ],
  ])('%s', ([, quote, fact]) => {
    expect(find(quote)).toMatchObject({ ok: false, fact });
  });

  test('where it touches more than one part that cannot be cited, the strictest of which is reported', () => {
    const text = sourceOf(
      'memo',
      'Photo: a quay\nTo: them\nThe storm came in May.\n',
      `regions:
  - { kind: boilerplate, lines: 1, reason: caption }
  - { kind: withheld, lines: 2, reason: private }`,
    );
    const found = resolve({ sourceId: 'memo', quote: 'Photo: a quay To: them The storm', locator: undefined }, text);
    expect(found).toMatchObject({ fact: { kind: 'withheld', reason: 'private' } });
  });

  test('where more is left out than the limit', () => {
    const far = (gap: number) => {
      const text = sourceOf('memo', `Most of it went west.${'x'.repeat(gap - 2)}. The storm came in May.\n`);
      return resolve({ sourceId: 'memo', quote: 'Most of it went […] storm came in', locator: undefined }, text).ok;
    };
    // Left out: ` west.`, the run of letters with its full stop, and ` The `.
    const around = ' west.. The '.length;
    expect(far(MOST_LEFT_OUT - around + 2)).toBe(true);
    expect(far(MOST_LEFT_OUT - around + 3)).toBe(false);
  });
});

test('what is directly next to a quote neither keeps it from being cited nor counts as a part of it', () => {
  const text = sourceOf(
    'memo',
    'Photo: a quay!The storm came in May.[1][2] Ships[3] stayed in the port.Photo: a ship\n',
    `regions:
  - { kind: boilerplate, words: "Photo: a quay!", reason: caption }
  - { kind: furniture, words: "[1]", reason: first note }
  - { kind: furniture, words: "[2]", reason: second note }
  - { kind: furniture, words: "[3]", reason: third note }
  - { kind: boilerplate, words: "Photo: a ship", reason: caption }`,
  );
  const reason = (quote: string) => {
    const found = resolve({ sourceId: 'memo', quote, locator: undefined }, text);
    return found.ok ? 'found' : 'reason' in found.fact ? found.fact.reason : found.fact.ruleId;
  };

  expect(reason('The storm came in May.')).toBe('found');
  expect(reason('Ships stayed in the port.')).toBe('found');
  expect(reason('[2] Ships stayed in the port.')).toBe('quote-not-found');
  expect(reason('[2] Ships[3] stayed in the port.')).toBe('second note');
  expect(reason('The storm came in May. […] Ships[3] stayed')).toBe('third note');
});

test('a quote that ends inside a word, where a caption begins, is not found, and has nothing left out', () => {
  const text = sourceOf(
    'memo',
    'The storm came in Mayphoto: a quay\n',
    'regions: [{ kind: boilerplate, words: "photo: a quay", reason: caption }]',
  );
  const found = resolve({ sourceId: 'memo', quote: 'The storm came in May', locator: undefined }, text);
  expect(found).toMatchObject({ fact: { ruleId: 'quote-not-found', nearest: undefined, elided: false, lines: [] } });
});

test('what cannot be cited is blank in the text for suggestions, even where it overlaps', () => {
  const text = sourceOf(
    'memo',
    'Wind. Photo: a quay in May. Rain.\n',
    `regions:
  - { kind: boilerplate, words: "Photo: a quay in May.", reason: caption }
  - { kind: boilerplate, words: "a quay", reason: place }
  - { kind: boilerplate, words: "in May. Rain", reason: time }`,
  );
  expect(citableText(text)).toBe(`Wind. ${'\0'.repeat('Photo: a quay in May. Rain'.length)}.`);
});

test('words found elsewhere are reported with their place and the words left out', () => {
  const found = find('A second quay […] be opened in 2025.', [3, 3]);
  expect(found).toMatchObject({
    fact: { ruleId: 'quote-not-found', quote: 'A second quay […] be opened in 2025.', lines: [9, 11], locator: '#L3' },
  });
});

test.for<[text: string, parts: string[]]>([
  ['It rained […] in May', ['It rained ', ' in May']],
  ['It rained [ … ] in May', ['It rained ', ' in May']],
  ['It rained [. . .] in May', ['It rained ', ' in May']],
  ['It rained [so … ] in May', ['It rained [so … ] in May']],
  ['It rained [ … so] in May', ['It rained [ … so] in May']],
])('words are left out only at a separate mark in %j', ([text, parts]) => {
  expect(text.split(ELISION)).toEqual(parts);
});
