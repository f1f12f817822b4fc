import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '#text/encoding.ts';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

test.for<[name: string, input: Uint8Array, fault: string, byte: number, before: string]>([
  ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 'oil'), 'byte-order-mark', 0, ''],
  ['a NUL', bytes('oil', 0, 'gas'), 'nul', 3, 'oil'],
  ['a NUL behind letters of two bytes', bytes('é', 0), 'nul', 2, 'é'],
  ['a byte of Latin-1', bytes('caf', 0xe9, ' oil'), 'not-utf-8', 3, 'caf'],
  ['a character cut at the end', bytes('oil', 0xe2, 0x80), 'not-utf-8', 3, 'oil'],
  ['a character cut in the middle', bytes('oil', 0xe2, 0x80, 'gas'), 'not-utf-8', 3, 'oil'],
  ['half of a pair of surrogates', bytes('x', 0xed, 0xa0, 0x80), 'not-utf-8', 1, 'x'],
  ['a fault in the first byte', bytes(0xff, 'oil'), 'not-utf-8', 0, ''],
])('refuses %s at its place', ([, input, fault, byte, before]) => {
  expect(decode(input)).toEqual({ fault, byte, before });
});

test('reads every text without NUL to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
      expect(decode(Buffer.from(text))).toEqual({ text });
    }),
  );
});

test('finds a broken byte wherever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      fc.pre(!`${before}${after}`.includes('\0') && !before.startsWith('\ufeff'));
      expect(decode(bytes(before, 0xff, after))).toEqual({
        fault: 'not-utf-8',
        byte: Buffer.byteLength(before),
        before,
      });
    }),
  );
});
