import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, digests, removeProject, run } from './project.ts';

let root = '';

beforeAll(() => {
  root = copyProject();
  // An earlier site, that a failing build must not touch.
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/index.html'), 'an earlier site');
});
afterAll(() => removeProject(root));

const article = 'content/articles/recognition-and-relations.mdx';
const raw = 'sources/overview-to-2017.txt';
const record = 'sources/overview-to-2017.yaml';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const write = (file: string, data: string | Uint8Array) => writeFileSync(join(root, file), data);
const replace = (file: string, from: string, to: string) => {
  const text = read(file);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  write(file, changed);
};
/** Break the project, look, and restore it. */
async function broken<Value>(fault: () => void, look: () => Promise<Value>): Promise<Value> {
  const files = [article, raw];
  const before = files.map((file) => readFileSync(join(root, file)));
  try {
    fault();
    return await look();
  } finally {
    for (const [index, file] of files.entries()) write(file, before[index] ?? '');
  }
}

test.for<[name: string, fault: () => void, ruleId: string, file: string]>([
  [
    'a letter of a quote changed',
    () => replace(article, '"On December 25', '"On Decembre 25'),
    'quote-not-found',
    article,
  ],
  [
    'a letter of a cited passage changed',
    () => replace(raw, 'On December 25', 'On Decembre 25'),
    'source-stale',
    record,
  ],
])('%s stops check and build, and the earlier site stays', async ([, fault, ruleId, file]) => {
  const before = digests(join(root, 'dist'));

  await broken(fault, async () => {
    for (const command of ['check', 'build'] as const) {
      const { code, output } = await run(root, command);
      expect(code, output).toBe(1);
      expect(output).toMatch(new RegExp(`${file.replaceAll('.', '\\.')}:\\d+:\\d+  ${ruleId}`));
      expect(output).toContain('help: ');
      expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    }
  });

  expect(digests(join(root, 'dist'))).toEqual(before);
});
