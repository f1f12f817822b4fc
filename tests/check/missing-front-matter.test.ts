import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';

const MATTER = 'title: Case\ndescription: A case.\nasOf: The memo.\nupdated: 2026-11-23\n';
const BODY = '\nThe port shipped 40 loads of grain.\n';

/** The problems of one article, each as `rule line`. */
function problemsOf(text: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'front-matter-'));
  try {
    for (const folder of ['sources', 'content/articles']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'content/articles/case.mdx'), text);
    return readCorpus(root).report.problems.map(({ ruleId, place, ...fact }) =>
      [ruleId, 'fault' in fact ? fact.fault : '', place?.start.line].filter(Boolean).join(' '),
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.for<[name: string, text: string]>([
  ['is closed by points', `---\n${MATTER}...\n${BODY}`],
  ['is not closed', `---\n${MATTER}${BODY}`],
  ['is not opened', `${MATTER}---\n${BODY}`],
  ['is below an empty line', `\n---\n${MATTER}---\n${BODY}`],
  ['is between other marks', `+++\n${MATTER}+++\n${BODY}`],
  ['has braces', `---\n${MATTER}aliases: { Almar: [Port of Almar] }\n...\n${BODY}`],
  ['has tags', `---\n${MATTER}label: <b>\n...\n${BODY}`],
  ['is not there', BODY],
])('front matter that %s is the one problem', ([, text]) => {
  expect(problemsOf(text)).toEqual(['article-invalid no-front-matter 1']);
});

test('the sentences of a document are judged where its front matter has a fault', () => {
  expect(problemsOf(`---\n${MATTER}themes: trade\n---\n${BODY}`)).toEqual([
    'article-invalid type 6',
    'statement-uncited 9',
  ]);
});
