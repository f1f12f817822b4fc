import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { printReport } from '#problem/print.ts';

const site = fileURLToPath(new URL('fixtures/site/', import.meta.url));
const ARTICLE = 'content/articles/storms.mdx';
const RECORD = 'sources/weather-log.yaml';

/** What the check says of a file after a change, by rule and line. */
function problemsOf(file: string, change: (text: string) => string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(site, root, { recursive: true });
  const text = readFileSync(join(root, file), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(root, file), changed);
  const { report } = readCorpus(root);
  // Whatever was written, a terminal is sent words and nothing else.
  expect(printReport(report)).not.toMatch(/(?![\n])[\p{Cc}\p{Bidi_Control}]/u);
  return report.problems.map((problem) => `${problem.ruleId} ${problem.file}`);
}

/** Anchors that stand for three to the power of forty words. */
const BOMB = Array.from(
  { length: 40 },
  (_, depth) =>
    `a${depth}: &a${depth} [${Array(3)
      .fill(depth === 0 ? 'so' : `*a${depth - 1}`)
      .join(', ')}]`,
).join('\n');

const YAML: readonly (readonly [name: string, lines: string])[] = [
  ['aliases that expand to more than a computer can hold', BOMB],
  ['an alias to itself', 'so: &so [*so]'],
  ['keys that are merged', 'base: &base { a: b }\n<<: *base'],
  ['a merged map', '<<: { title: So }'],
  ['a tag that makes an object', 'so: !!js/function "function () {}"'],
  ['a tag of its own', 'so: !so it is'],
  ['binary data', 'so: !!binary aGVsbG8='],
  ['a directive', '%YAML 1.1'],
  ['a second document', '---\nso: it is'],
  ['the key `__proto__`', '__proto__: { polluted: true }'],
  ['the key `constructor`', 'constructor: { prototype: { polluted: true } }'],
  ['the key `toString`', 'toString: so'],
  ['a map as a key', '? { so: it }\n: is'],
  ['lists within lists', `so: ${'['.repeat(3000)}${']'.repeat(3000)}`],
  ['lists that are never closed', `so: ${'['.repeat(3000)}`],
  ['maps within maps', `so: ${'{ a: '.repeat(2000)}b${' }'.repeat(2000)}`],
  ['a very long key', `${'so'.repeat(100_000)}: it is`],
  ['many keys', Array.from({ length: 2000 }, (_, index) => `key-${index}: so`).join('\n')],
];

test.for(YAML)('%s in a record: it is invalid', ([, lines]) => {
  const problems = problemsOf(RECORD, (text) => `${text}\n${lines}\n`);

  expect(new Set(problems)).toEqual(new Set([`record-invalid ${RECORD}`]));
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

// There, a second document would begin the text.
test.for(YAML.filter(([name]) => name !== 'a second document'))('%s in an article: it is invalid', ([, lines]) => {
  const problems = problemsOf(ARTICLE, (text) => text.replace(/\n---\n/, () => `\n${lines}\n---\n`));

  expect(problems).toContain(`article-invalid ${ARTICLE}`);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test.for([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:so',
  'file:///etc/passwd',
  'blob:https://example.com/so',
  '//example.com/so',
  ' javascript:alert(1)',
])('the address %j in a record: it is invalid', (url) => {
  const field = `URL:\n    known: inferred\n    value: "${url}"\n    note: So.\n`;
  const problems = problemsOf(RECORD, (text) => text.replace(/URL:(?: \{.*\}\n|\n(?: {4}.*\n)+)/, () => field));

  expect(problems).toEqual([`record-invalid ${RECORD}`]);
});

test.for<[name: string, words: string]>([
  ['an escape in a quote', '"At \u001b[31mnoon a storm came to the port."'],
  ['a turn in a quote', '"At \u202enoon a storm came to the port."'],
  ['an escape in the id of a source', '@so\u001b[31m "At noon a storm came to the port."'],
  ['an escape in a label', '[^so\u001b]: @weather-log "At noon a storm came to the port."'],
])('%s is named, and never sent to a terminal', ([, words = '']) => {
  const line = words.startsWith('"')
    ? `[^so]: @weather-log ${words}`
    : words.startsWith('@')
      ? `[^so]: ${words}`
      : words;
  const problems = problemsOf(ARTICLE, (text) => `${text}\nSo it is.[^so]\n\n${line}\n`);

  expect(problems).toContain(`source-suspicious-character ${ARTICLE}`);
});
