import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { isCaught, readMutations, standsThere } from '../long/faults/statements.ts';

const { corpus } = readCorpus(fileURLToPath(new URL('../../', import.meta.url)));
const mutations = readMutations(corpus);

test.for(['figure', 'date', 'quotation'] as const)('every changed %s on the site is caught', (kind) => {
  const tried = mutations.filter((mutation) => mutation.kind === kind);
  const escaped = tried.filter((mutation) => !isCaught(mutation));
  const unexplained = escaped.filter((mutation) => !standsThere(mutation));
  console.info(
    [
      `${kind}: ${tried.length - escaped.length} of ${tried.length} changes caught; ${escaped.length} escape`,
      ...escaped.map(({ file, now, mutated }) => `  ${file}: "${now}" in "${mutated.slice(0, 120)}"`),
    ].join('\n'),
  );

  expect(tried.length).toBeGreaterThan(100);
  expect(unexplained.map(({ file, now, mutated }) => [file, now, mutated])).toEqual([]);
  expect(escaped.length / tried.length).toBeLessThan(0.03);
});
