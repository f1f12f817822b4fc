import fc from 'fast-check';
import { resolve } from '#citation/resolve.ts';
import type { Region, Source } from '#source/source.ts';
import { indexLines } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import { sourceOf } from '../../source-of.ts';
import { mustEqual, property } from './property.ts';
import { find, type Outcome, type Stretch } from './reference.ts';

/** Few pieces, so that words repeat, overlap, join and are cut in every way. */
const PIECE = fc.constantFrom(
  ...[
    'ab',
    'ab ',
    'b a',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\t',
    'a-\n',
    '-',
    ' - ',
    '–',
    '‐\n',
    '"',
    '“',
    "'",
    '’',
    '…',
    '...',
  ],
  ...[
    'é',
    'e\u0301',
    'e',
    '\u0301',
    'İ',
    'ı',
    '3',
    ',',
    '.',
    '3,0',
    '0.5',
    'a b a ',
    'ab ab ',
    '\u00a0',
    '𝐀',
    '\ud800',
    '[',
  ],
);
/** Longer than what may be left out, and just as long. */
const FILLER = fc.integer({ min: 180, max: 205 }).map((count) => 'x '.repeat(count));
const raw = fc
  .array(fc.oneof({ weight: 60, arbitrary: PIECE }, { weight: 1, arbitrary: FILLER }), { minLength: 8, maxLength: 45 })
  .map((pieces) => pieces.join(''));

const ELISION = fc.constantFrom('[…]', ' […] ', '[...]', ' [ . . . ] ', '[]', ' ... ', '[\n…]');

interface MatchingCase {
  readonly raw: string;
  readonly regions: readonly (Stretch & { readonly kind: Region['kind'] })[];
  readonly quote: string;
  readonly lines: readonly [number, number] | undefined;
}

const cut = fc.record({ at: fc.nat({ max: 90 }), length: fc.integer({ min: 4, max: 40 }), skip: fc.nat({ max: 30 }) });

/** Words of the text, here and there put together, changed or typed in another way. */
const quoteOf = (text: string): fc.Arbitrary<string> =>
  fc
    .record({
      cuts: fc.array(cut, { minLength: 1, maxLength: 3 }),
      elisions: fc.array(ELISION, { minLength: 2, maxLength: 2 }),
      typed: fc.nat({ max: 5 }),
      other: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: PIECE }),
      least: fc.constantFrom(8, 20, 20, 26),
    })
    .map(({ cuts, elisions, typed, other, least }) => {
      let from = 0;
      const parts = cuts.map(({ at, length, skip }, index) => {
        const start = index === 0 ? at % Math.max(1, text.length) : from + skip;
        from = start + Math.max(length, cuts.length === 1 ? least : 8);
        return text.slice(start, from);
      });
      const words = parts.reduce((joined, part, index) => `${joined}${elisions[index - 1] ?? ''}${part}`);
      const changed =
        other === undefined ? words : words.slice(0, words.length / 2) + other + words.slice(words.length / 2);
      if (typed === 1) return changed.replace(/\s+/g, '\n  ');
      if (typed === 2) return changed.normalize('NFD');
      if (typed === 3) return changed.replace(/["“]/g, '”').replace(/['’]/g, '‘').replace(/[-–‐]/g, '—');
      return changed;
    });

/** Words of a file begin and end with whole characters. */
const region = (text: string) =>
  fc
    .record({
      start: fc.nat({ max: text.length }),
      length: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom('furniture', 'furniture', 'boilerplate', 'heading', 'withheld'),
    })
    .map(({ start, length, kind }) => ({ start: border(text, start), end: border(text, start + length), kind }));

function border(text: string, at: number): number {
  return Math.min(text.length, Number(text.codePointAt(at - 1)) > 0xffff ? at + 1 : at);
}

const matchingCase: fc.Arbitrary<MatchingCase> = raw.chain((text) =>
  fc.record({
    raw: fc.constant(text),
    regions: fc.array(region(text), { maxLength: 2 }),
    quote: quoteOf(text),
    lines: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })) },
    ),
  }),
);

const model = sourceOf('memo', 'Oil.');

/** A source of these words: what a record would make of them. */
function sourceFor({ raw: text, regions }: Pick<MatchingCase, 'raw' | 'regions'>): Source {
  const all = regions
    .map((span): Region => ({ ...span, reason: 'For the test', printed: true }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const skip: Stretch[] = [];
  for (const { start, end } of all.filter(({ kind }) => kind === 'furniture')) {
    const last = skip.at(-1);
    if (last && start <= last.end) skip[skip.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else skip.push({ start, end });
  }
  return { ...model, raw: text, lines: indexLines(text), regions: all, text: normalize(text, skip) };
}

function outcomeOf({ quote, lines, ...text }: MatchingCase): Outcome {
  const locator = lines && { from: lines[0], to: lines[1] };
  const resolution = resolve({ sourceId: 'memo', quote, locator }, sourceFor(text));
  if (resolution.ok) return { outcome: 'found', parts: resolution.passage.raw };
  const { fact } = resolution;
  switch (fact.ruleId) {
    case 'quote-ambiguous':
      return { outcome: 'ambiguous', places: fact.lines.length };
    case 'quote-too-short':
      return { outcome: 'too-short' };
    case 'quote-not-citable':
      // That a quote is in furniture is a better report than that it was not found.
      return { outcome: fact.kind === 'furniture' ? 'not-found' : 'not-citable' };
    default:
      return { outcome: 'not-found' };
  }
}

export const MATCHING = [
  property('the matcher agrees with the reference', 500, matchingCase, (value) => {
    const { raw: text, regions, quote, lines } = value;
    const expected = find(quote, lines, {
      raw: text,
      furniture: regions.filter(({ kind }) => kind === 'furniture'),
      barred: regions.filter(({ kind }) => kind !== 'furniture'),
    });
    mustEqual(outcomeOf(value), expected, 'the outcome for the quote');
  }),
];
