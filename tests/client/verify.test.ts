import { webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeText, verifyCitations, verifySource } from '#client/verify.ts';
import type { ProofSource } from '#formats/proof.ts';

const bytesOf = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text)).buffer;
const source: ProofSource = {
  id: 'log',
  name: 'The log',
  text: '/sources/log.txt',
  // printf 'It rained.' | sha256sum
  sha256: '8b38b558e4df5eb3a70f60edea988d448559dfdded9b7ca08d9ba7f6c5ac71a8',
  isWhole: true,
};

describe('a text', () => {
  test('is compared by its digest', async () => {
    const bytes = bytesOf('It rained.');
    expect(await verifySource(source, bytes, webcrypto.subtle)).toEqual({
      source,
      digest: 'same',
      found: source.sha256,
    });
    expect((await verifySource(source, bytesOf('It rained!'), webcrypto.subtle)).digest).toBe('differs');
  });

  test('that cannot be fetched, or is not UTF-8, is missing', async () => {
    expect((await verifySource(source, undefined, webcrypto.subtle)).digest).toBe('missing');
    const bytes = new Uint8Array([0xff, 0xfe]).buffer;
    expect((await verifySource(source, bytes, webcrypto.subtle)).digest).toBe('missing');
    expect(decodeText(bytes)).toBeUndefined();
  });

  test('is not compared if the browser has no WebCrypto', async () => {
    expect((await verifySource(source, bytesOf('It rained.'), undefined)).digest).toBe('unknown');
  });

  test('keeps its byte order mark, which is part of the file', () => {
    expect(decodeText(bytesOf('\uFEFFIt'))).toBe('\uFEFFIt');
  });
});

describe('a citation', () => {
  const about = { note: 'a', source: 'log', statements: [], voices: [] };
  const text = 'The storm came\nPage 2\nin May, “at noon”. It left.';
  const part = (words: string, skip = '') => {
    const start = text.indexOf(words);
    const mark = text.indexOf(skip);
    return { start, end: start + words.length, skip: skip ? [{ start: mark, end: mark + skip.length }] : [] };
  };
  const check = (parts: ReturnType<typeof part>[], shown: readonly string[], texts = new Map([['log', text]])) =>
    verifyCitations({ sources: [source], citations: [{ ...about, parts }] }, texts, () => shown)[0]?.holds;

  test.for<[string, boolean, ReturnType<typeof part>[], string[]]>([
    ['has the right words', true, [part('The storm came')], ['The storm came']],
    ['has other words', false, [part('The storm came')], ['The storm Came']],
    ['crosses a page mark', true, [part('came\nPage 2\nin May', 'Page 2')], ['came in May']],
    ['omits words that are not a page mark', false, [part('came\nPage 2\nin May')], ['came in May']],
    ['has other quotation marks', true, [part('“at noon”')], ['"at noon"']],
    ['has two parts', true, [part('The storm'), part('in May')], ['The storm', 'in May']],
    ['lacks a part', false, [part('The storm'), part('in May')], ['The storm']],
    ['has an extra part', false, [part('The storm')], ['The storm', 'in May']],
    ['is empty', false, [{ start: 3, end: 3, skip: [] }], ['']],
    ['is beyond the end', false, [{ start: 400, end: 410, skip: [] }], ['The storm']],
  ])('that %s holds: %s', ([, holds, parts, shown]) => {
    expect(check(parts, shown)).toBe(holds);
  });

  test('of a text that was not fetched does not hold', () => {
    expect(check([part('The storm')], ['The storm'], new Map())).toBe(false);
  });

  test('is looked up by its index in its note', () => {
    const asked: [string, number][] = [];
    const one = { ...about, parts: [part('The storm')] };
    verifyCitations({ sources: [], citations: [one, one, { ...one, note: 'b' }] }, new Map(), (note, index) => {
      asked.push([note, index]);
      return [];
    });
    expect(asked).toEqual([
      ['a', 0],
      ['a', 1],
      ['b', 0],
    ]);
  });
});
