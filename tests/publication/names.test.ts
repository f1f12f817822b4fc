import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { publishNames } from '#publication/names.ts';
import { articleOf, documentOf, isNoStatement } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const log = sourceOf('log', 'The storm came to Almar in May.\nThe port of Vellin was closed.\n');
const notes = '[^a]: @log "The storm came to Almar"\n\n[^b]: @log "The port of Vellin was"';

function names(...files: Parameters<typeof checkCorpus>[1]) {
  const { corpus, report } = checkCorpus(
    [{ id: 'log', source: log, problems: [] }],
    [documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.'), ...files],
  );
  expect(report.problems.filter(isNoStatement)).toEqual([]);
  return publishNames(corpus);
}

const ports = documentOf(
  'pages',
  'ports',
  'names: true\n',
  `## Ports\n\n### Almar\n\nA port, Almar.[^a]\n\n### Vellin\n\nNot Almar.[^b]\n\n#### Quay\n\n${notes}`,
);

test('names are the headings of depth 3 of a page of names', () => {
  expect(names(ports).map(({ name, page, id }) => [name, page, id])).toEqual([
    ['Almar', '/ports/', 'almar'],
    ['Vellin', '/ports/', 'vellin'],
  ]);
  expect(names(documentOf('pages', 'ports', '', '### Almar\n\nA port.'))).toEqual([]);
});

test('a name has the statements of other documents that name it, each sentence once', () => {
  const [almar, vellin] = names(
    ports,
    articleOf('storms', `Almar, oh Almar.[^a][^b] In Vellin.[^b]\n\n## Almar\n\nNothing.[^a]\n\n${notes}`),
    articleOf('grain', `Grain for Almar.[^a] Alma.[^b]\n\n${notes}`),
  );
  expect(almar?.statements).toEqual([
    { href: '/articles/storms/#note-fnref-a', title: 'storms', text: 'Almar, oh Almar.', number: 1 },
    { href: '/articles/grain/#note-fnref-a', title: 'grain', text: 'Grain for Almar.', number: 1 },
  ]);
  expect(vellin?.statements.map(({ text }) => text)).toEqual(['In Vellin.']);
});

test('of two entries with one name the first counts', () => {
  const people = documentOf('pages', 'people', 'names: true\n', '### Almar\n\nA person.');
  expect(names(people, ports).map(({ name, page }) => [name, page])).toEqual([
    ['Almar', '/people/'],
    ['Vellin', '/ports/'],
  ]);
});
