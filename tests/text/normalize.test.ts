import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '#text/location.ts';
import { type NormalizedText, normalize, normalSpan, rawSpan } from '#text/normalize.ts';

/** Everything that the normal form treats specially, among letters that compose, and characters of any kind. */
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'ab1.,- eE') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('\u0301', '\u0323', '\u0307', 'é', 'ı', 'ə', 'с', 'Å', '각', '\u1100', '\u1161'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('\n', '\r\n', '\t', '\u00a0', '\u2028', '\u3000', '\u00ad', '\ufeff', '\u200b'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...'‐‑–—−“”„«»‘’ʼ`´…"\'') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const rawText = fc.string({ unit, maxLength: 40 });

/** A raw text and the spans of page marks in it, some of them side by side. Letters around a mark do not compose. */
const furnished = fc.array(fc.tuple(fc.boolean(), rawText), { maxLength: 6 }).map((stretches) => {
  let raw = '';
  const marks: Span[] = [];
  for (const [isMark, text] of stretches) {
    const stretch = isMark ? '\n[page 3]\n' : `x${text}x`;
    if (isMark) marks.push({ start: raw.length, end: raw.length + stretch.length });
    raw += stretch;
  }
  return { raw, marks };
});

describe('the normal form', () => {
  test.for([
    ['other white space', 'the port of Almar', 'the\tport \u00a0of\u2028\r\n  Almar'],
    ['white space at the ends', 'the port', '\n the port\u3000'],
    ['letters in NFD', 'Bélan', 'Be\u0301lan'],
    ['letters in NFD among others', '“Bélan”…', '"Be\u0301lan"...'],
    ['curly quotation marks', '"the rest"', '“the rest„'],
    ['angled quotation marks', '"the rest"', '«the rest»'],
    ['curly apostrophes', "the master's 'best'", 'the master’s ‘best’'],
    ['other apostrophes', "Qu'ran ''", 'Quʼran ‛‚'],
    ['a backtick and an acute accent', "'best'", '`best´'],
    ['another dash', 'rest - oats', 'rest — oats'],
    ['another hyphen and minus', 'co-op -3', 'co\u2011op \u22123'],
    ['an ellipsis', 'and so on...', 'and so on…'],
    ['a line break after a hyphen', 'twelve-day', 'twelve-\r\n  day'],
    ['a line break after a dash', 'rest—oats', 'rest—\noats'],
  ] as const)('does not tell a text with %s', ([, plain, variant]) => {
    expect(normalize(variant).text).toBe(normalize(plain).text);
  });

  test.for([
    ['another case', 'the port', 'The port'],
    ['another letter', 'the port', 'the fort'],
    ['another digit', '3,000', '3,001'],
    ['a dotless i', 'ship', 'sh\u0131p'],
    ['a Cyrillic letter', 'coast', '\u0441oast'],
    ['a schwa for an e', 'Almer', 'Alm\u0259r'],
    ['no accent', 'Bélan', 'Belan'],
    ['a space less', 'the port', 'theport'],
    ['white space before a hyphen', 'twelve-day', 'twelve -day'],
    ['white space on both sides of a hyphen', 'twelve-day', 'twelve - day'],
    ['a hyphen less', 'co-op', 'coop'],
    ['a soft hyphen', 'harbour', 'har\u00adbour'],
    ['a zero-width space', 'the port', 'the\u200b port'],
    ['a byte order mark for a space', 'the port', 'the\ufeffport'],
    ['a full-width digit', '3', '３'],
    ['a ligature', 'first', 'ﬁrst'],
  ] as const)('tells a text with %s', ([, plain, variant]) => {
    expect(normalize(variant).text).not.toBe(normalize(plain).text);
  });

  test('keeps the space after a dash that stands alone', () => {
    expect(normalize('rest —\noats').text).toBe('rest - oats');
    expect(normalize('— oats').text).toBe('- oats');
  });

  test.for([
    ['between words', 'no ship left\n\n[page 1]\n\nin May', '[page 1]', 'no ship left in May'],
    ['inside a word', 'no sh[1]ip left', '[1]', 'no ship left'],
    ['after a hyphen', 'no twelve-\n[page 1]\nday trip', '[page 1]', 'no twelve-day trip'],
    ['at the start', '[page 1]\nno ship', '[page 1]', 'no ship'],
    ['at the end', 'no ship\n[page 1]', '[page 1]', 'no ship'],
    ['as a whole', '[page 1]', '[page 1]', ''],
  ] as const)('passes over furniture %s', ([, raw, mark, expected]) => {
    const start = raw.indexOf(mark);

    expect(normalize(raw, [{ start, end: start + mark.length }]).text).toBe(expected);
  });

  test('is the normal form of itself', () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const { text } = normalize(raw);
        expect(normalize(text).text).toBe(text);
      }),
    );
  });

  test('is what a naive reading of its list gives', () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        expect(normalize(raw).text).toBe(naive(raw));
      }),
    );
  });

  test('is that of the text without its furniture', () => {
    fc.assert(
      fc.property(furnished, ({ raw, marks }) => {
        expect(normalize(raw, marks).text).toBe(normalize(cut(raw, marks)).text);
      }),
    );
  });
});

