import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepResults, readKept } from '#io/kept-results.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, 'node_modules/.cache/below-the-surface');
const kept = () => Object.fromEntries([...readKept(root, 'sums')].map(([key, bytes]) => [key, [...bytes]]));
const sums = new Map([
  ['a', Uint8Array.of(1, 2, 3)],
  ['b', Uint8Array.of()],
]);

test('results are kept, in the place of those before, and nothing else', () => {
  expect(kept()).toEqual({});
  keepResults(root, 'sums', sums);
  expect(kept()).toEqual({ a: [1, 2, 3], b: [] });
  keepResults(root, 'sums', new Map([['c', Uint8Array.of(4)]]));
  expect(kept()).toEqual({ c: [4] });
  expect(readdirSync(folder())).toEqual(['sums']);
  expect(readKept(root, 'others').size).toBe(0);
});

describe('nothing is kept', () => {
  test.for<[string, (bytes: Buffer) => Buffer]>([
    ['in a file that was cut off', (bytes) => bytes.subarray(0, -1)],
    ['in an empty file', () => Buffer.alloc(0)],
    [
      'in a file where one bit is another',
      (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(bytes.readUInt8(bytes.length - 1) ^ 1)]),
    ],
    ['in a file of something else', () => Buffer.from('A text that somebody has put there, longer than any digest.')],
  ])('%s', ([, change]) => {
    keepResults(root, 'sums', sums);
    const path = join(folder(), 'sums');
    writeFileSync(path, change(readFileSync(path)));
    expect(kept()).toEqual({});
  });

  test('where there can be no folder', () => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/.cache'), 'A file.');
    keepResults(root, 'sums', sums);
    expect(kept()).toEqual({});
  });
});
