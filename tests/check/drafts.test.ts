import { expect, test } from 'vitest';
import { type CheckOptions, checkCorpus } from '#check/check-corpus.ts';
import type { DocumentFile } from '#check/model.ts';
import { isDraft } from '#document/document.ts';
import { listServed } from '#io/list-served.ts';
import { isError } from '#problem/problem.ts';
import { readSource } from '#source/source.ts';
import { articleOf, documentOf, isNoStatement } from '../document-of.ts';
import { filesOf, readingOf, recordOf, sourceOf } from '../source-of.ts';

test.for<[matter: string, expected: boolean]>([
  ['draft: true', true],
  ['"draft": true # for now', true],
  ['draft: True', true],
  // It cannot be read, but says so.
  ['title: a: b\ndraft: true', true],
  ['draft: false', false],
  ['draft:', false],
  ['draft: "true"', false],
  ['title: draft', false],
  ['description: >\n  draft: true', false],
])('front matter with %j: a draft is %s', ([matter, expected]) => {
  const oats = { folder: 'articles', slug: 'oats' } as const;
  const text = `---\n${matter}\n---\n\ndraft: true\n`;
  expect(isDraft({ ...oats, text })).toBe(expected);
  expect(isDraft({ ...oats, text: 'draft: true\n' })).toBe(false);
  expect(isDraft({ folder: 'pages', slug: 'home', text })).toBe(false);
});

const trade = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');
const log = sourceOf('log', 'The ships of Almar went west in May. Nobody counted them.\n', 'coverage: complete');
const note = '[^a]: @log "The ships of Almar went west in May. Nobody counted them."';
const rye = articleOf('rye', `Ships went west.[^a]\n\n${note}`);
const draftOf = (slug: string, body: string, matter = 'themes: [trade]\n') =>
  articleOf(slug, body, `${matter}draft: true\n`);

/** The problems, with `warning` for those that stop nothing, and the articles and sources of the corpus. */
function check(
  files: readonly DocumentFile[],
  options: CheckOptions = {},
  readings = [{ id: 'log', source: log, problems: [] }],
) {
  const { corpus, report } = checkCorpus(readings, [trade, ...files], {
    served: listServed(process.cwd()),
    ...options,
  });
  return {
    problems: report.problems
      .filter(isNoStatement)
      .map((one) => `${one.file} ${one.ruleId}${isError(one) ? '' : ', warning'}`),
    articles: corpus.articles.map(({ document }) => document.slug),
    sources: corpus.sources.map(({ id }) => id),
  };
}

test('the problems of a draft are warnings, and it is part of the corpus in dev only', () => {
  const oats = draftOf(
    'oats',
    'Oats went 40 times.[^a] TODO [x](/nope/)\n\n[^a]: @log "The ships of Almar went east in May."',
  );
  const warnings = ['article-invalid', 'link-broken', 'quote-not-found'].map(
    (rule) => `content/articles/oats.mdx ${rule}, warning`,
  );
  const build = check([rye, oats]);
  expect([...build.problems].sort()).toEqual(warnings);
  expect(build.articles).toEqual(['rye']);
  expect(check([rye, oats], { withDrafts: true }).articles).toEqual(['rye', 'oats']);
});

test.for<[name: string, file: DocumentFile]>([
  ['syntax', { ...draftOf('oats', 'Oats.'), tree: undefined }],
  ['front matter', draftOf('oats', 'Oats.', 'themes: trade\n')],
])('a draft whose %s is broken stops nothing', ([, file]) => {
  const found = [{ ruleId: 'article-invalid', part: 'syntax', issue: 'x', file: file.file, place: undefined } as const];
  const { problems, articles } = check([rye, file], { found });
  expect(problems.every((problem) => problem.endsWith(', warning'))).toBe(true);
  expect(articles).toEqual(['rye']);
});

test('a link to a draft is broken in a build, unless a draft has it', () => {
  const oats = draftOf('oats', `Oats went west.[^a] [Rye](/articles/rye/), [bran](/articles/bran/).\n\n${note}`);
  const bran = draftOf('bran', `Bran went west.[^a]\n\n${note}`, 'themes: [trade]\nrelated: [oats]\n');
  const links = '[Oats](/articles/oats/), [here](/articles/oats/#x), [its text](/articles/oats.md)';
  const hay = articleOf('hay', `Hay went west.[^a] ${links}\n\n${note}`, 'themes: [trade]\nrelated: [oats]\n');
  const files = [rye, oats, bran, hay];
  expect(check(files).problems).toEqual(Array(4).fill('content/articles/hay.mdx link-broken'));
  expect(check(files, { withDrafts: true }).problems).toEqual(['content/articles/hay.mdx link-broken']);
});

test('the theme of an article can be a draft in dev only', () => {
  const ports = documentOf('themes', 'ports', 'label: Ports\norder: 2\ndraft: true\n', 'Ports.');
  const hay = articleOf('hay', `Hay went west.[^a]\n\n${note}`, 'themes: [ports]\n');
  expect(check([ports, hay]).problems).toEqual(['content/articles/hay.mdx link-broken']);
  expect(check([ports, hay], { withDrafts: true }).problems).toEqual([]);
});

test('the home page cannot be a draft', () => {
  const { problems } = check([documentOf('pages', 'home', 'draft: true\n', 'Home.')]);
  expect(problems).toEqual(['content/pages/home.mdx article-invalid']);
});

test('what only a draft cites is uncited, and what it cites wrongly hides nothing', () => {
  const oats = draftOf('oats', `Ships went west.[^a]\n\n${note}\n\n[^b]: @nope "Something else that is nowhere."`);
  expect(check([oats]).problems).toContain('sources/log.txt passage-unread');
  expect(check([rye, oats]).problems).not.toContain('sources/log.txt passage-unread');
});

test.for(['reviewed:', 'reviewed: ""', 'reviewed: ~', ''])(
  'a source with the key `%s` is built with nothing',
  (key) => {
    const record = recordOf('log', 'voice: "To be written: who speaks."').replace('reviewed: 2026-11-23', key);
    const { source, problems } = readSource(filesOf('log', log.raw, record), ['log']);
    expect(source).toBeDefined();
    const readings = [{ id: 'log', source, problems }] as never;
    const oats = draftOf('oats', `Ships went west.[^a] [It](/sources/log/).\n\n${note}`);

    const cited = check([rye, oats], {}, readings);
    expect(cited.problems).toEqual(['sources/log.yaml source-unreviewed']);
    const alone = check([oats], {}, readings);
    expect(alone).toMatchObject({ problems: ['sources/log.yaml source-unreviewed, warning'], sources: [] });
    const dev = check([oats], { withDrafts: true }, readings);
    expect(dev).toMatchObject({ problems: ['sources/log.yaml source-unreviewed, warning'], sources: ['log'] });
    const linking = check([articleOf('hay', '[It](/sources/log/#L1), [its text](/sources/log.txt).')], {}, readings);
    expect(linking.problems.filter((problem) => problem.includes('link-broken'))).toHaveLength(2);
  },
);

test('the same with a day of review and nothing to be written is built', () => {
  const { problems } = readingOf('log', log.raw, 'voice: "An office; the words TODO are in the log."');
  expect(problems).toMatchObject([{ ruleId: 'record-invalid', fault: 'placeholder', path: 'voice', written: 'TODO' }]);
  expect(
    readingOf(
      'log',
      'TODO: the log.\n',
      'voice: An office.\nerrata:\n  - { line: 1, printed: TODO, certainty: possible }',
    ).problems,
  ).toEqual([]);
});