describe('the way back to the raw text', () => {
  test.for([
    ['words', 'the  port\nof Almar', 'port of', 'port\nof'],
    ['a letter in NFD', 'on Be\u0301lan today', 'Bélan', 'Be\u0301lan'],
    ['a part of an ellipsis', 'so on… and', 'on..', 'on…'],
    ['a space', 'the \n port', ' ', ' \n '],
    ['words around a hyphen at the end of a line', 'a twelve-\nday trip', 'twelve-day', 'twelve-\nday'],
  ] as const)('leads from %s', ([, raw, words, expected]) => {
    const normal = normalize(raw);
    const start = normal.text.indexOf(words);
    const span = rawSpan(normal, { start, end: start + words.length });

    expect(raw.slice(span.start, span.end)).toBe(expected);
  });

  test('of an empty span is empty, even before furniture and at the end', () => {
    const normal = normalize('ab[1]c”', [{ start: 2, end: 5 }]);
    const empty = (at: number) => rawSpan(normal, { start: at, end: at });
    expect([0, 1, 2, 3, 4].map(empty)).toEqual([0, 1, 5, 6, 7].map((at) => ({ start: at, end: at })));
  });

  test('of a space on both sides of furniture is everything between the words', () => {
    const normal = normalize('ab [1] cd', [{ start: 3, end: 6 }]);
    expect(normal.text).toBe('ab cd');
    expect(rawSpan(normal, { start: 2, end: 3 })).toEqual({ start: 2, end: 7 });
  });

  test('of one of two characters written as one is its own, next to others that are composed', () => {
    const normal = normalize('e\u0301 नि');
    expect(normal.text).toBe('é नि');
    expect(rawSpan(normal, { start: 2, end: 3 })).toEqual({ start: 3, end: 4 });
  });

  test('skips furniture inside the words', () => {
    const raw = 'no ship left [page 1] in May';
    const normal = normalize(raw, [{ start: 13, end: 21 }]);

    expect(normal.text).toBe('no ship left in May');
    expect(rawSpan(normal, { start: 3, end: 19 })).toEqual({ start: 3, end: 28 });
  });

  test.for([
    ['inside of a text', 'the  port', 4, 5],
    ['at the end of a text', 'the port ', 8, 8],
    ['in an empty text', '', 0, 0],
  ] as const)('leads from an empty span %s to an empty one', ([, raw, at, expected]) => {
    expect(rawSpan(normalize(raw), { start: at, end: at })).toEqual({ start: expected, end: expected });
  });

  test('never turns around, and has a place for every character', () => {
    fc.assert(
      fc.property(furnished, ({ raw, marks }) => {
        const normal = normalize(raw, marks);
        const { starts, ends } = normal;
        expect([starts.length, ends.length]).toEqual([normal.text.length, normal.text.length]);
        expect([...starts]).toEqual([...starts].sort((a, b) => a - b));
        expect([...ends]).toEqual([...ends].sort((a, b) => a - b));
        for (const [unit, start] of starts.entries()) expect(ends[unit]).toBeGreaterThan(start);
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(raw.length);
      }),
    );
  });

  test('and the way there lead to what begins in a span', () => {
    fc.assert(
      fc.property(furnished, fc.nat(), ({ raw, marks }, at) => {
        const normal = normalize(raw, marks);
        const { starts } = normal;
        const offset = at % (raw.length + 2);
        const first = starts.findIndex((start) => start >= offset);
        const unit = first === -1 ? normal.text.length : first;
        expect(normalSpan(normal, { start: offset, end: offset })).toEqual({ start: unit, end: unit });
      }),
    );
  });

  test('gives raw text with the same normal form', () => {
    fc.assert(
      fc.property(furnished, fc.nat(), fc.nat(), ({ raw, marks }, a, b) => {
        const normal = normalize(raw, marks);
        const span = wholeCharacters(normal, a, b);
        const { start, end } = rawSpan(normal, span);
        const inside = marks
          .filter((mark) => mark.start < end && start < mark.end)
          .map((mark) => ({ start: mark.start - start, end: mark.end - start }));

        expect(normalize(raw.slice(start, end), inside).text).toBe(normal.text.slice(span.start, span.end));
      }),
    );
  });
});

/** The rules of the normal form one after the other, on the text as a whole, without a way back. */
function naive(raw: string): string {
  let text = raw
    .normalize('NFC')
    .replace(/[“”„‟«»〝〞＂]/g, '"')
    .replace(/[‘’‚‛‹›ʼ＇`´]/g, "'")
    .replace(/[‐‑‒–—―−﹘﹣－]/g, '-')
    .replace(/…/g, '...')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^ | $/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/(?<=[^ ]-) /g, '');
  }
  return text;
}

function cut(raw: string, spans: readonly Span[]): string {
  let text = raw;
  for (const { start, end } of spans.toReversed()) text = text.slice(0, start) + text.slice(end);
  return text;
}

/**
 * A span between two borders of raw characters. It has no space at its ends, which would fall away on its own, and does not
 * begin with the hyphen of a word, which would then be the hyphen of none.
 */
function wholeCharacters(normal: NormalizedText, a: number, b: number): Span {
  const { text, starts } = normal;
  const isBorder = (at: number) => at === text.length || at === 0 || starts[at] !== starts[at - 1];
  const borders = Array.from({ length: text.length + 1 }, (_, at) => at).filter(isBorder);
  const [start = 0, end = 0] = [borders[a % borders.length] ?? 0, borders[b % borders.length] ?? 0].sort(
    (first, second) => first - second,
  );
  const ofWord = text.charAt(start) === '-' && start > 0 && text.charAt(start - 1) !== ' ';
  const bare = text.slice(start, end);
  return ofWord || bare !== bare.replace(/^ | $/g, '') ? { start, end: start } : { start, end };
}
