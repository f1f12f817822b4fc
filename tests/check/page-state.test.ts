import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { describePage } from '#check/page-state.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const log = sourceOf('log', 'The storm came in May, at noon.\nThe port was closed for a week.\n');
const empty = sourceOf('empty', '—\n');
const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', '');
const grain = articleOf(
  'grain',
  `The storm came in May.[^a] It was cold.

{/* citations-ignore-next statement-uncited: a remark of ours */}
What came later is not told.

The port was closed for 3 weeks.[^b]

[^a]: @log "The storm came in May, at noon."

[^b]: @empty "The port was closed for a week."`,
);
const rye = articleOf('rye', 'The storm came at noon.[^a]\n\n[^a]: @log "The storm came in May, at nine."');

const readings = [log, empty].map((source) => ({ id: source.id, source, problems: [] }));
const checked = checkCorpus(readings, [theme, grain, rye]);

test('the page of an article has its counts, its sources, its sentences without a note, and their problems', () => {
  const { sources, withoutNote, problems, ...state } = describePage(checked, '/articles/grain/');
  expect(state).toEqual({
    file: 'content/articles/grain.mdx',
    counts: { statements: 7, citations: 1 },
    unread: [],
    elsewhere: expect.any(Array),
  });
  expect(sources).toEqual([{ id: 'log', here: 23 / 47, site: 23 / 47 }]);
  expect(withoutNote).toEqual([
    { place: 'content/articles/grain.mdx:9:28', words: 'It was cold.', reason: undefined },
    { place: 'content/articles/grain.mdx:12:1', words: 'What came later is not told.', reason: 'a remark of ours' },
  ]);
  expect(problems).toEqual([
    {
      place: 'content/articles/grain.mdx:9:28',
      words: 'This sentence has no footnote',
      ruleId: 'statement-uncited',
      isError: true,
      statement: 'It was cold.',
    },
    {
      place: 'content/articles/grain.mdx:18:7',
      words: 'This quote is not in `empty`: these words are in `log`, line 2',
      ruleId: 'quote-not-found',
      isError: true,
    },
  ]);
  expect(state.elsewhere).toHaveLength(checked.report.problems.length - problems.length);
  expect(state.elsewhere.length).toBeGreaterThan(0);
});

test('the page of a source has the words that no document cites', () => {
  expect(describePage(checked, '/sources/log/')).toMatchObject({
    file: 'sources/log.yaml',
    counts: { statements: 0, citations: 0 },
    sources: [{ id: 'log', here: 0, site: 23 / 47 }],
    withoutNote: [],
    unread: [{ place: 'sources/log.txt:2:1', words: 'The port was closed for a week.' }],
    problems: [],
  });
});

test('a source without a letter has no share, and a page without a file no problems', () => {
  expect(describePage(checked, '/sources/empty/').sources).toEqual([{ id: 'empty', here: 0, site: 0 }]);
  expect(describePage(checked, '/search/')).toMatchObject({
    file: undefined,
    sources: [],
    problems: [],
    elsewhere: expect.objectContaining({ length: checked.report.problems.length }),
  });
});

test('the page of an article has the problems and shares of all sources that it cites', () => {
  const memo = sourceOf('memo', 'At noon, in the harbour of Almar, the storm came.\n');
  const hay = articleOf(
    'hay',
    'The storm came.[^a] It was in Almar.[^b]\n\n[^a]: @log "The storm came in May"\n\n[^b]: @memo "the harbour of Almar"',
  );
  const found = ['sources/log.yaml', 'sources/log.txt', 'sources/memo.yaml', 'sources/empty.yaml'].map((file) => ({
    ...{ ruleId: 'source-missing' as const, sourceId: 'log', citations: 0, file, place: undefined },
  }));
  const all = checkCorpus([...readings, { id: 'memo', source: memo, problems: [] }], [theme, hay], { found });
  const { sources, problems } = describePage(all, '/articles/hay/');
  expect(sources.map(({ id, here }) => [id, here])).toEqual([
    ['log', 17 / 47],
    ['memo', 17 / 37],
  ]);
  expect(problems.filter(({ place }) => place.startsWith('sources/')).map(({ place }) => place)).toEqual([
    'sources/log.txt:1:1',
    'sources/log.yaml:1:1',
    'sources/memo.yaml:1:1',
  ]);
});

test('a document that cannot be read has its problems on its page', () => {
  const fault = { ruleId: 'article-invalid', part: 'file', fault: 'name', place: undefined } as const;
  const files = ['content/A.txt', 'sources/articles/corn.mdx', 'content/articles/hay.md'];
  const stray = files.map((file) => ({ ...fault, name: file, file }));
  const broken = checkCorpus(readings, [theme, articleOf('rye', 'Rye.', 'themes: trade\n')], { found: stray });
  const { file, problems } = describePage(broken, '/articles/rye/');
  expect(file).toBe('content/articles/rye.mdx');
  expect(problems.map(({ ruleId }) => ruleId)).toContain('article-invalid');
  expect(describePage(broken, '/articles/hay/').file).toBe('content/articles/hay.md');
  expect(describePage(broken, '/articles/corn/').file).toBeUndefined();
});
