import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';

describe('the normal form', () => {
  test.for([
    ['folds white space of any kind and length', 'a\t b\u00a0\r\n\u2003c', 'a b c'],
    ['has none at the ends', '\n a b \n', 'a b'],
    ['keeps zero-width characters and U+FEFF', 'a\u200bb\ufeffc', 'a\u200bb\ufeffc'],
    ['joins a word behind a hyphen at the end of a line', 'Azerbaijani-\nIsraeli', 'Azerbaijani-Israeli'],
    ['joins behind a typographic hyphen, too', 'Azerbaijani\u2010\n  Israeli', 'Azerbaijani-Israeli'],
    ['keeps the space behind a dash that stands alone', 'oats - above all', 'oats - above all'],
    ['keeps the space behind a hyphen that begins the text', '- oats', '- oats'],
    ['knows quotation marks', '“a” „b‟ «c» ＂d＂', '"a" "b" "c" "d"'],
    ['knows apostrophes', 'Shi’ite ‘x’ ʼ `y´', "Shi'ite 'x' ' 'y'"],
    ['knows dashes', 'a–b—c−d', 'a-b-c-d'],
    ['writes an ellipsis as three dots', 'and so…', 'and so...'],
    ['composes letters', 'Be\u0301lan', 'B\u00e9lan'],
    ['composes what is split by composition', '\u0344', '\u0308\u0301'],
    ['keeps case', 'Oil OIL', 'Oil OIL'],
    ['keeps ı apart from i', 'Qırmızı', 'Qırmızı'],
    ['keeps Cyrillic с apart from Latin c', 'сity', 'сity'],
    ['keeps ə apart from Cyrillic ә', 'Qəsəbə', 'Qəsəbə'],
    ['is empty for white space', ' \n ', ''],
  ] as const)('%s', ([, raw, expected]) => {
    expect(normalize(raw).text).toBe(expected);
  });

  test.for<[name: string, raw: string, skip: Span[], expected: string]>([
    ['passes over a mark inside a sentence', 'left PAGE 1 in May', [{ start: 5, end: 11 }], 'left in May'],
    [
      'passes over several',
      '[1] oil [2] and gas',
      [
        { start: 0, end: 3 },
        { start: 8, end: 11 },
      ],
      'oil and gas',
    ],
    ['passes over all', 'PAGE', [{ start: 0, end: 4 }], ''],
  ])('%s', ([, raw, skip, expected]) => {
    expect(normalize(raw, skip).text).toBe(expected);
  });

  /** Texts of the characters that the normal form treats in ways of their own, and of any others. */
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ' ',
          '\n',
          '\r\n',
          '\t',
          '\u00a0',
          '-',
          '\u2010',
          '–',
          '“',
          '’',
          '…',
          '.',
          'e\u0301',
          '\u0344',
          'ı',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.stringMatching(/^[a-z ]{0,8}$/),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  test('is its own normal form', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const { text } = normalize(raw);
        expect(normalize(text).text).toBe(text);
      }),
    );
  });

  test('is the same for a text that was wrapped or composed otherwise', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('\n', '\r\n', '  ', '\u2003'), (raw, space) => {
        const { text } = normalize(raw);
        expect(normalize(text.replaceAll(' ', space).normalize('NFD')).text).toBe(
          text.normalize('NFD').normalize('NFC'),
        );
      }),
    );
  });

  test('maps every stretch back to raw text with the same normal form', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (raw, a, b) => {
        const form = normalize(raw);
        const [start = 0, end = 0] = [a % (form.text.length + 1), b % (form.text.length + 1)].sort((x, y) => x - y);
        const span = rawSpan(form, { start, end });

        expect(span.start).toBeLessThanOrEqual(span.end);
        // A stretch may begin inside of what one raw character became: then the whole of it comes back.
        const back = normalize(raw.slice(span.start, span.end)).text;
        expect(back).toContain(form.text.slice(start, end).trim());
        if (start === end) expect(span.start).toBe(span.end);
      }),
    );
  });

  test('has offsets that never decrease and stay in the raw text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const { text, starts, ends } = normalize(raw);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        for (let unit = 0; unit < text.length; unit++) {
          expect(starts[unit]).toBeLessThan(ends[unit] ?? 0);
          expect(starts[unit]).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
          expect(ends[unit]).toBeGreaterThanOrEqual(ends[unit - 1] ?? 0);
          expect(ends[unit]).toBeLessThanOrEqual(raw.length);
        }
      }),
    );
  });

  test('of a text without the skipped stretch is the normal form that skips it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z ]{0,9}$/),
        fc.stringMatching(/^[A-Z]{1,9}$/),
        fc.stringMatching(/^[a-z ]{0,9}$/),
        (before, mark, after) => {
          const skip = [{ start: before.length, end: before.length + mark.length }];
          expect(normalize(before + mark + after, skip).text).toBe(normalize(before + after).text);
        },
      ),
    );
  });

  test('maps an empty stretch to the place where it stands', () => {
    const form = normalize('  oil  ');
    expect(rawSpan(form, { start: 1, end: 1 })).toEqual({ start: 3, end: 3 });
    expect(rawSpan(form, { start: 3, end: 3 })).toEqual({ start: 5, end: 5 });
    expect(rawSpan(normalize(''), { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });
});
