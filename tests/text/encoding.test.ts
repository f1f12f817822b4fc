import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '#text/encoding.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const sound = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff'));

test('decodes valid bytes exactly', () => {
  fc.assert(
    fc.property(sound, (text) => {
      expect(decode(encode(text))).toEqual({ text });
    }),
  );
});

test.for<[name: string, bytes: readonly number[], fault: string, byte: number]>([
  ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61], 'byte-order-mark', 0],
  ['only a byte order mark', [0xef, 0xbb, 0xbf], 'byte-order-mark', 0],
  ['NUL', [0x61, 0x00, 0x62], 'nul', 1],
  ['a byte of no character', [0x61, 0x62, 0xff, 0x63], 'not-utf-8', 2],
  ['one byte of no character', [0xff], 'not-utf-8', 0],
  ['a character that is cut off', [0x61, 0xe2, 0x82, 0x61], 'not-utf-8', 1],
  ['a character that is cut off at the end', [0x61, 0xe2, 0x82], 'not-utf-8', 1],
  ['a character in too many bytes', [0x61, 0xc0, 0xaf], 'not-utf-8', 1],
  ['half of a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 'not-utf-8', 1],
  ['a NUL after an invalid byte', [0xff, 0x00], 'not-utf-8', 0],
  ['Latin-1', [0x42, 0xe9, 0x6c], 'not-utf-8', 1],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 'utf-16', 0],
  ['UTF-16 with the other order', [0xfe, 0xff, 0x00, 0x61], 'utf-16', 0],
  ['half of its mark', [0xff, 0x61], 'not-utf-8', 0],
])('refuses %s', ([, bytes, fault, byte]) => {
  expect(decode(Uint8Array.from(bytes))).toMatchObject({ fault, byte });
});

test('mistakes no other character for a byte order mark', () => {
  expect(decode(encode('\uf03f'))).toEqual({ text: '\uf03f' });
  expect(decode(encode('\ufefe'))).toEqual({ text: '\ufefe' });
});

test('keeps a byte order mark that is not at the start', () => {
  expect(decode(encode('a\ufeffb'))).toEqual({ text: 'a\ufeffb' });
});

test('finds the first invalid byte and what precedes it', () => {
  const invalid = fc.constantFrom([0xff], [0x80], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xc0, 0xaf]);
  const ascii = fc.string({ unit: fc.constantFrom('a', '\n') });
  fc.assert(
    fc.property(sound, invalid, ascii, (before, bytes, after) => {
      const head = encode(before);
      const all = Uint8Array.from([...head, ...bytes, ...encode(after)]);
      expect(decode(all)).toEqual({ fault: 'not-utf-8', byte: head.length, before });
    }),
  );
});

test('finds the first NUL and what precedes it', () => {
  fc.assert(
    fc.property(sound, fc.string({ unit: 'binary' }), (before, after) => {
      expect(decode(encode(`${before}\0${after}`))).toEqual({ fault: 'nul', byte: encode(before).length, before });
    }),
  );
});
