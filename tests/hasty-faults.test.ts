import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { Memory } from '#check/memory.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { printProblem } from '#problem/print.ts';

const table = fileURLToPath(new URL('hasty-faults.txt', import.meta.url));
const [preface = '', ...entries] = readFileSync(table, 'utf8').split(/^(?=%% )/m);

/** A footnote written as in another language is wrong in two places, and so is its reference. */
const TWO = ['reStructuredText: a footnote'];

const SOUND = {
  sentence: 'The storm came at noon on 3 May.[^noon]',
  footnote: '[^noon]: @weather-log "3 May: the storm reaches Vellin at noon"',
};

const MATTER = {
  title: 'title: Storms',
  description: 'description: The spring storm.',
  themes: 'themes: [trade]',
  asOf: 'asOf: The log gives days without a year.',
  updated: 'updated: 2026-11-23',
};

/** The text of the file, and its name below `content/`. */
function fileOf(typed: string, how: string): { readonly name: string; readonly bytes: Buffer } {
  const body = typed
    .replace(/\{(sentence|footnote)\}/g, (_, part: keyof typeof SOUND) => SOUND[part])
    .replaceAll('{TAB}', '\t')
    .replace(/\{U\+(\w+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const [, , without] = /^(front matter)(?: without (\w+))?/.exec(how) ?? [];
  const inMatter = how.startsWith('front matter');
  const lines = Object.entries(MATTER).flatMap(([key, line]) => (key === without ? body : line));
  const matter = [...lines, ...(inMatter && without === undefined ? [body] : [])].filter((line) => line !== '');
  const below = inMatter ? `${SOUND.sentence}\n\n${SOUND.footnote}` : body;
  const text = how === 'whole file' ? body : `---\n${matter.join('\n')}\n---\n\n${below}\n`;
  const bytes: Record<string, () => Buffer> = {
    CRLF: () => Buffer.from(text.replaceAll('\n', '\r\n')),
    'byte order mark': () => Buffer.from(`\uFEFF${text}`),
    'UTF-16': () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'Latin-1': () => Buffer.from(text, 'latin1'),
  };
  return { name: /^file (.*)/.exec(how)?.[1] ?? 'articles/hasty.mdx', bytes: bytes[how]?.() ?? Buffer.from(text) };
}

test('each hasty fault gets one message, at its place, with its cure', async () => {
  const root = mkdtempSync(join(tmpdir(), 'hasty-faults-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(fileURLToPath(new URL('fixtures/site/', import.meta.url)), root, { recursive: true });
  const memory = new Memory();

  const said = entries.map((entry) => {
    const [, title = '', typed = ''] = /^%% (.*)\n([\s\S]*?)\n-->/.exec(entry) ?? [];
    const { name, bytes } = fileOf(typed, /\(([^()]*)\)$/.exec(title)?.[1] ?? '');
    const path = join(root, 'content', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const { problems } = readCorpus(root, { memory }).report;
    rmSync(path);

    expect(problems.length, title).toBeLessThanOrEqual(TWO.includes(title) ? 2 : 1);
    for (const { file } of problems) expect(file, title).toBe(`content/${name}`);
    const printed = problems.map((problem) =>
      printProblem(problem)
        .replace(`content/${name}:`, '')
        .replace(/\n {2}more: .*/, ''),
    );
    return `%% ${title}\n${typed}\n--> ${printed.join('\n--> ') || 'no problem'}\n`;
  });

  expect(new Set(entries.map((entry) => entry.split('\n')[0])).size).toBe(entries.length);
  await expect(`${preface}${said.join('\n')}`).toMatchFileSnapshot(table);
});
