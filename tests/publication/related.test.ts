import { expect, test } from 'vitest';
import { relatedArticles } from '#publication/related.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

test('articles that rest on the same passages are related, those that share most first, and pages are not', () => {
  const log = sourceOf(
    'log',
    'The storm came in May, at noon. The crew went ashore at once. The port was closed till June.',
  );
  const cite = (slug: string, ...quotes: string[]) =>
    articleOf(
      slug,
      `${quotes.map((_, index) => `It was.[^n${index}]`).join(' ')}\n\n${quotes.map((quote, index) => `[^n${index}]: @log "${quote}"`).join('\n\n')}`,
    );
  const [storm, crew, port] = ['The storm came in May', 'The crew went ashore', 'The port was closed till'] as const;
  const { articles } = publicationOf(
    [log],
    [
      cite('rye', storm, crew, port),
      cite('oats', crew, storm),
      cite('beans', port),
      cite('corn', port),
      cite('hay', 'port was closed till June.'),
      documentOf('themes', 'trade', 'label: Trade\norder: 1\n', `Trade.[^a]\n\n[^a]: @log "${storm}"`),
    ],
  );
  const related = Object.fromEntries(articles.map((article) => [article.slug, article.related]));
  expect(related['rye']).toEqual([
    { address: '/articles/oats/', passages: 2 },
    { address: '/articles/beans/', passages: 1 },
    { address: '/articles/corn/', passages: 1 },
  ]);
  expect(related['oats']).toEqual([{ address: '/articles/rye/', passages: 2 }]);
  expect(related['hay']).toEqual([]);
  expect(relatedArticles(new Map(), ['/articles/hay/'])('/themes/trade/')).toEqual([]);
});
