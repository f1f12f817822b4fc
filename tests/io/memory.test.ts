import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Memory } from '#corpus/memory.ts';
import { publish } from '#corpus/publication.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { seeded } from '../long/faults/random.ts';

const root = mkdtempSync(join(tmpdir(), 'memory-'));
cpSync(fileURLToPath(new URL('../fixtures/site', import.meta.url)), root, { recursive: true });
// What names have entries is known to the statements of all documents.
writeFileSync(
  join(root, 'content/pages/names.mdx'),
  '---\ntitle: Names\ndescription: Names.\nnames: true\n---\n\n### Almar\n\n### Bélan\n',
);
afterAll(() => rmSync(root, { recursive: true }));

/** All that a check tells, without what cannot be compared. */
function told(memory?: Memory): string {
  const { corpus, report } = readCorpus(root, memory && { memory });
  return JSON.stringify([report, publish(corpus, '2026-11-25', memory)]);
}

test('a check that remembers earlier ones tells the same as one that does not, after any change of any file', () => {
  const random = seeded(5);
  const memory = new Memory();
  const folders = ['sources', 'content/articles', 'content/pages', 'content/themes'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(root, folder, name)),
  );
  const seen = new Set<string>();
  seen.add(told(memory));

  for (const path of [...files, ...files, ...files]) {
    const text = readFileSync(path, 'utf8');
    const at = random.below(text.length);
    const changes = [
      `${text.slice(0, at)}${text.slice(at + 1)}`,
      text.replace(/[a-z]{4}/, 'Baku'),
      `${text}\nIt shipped 77 percent.\n`,
    ];
    writeFileSync(path, changes[random.below(changes.length)] ?? '');
    const now = told(memory);
    expect(now).toBe(told());
    seen.add(now);
    // The next look finds it taken back, or still there, or the file gone.
    if (random.below(2) === 0) writeFileSync(path, text);
    if (random.below(4) === 0) rmSync(path);
    expect(told(memory)).toBe(told());
    writeFileSync(path, text);
  }
  expect(told(memory)).toBe(told());
  expect(seen.size).toBeGreaterThan(files.length);
});
