import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { growIndex, writeSearchIndex } from '#integration/search-index.ts';
import { digests } from '../site/project.ts';

// A disk in memory lists files by the time at which they came.
const disk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const NAMES = ['almar', 'vellin', 'belan', 'quay', 'ferry'];

/** A folder of pages, written in this order. */
function newFolder(names: readonly string[]) {
  const folder = mkdtempSync(join(disk, 'search-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    const page = `<html lang="en"><title>${name}</title><body data-pagefind-body><h1>${name}</h1><p>Wind of ${name}.</p>`;
    writeFileSync(join(folder, `${name}.html`), page);
  }
  return folder;
}

async function indexOf(folder: string, grown?: ReturnType<typeof growIndex>) {
  expect(await writeSearchIndex(folder, undefined, grown)).toBe(NAMES.length);
  return digests(join(folder, 'pagefind'));
}

const filesOf = (names: readonly string[]) => names.map((name) => `${name}.html`);

test('the search index does not depend on the order in which a disk lists its files', async () => {
  expect(await indexOf(newFolder(NAMES))).toEqual(await indexOf(newFolder(NAMES.toReversed())));
});

test.for([
  ['in order', filesOf(NAMES.toSorted())],
  ['in another order', filesOf(NAMES.toSorted()).reverse()],
  ['without one', filesOf(NAMES.toSorted()).slice(1)],
  ['none', []],
] as const)('an index that was begun while pages were made is the same: told of them %s', async ([, told]) => {
  const folder = newFolder(NAMES);
  const grown = growIndex(folder);
  for (const page of told) {
    grown.add(page);
    await Promise.resolve();
  }
  expect(await indexOf(folder, grown)).toEqual(await indexOf(newFolder(NAMES)));
});

test('an index of more pages than may be on their way at once is whole', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `page-${String(at).padStart(2, '0')}`);
  const folder = newFolder(names);
  const grown = growIndex(folder);
  for (const page of filesOf(names)) grown.add(page);
  expect(await grown.whole(filesOf(names))).toBeDefined();
});

test('what cannot be read is told to who waits for the index', async () => {
  const grown = growIndex(newFolder([]));
  grown.add('gone.html');
  await expect(writeSearchIndex(newFolder([]), undefined, grown)).rejects.toThrow(/ENOENT/);
});
