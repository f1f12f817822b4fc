import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '#cli/check.ts';
import { terminalOf } from '../cli/terminal-of.ts';
import { copyProject, digests, type Outcome, removeProject, run } from './project.ts';

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
const replace = (file: string, from: string | RegExp, to: string) => {
  const text = read(file);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  write(file, changed);
};
const pin = () => {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, raw)))
    .digest('hex');
  replace(record, /^sha256: .*$/m, `sha256: ${digest}`);
};

/** Break the project, look, and restore it. */
async function broken<Value>(fault: () => void, look: () => Promise<Value>): Promise<Value> {
  const files = [article, raw, record];
  const before = files.map((file) => readFileSync(join(root, file)));
  try {
    fault();
    return await look();
  } finally {
    for (const [index, file] of files.entries()) write(file, before[index] ?? '');
  }
}

const faults: [name: string, fault: () => void, ruleId: string, file: string][] = [
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
  [
    'a letter of a cited passage changed and pinned again',
    () => {
      replace(raw, 'On December 25', 'On Decembre 25');
      pin();
    },
    'quote-not-found',
    article,
  ],
  ['a raw file removed', () => rmSync(join(root, raw)), 'source-missing', record],
  ['a record removed', () => rmSync(join(root, record)), 'source-unrecorded', raw],
  ['a misspelt id', () => replace(article, '@overview-to-2017', '@overview-to-2071'), 'source-unknown', article],
  ['an id that climbs', () => replace(article, '@overview-to-2017', '@../overview-to-2017'), 'source-unknown', article],
  ['an id of the prototype', () => replace(article, '@overview-to-2017', '@__proto__'), 'source-unknown', article],
  [
    'a duplicate footnote',
    () => appendFileSync(join(root, article), `\n${/^\[\^.*$/m.exec(read(article))?.[0] ?? ''}\n`),
    'footnote-duplicate',
    article,
  ],
  ['an undefined footnote', () => replace(article, /\[\^[\w-]+\](?!:)/, '[^nowhere]'), 'footnote-undefined', article],
  ['an unknown theme', () => replace(article, 'themes: [diplomacy', 'themes: [diplomcy'), 'theme-unknown', article],
  ['broken YAML in a record', () => replace(record, /^id: /m, 'id: ['), 'record-invalid', record],
  ['broken YAML in front matter', () => replace(article, /^title: /m, 'title: ['), 'article-invalid', article],
  ['a source that is not UTF-8', () => write(raw, Buffer.from([0x41, 0xe9, 0x42])), 'source-encoding', raw],
];

/** Run the check in this process; the outcome as `run` gives it. */
function checkHere(): Outcome {
  const { terminal, printed } = terminalOf();
  const code = check(root, {}, terminal.style, terminal.out, terminal.err);
  return { code, output: printed.out + printed.err };
}

/** A command that stops says where, what and how to go on, without a stack trace. */
function expectReport({ code, output }: Outcome, ruleId: string, file: string): void {
  expect(code, output).toBe(1);
  expect(output).toMatch(new RegExp(`${file.replaceAll('.', '\\.')}:\\d+:\\d+  ${ruleId}`));
  expect(output).toContain('help: ');
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

test.for(faults)('%s is reported at its place, with the next step', async ([, fault, ruleId, file]) => {
  await broken(fault, async () => expectReport(checkHere(), ruleId, file));
});

// The commands as an editor starts them, with one fault of a document and one of a source.
test.for(faults.slice(0, 2))(
  '%s stops check and build, and the earlier site stays',
  async ([, fault, ruleId, file]) => {
    const before = digests(join(root, 'dist'));

    await broken(fault, async () => {
      for (const command of ['check', 'build'] as const) expectReport(await run(root, command), ruleId, file);
    });

    expect(digests(join(root, 'dist'))).toEqual(before);
  },
);

describe('a harmless change', () => {
  test.for<[name: string, change: () => void]>([
    [
      'a quote wrapped elsewhere',
      () => replace(article, '"On December 25, 1991, Israel', '"On December\n    25, 1991, Israel'),
    ],
    [
      'curly marks for straight ones',
      () => replace(article, /@overview-to-2017 "([^"\n]*)"/, '@overview-to-2017 “$1”'),
    ],
    ['CRLF at line ends of an article', () => write(article, read(article).replaceAll('\n', '\r\n'))],
  ])('such as %s passes the check', async ([, change]) => {
    const { code, output } = await broken(change, async () => checkHere());

    expect(code, output).toBe(0);
  });
});
