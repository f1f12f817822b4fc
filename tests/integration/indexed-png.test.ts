import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { indexedPng } from '../../src/integration/indexed-png.ts';

/** Two lines of three pixels. */
const RED = [200, 0, 0, 255];
const BLUE = [0, 0, 220, 255];
const pixels = (...colours: number[][]) => Uint8Array.from(colours.flat());

/** The chunks of a PNG, by their names. */
function chunksOf(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

test('a picture of few colours is written with a palette, pixel by pixel', () => {
  const png = indexedPng({ width: 3, height: 2, pixels: pixels(RED, BLUE, RED, BLUE, BLUE, RED) });
  const chunks = chunksOf(png ?? new Uint8Array());
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
  expect([...(chunks.get('PLTE') ?? [])]).toEqual([200, 0, 0, 0, 0, 220]);
  expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 1, 0, 0, 1, 1, 0]);
  // What every PNG ends with, digest included.
  expect(Buffer.from(png ?? []).toString('hex')).toMatch(/0000000049454e44ae426082$/);
});

test.for([
  ['that lets through what is behind it', 1, pixels([0, 0, 0, 254])],
  [
    'of more colours than a palette has',
    257,
    pixels(...Array.from({ length: 257 }, (_, at) => [at >> 8, at & 255, 0, 255])),
  ],
] as const)('a picture %s is left to others', ([, width, given]) => {
  expect(indexedPng({ width, height: 1, pixels: given })).toBeUndefined();
});

test('a picture of all colours of a palette is written', () => {
  const grey = Array.from({ length: 256 }, (_, at) => [at, at, at, 255]);
  expect(indexedPng({ width: 256, height: 1, pixels: pixels(...grey) })).toBeDefined();
});
