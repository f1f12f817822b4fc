import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { firstMentions } from '#publication/first-mentions.ts';
import { publish } from '#publication/publication.ts';
import { articleOf, documentOf, isNoStatement } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const event = (date: string) => `<Event date="${date}" themes="trade">\nSomething.[^a]\n</Event>`;
const note = '[^a]: @log "The storm came to Almar"';
const dates = ['2023-05-03', '2023-05', '2023-05', '2023', '202X', '2022-07?', '2021-01/2021-03'];
const { corpus, report } = checkCorpus(
  [{ id: 'log', source: sourceOf('log', 'The storm came to Almar in May.\n'), problems: [] }],
  [
    documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.'),
    articleOf('storms', 'Storms.'),
    documentOf('pages', 'ports', 'names: true\n', '### Almar\n\nA port.'),
    documentOf(
      'pages',
      'timeline',
      '',
      `${dates.map(event).join('\n\n')}\n\n<Event themes="trade">\nSome day.[^a]\n</Event>\n\n${note}`,
    ),
  ],
);
const publication = publish(corpus);
const mentions = (file: string) => Object.fromEntries(firstMentions(publication, file));

test('names, days and months of other pages become links', () => {
  expect(report.problems.filter(isNoStatement)).toEqual([]);
  expect(mentions('content/articles/storms.mdx')).toEqual({
    Almar: '/ports/#almar',
    '3 May 2023': '/timeline/#2023-05-03',
    'May 2023': '/timeline/#2023-05',
  });
});

test('a page does not link to itself', () => {
  expect(mentions('content/pages/ports.mdx')).not.toHaveProperty('Almar');
  expect(mentions('content/pages/timeline.mdx')).toEqual({ Almar: '/ports/#almar' });
});
