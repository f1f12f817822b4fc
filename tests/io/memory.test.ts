import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Memory } from '#check/memory.ts';
import { listFiles } from '#io/list-files.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { publish } from '#publication/publication.ts';

const root = mkdtempSync(join(tmpdir(), 'memory-'));
cpSync(fileURLToPath(new URL('../fixtures/site', import.meta.url)), root, { recursive: true });
// A page of names affects the statements of all documents.
writeFileSync(
  join(root, 'content/pages/names.mdx'),
  '---\ntitle: Names\ndescription: Names.\nnames: true\n---\n\n### Almar\n\n### Bélan\n',
);
afterAll(() => rmSync(root, { recursive: true }));

function outcome(memory?: Memory): string {
  const { corpus, report } = readCorpus(root, memory && { memory });
  return JSON.stringify([report, publish(corpus, '2026-11-25')]);
}

test('a check with a memory has the same outcome as one without, after any change to any file', () => {
  const memory = new Memory();
  const outcomes = new Set([outcome(memory)]);
  const paths = ['sources', 'content'].flatMap((folder) =>
    listFiles(root, folder).map(({ name }) => join(root, folder, name)),
  );
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    for (const changed of [text.slice(1), text.replace(/[a-z]{4}/, 'Oslo'), `${text}\nIt shipped 77 percent.\n`]) {
      writeFileSync(path, changed);
      const now = outcome(memory);
      expect(now).toBe(outcome());
      outcomes.add(now);
    }
    rmSync(path);
    expect(outcome(memory)).toBe(outcome());
    writeFileSync(path, text);
  }
  expect(outcome(memory)).toBe(outcome());
  expect(outcomes.size).toBeGreaterThan(paths.length);
});
