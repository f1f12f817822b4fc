import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { printReport } from '#problem/print.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** A copy of what is checked, which lasts as long as the test. */
function copyContent(): string {
  const copy = mkdtempSync(join(tmpdir(), 'readme-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const folder of ['content', 'public', 'sources'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  return copy;
}

test('the footnote that the README breaks gives the message that it shows', () => {
  const [, file = '', broken = '', shown = ''] =
    /quote in `([^`]+)`:\n\n```mdx\n([^\n]*)\n```\n\n```\n\$ npm run check\n(.*?)```/s.exec(readme) ?? [];
  const copy = copyContent();

  const label = broken.slice(0, broken.indexOf(':'));
  const text = readFileSync(join(copy, file), 'utf8');
  const changed = text.replace(new RegExp(`^${RegExp.escape(label)}:.*$`, 'm'), () => broken);
  expect(changed).not.toBe(text);
  writeFileSync(join(copy, file), changed);

  // The README leaves out the last line, with figures that change with every article.
  expect(shown).not.toBe('');
  expect(printReport(readCorpus(copy).report)).toContain(shown);
  expect(printReport(readCorpus(copy).report)).toContain('\n1 problem; ');
});
