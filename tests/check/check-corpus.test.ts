import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import type { Problem } from '#problem/problem.ts';
import { articleOf, documentOf, isNoStatement } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');
const log = { id: 'log', source: sourceOf('log', 'The storm came to Almar in May, at noon.\n'), problems: [] };

test('a source that cannot be read is not in the corpus, and its problem has the number of its citations', () => {
  const missing: Problem = {
    ...{ ruleId: 'source-missing', sourceId: 'memo', citations: 0 },
    ...{ file: 'sources/memo.yaml', place: undefined },
  };
  const broken: Problem = {
    ...{ ruleId: 'source-encoding', fault: 'nul', byte: 3 },
    ...{ file: 'sources/more.txt', place: undefined },
  };
  const readings = [log, { id: 'memo', source: undefined, problems: [missing, broken] }];
  const oats = articleOf(
    'oats',
    'It came.[^a] It went.[^b]\n\n[^a]: @memo "The storm came to Almar"\n    @memo "The storm went to Vellin"\n\n[^b]: @log "The storm came to Almar"',
  );
  const { corpus, report } = checkCorpus(readings, [oats, theme]);
  expect(corpus.sources).toEqual([log.source]);
  expect(report.problems.filter(({ file }) => file.startsWith('sources/'))).toEqual([
    { ...missing, citations: 2 },
    broken,
  ]);
});

test('a related article that does not exist is a broken link', () => {
  const { report } = checkCorpus([], [articleOf('oats', 'Oats.', 'themes: [trade]\nrelated: [oatts]\n'), theme]);
  expect(report.problems.filter(isNoStatement)).toMatchObject([
    { ruleId: 'link-broken', url: 'oatts', missing: 'page', suggestions: ['oats'] },
  ]);
});

test.for<[what: string, body: string, rules: string[]]>([
  ['around a reference without a definition', 'It came {"[^b]"}.', ['footnote-undefined']],
  [
    'instead of a citation',
    'It came.[^a]\n\n[^a]: {1 + 1} @log "The storm came to Almar"',
    ['article-invalid', 'citation-malformed'],
  ],
])('an expression %s is one problem for each cause', ([, body, rules]) => {
  const { report } = checkCorpus([log], [documentOf('pages', 'oats', '', body)]);
  expect(report.problems.filter(isNoStatement).map(({ ruleId }) => ruleId)).toEqual(rules);
});
