import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeSearchIndex } from '#integration/search-index.ts';
import { digests } from '../site/project.ts';

test('the search index does not depend on the order in which a disk lists its files', async () => {
  // A disk in memory lists them by the time at which they came.
  const disk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const names = ['almar', 'vellin', 'belan', 'quay', 'ferry'];
  const indexOf = async (names: readonly string[]) => {
    const folder = mkdtempSync(join(disk, 'search-index-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of names) {
      const page = `<html lang="en"><title>${name}</title><body data-pagefind-body><h1>${name}</h1><p>Wind of ${name}.</p>`;
      writeFileSync(join(folder, `${name}.html`), page);
    }
    expect(await writeSearchIndex(folder)).toBe(names.length);
    return digests(join(folder, 'pagefind'));
  };

  expect(await indexOf(names)).toEqual(await indexOf(names.toReversed()));
});
