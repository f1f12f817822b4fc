import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { printReport } from '#problem/print.ts';
import { RULE_IDS } from '#problem/problem.ts';

const folders = new URL('../docs/rules/', import.meta.url);
const pathOf = (name: string) => fileURLToPath(new URL(name, folders));

test.for(readdirSync(folders))('%s reports what its expected.txt says', async (name) => {
  const { report } = readCorpus(pathOf(name));

  expect(new Set(report.problems.map(({ ruleId }) => ruleId))).toEqual(new Set([name]));
  await expect(printReport(report)).toMatchFileSnapshot(pathOf(`${name}/expected.txt`));
});

test('every rule has a folder, and every folder a rule', () => {
  expect(readdirSync(folders).sort()).toEqual([...RULE_IDS].sort());
});

test.for([...RULE_IDS])('%s has a page', (ruleId) => {
  expect(existsSync(pathOf(`${ruleId}/about.md`))).toBe(true);
});
