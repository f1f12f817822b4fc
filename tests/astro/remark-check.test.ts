import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { remark } from 'remark';
import { expect, test } from 'vitest';
import settings from '../../.remarkrc.mjs';

const cwd = fileURLToPath(new URL('../fixtures/site/', import.meta.url));
const article = 'content/articles/grain.mdx';
const text = readFileSync(join(cwd, article), 'utf8');

/** Process a text as editors do, which may not have saved it. */
const run = (value: string, path = article) => remark().use(settings).process({ cwd, path, value });

test('a document without problems has no messages', async () => {
  expect((await run(text)).messages).toEqual([]);
});

test('the problems of a text that is not saved are shown in place', async () => {
  const { messages } = await run(text.replace('11 percent more grain in 2023', '12 percent more grain in 2023'));
  expect(messages).toMatchObject([
    {
      ruleId: 'figure-unsupported',
      source: 'citations',
      fatal: false,
      place: { start: { line: 10 }, end: { line: 10 } },
      reason: expect.stringMatching(/^No passage cited here has the figure `12 percent`\n/),
      note: expect.stringMatching(/^help: .*\nmore: \/problems\/figure-unsupported\/$/),
    },
  ]);
});

test('a document is written as it was, whatever marks it has', async () => {
  const marked = text.replace('Most of it', '*Most*  of __it__ {');
  expect(String(await run(marked))).toBe(marked);
});

test('other files are left alone', async () => {
  expect((await run('In 1999 it was 12 percent.\n', 'notes.md')).messages).toEqual([]);
});
