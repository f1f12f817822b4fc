import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { CheckedDocument } from '#markdown/checked-document.ts';
import { remarkNames } from '#markdown/remark-names.ts';
import { EMPTY_DOCUMENT } from '../published.ts';

function render(text: string, names: Partial<CheckedDocument>): string {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkNames, { documentOf: () => ({ ...EMPTY_DOCUMENT, ...names }) })
    .use(remarkRehype);
  return toHtml(processor.runSync(processor.parse(text), { path: '/grain.mdx' }));
}

const links = new Map([
  ['Almar', '/ports/#almar'],
  ['Vellin', '/ports/#vellin'],
]);
const link = (name: string) => `<a href="/ports/#${name.toLowerCase()}" class="name">${name}</a>`;

test('the first mention of each name links to its entry', () => {
  expect(render('To Almar, from Almar to **Vellin**.', { links })).toBe(
    `<p>To ${link('Almar')}, from Almar to <strong>${link('Vellin')}</strong>.</p>`,
  );
});

test('headings, links and footnotes stay as they are', () => {
  const html = render('## Almar\n\n[Almar](/a/) and [Vellin][v].[^a]\n\nIn Almar.\n\n[v]: /v/\n\n[^a]: Vellin.\n', {
    links,
  });
  expect(html).toContain('<h2>Almar</h2>');
  expect(html).toContain('<a href="/a/">Almar</a> and <a href="/v/">Vellin</a>');
  expect(html).toContain(`<p>In ${link('Almar')}.</p>`);
  expect(html).toContain('<p>Vellin. <a');
});

const statement = {
  href: '/articles/grain/#note-fnref-a',
  title: 'Grain',
  text: 'Grain & <rye> for Almar.',
  number: 3,
};
const entry = (name: string, count: number) => ({
  name,
  page: '/ports/',
  id: name.toLowerCase(),
  statements: Array.from({ length: count }, () => statement),
});

test('each entry ends with the statements that have its name', () => {
  const html = render(
    '# Ports\n\n### Almar\n\nOne.\n\nTwo.\n\n### Vellin\n\n### Belan\n\nThree.[^a]\n\n[^a]: Four.\n',
    {
      entries: [entry('Almar', 1), entry('Vellin', 2), entry('Belan', 0)],
    },
  );
  expect(html.match(/<summary>.*?<\/summary>/g)).toEqual([
    '<summary>Named in 1 statement</summary>',
    '<summary>Named in 2 statements</summary>',
  ]);
  expect(html).toMatch(/<p>Two\.<\/p>\s*<details class="statements" data-pagefind-ignore=""/);
  expect(html).toMatch(/<ul class="plain-list"><li>.*note 3<\/span><\/li><\/ul><\/details>\n<h3>Vellin/);
  expect(html).toMatch(/<h3>Vellin<\/h3>\s*<details/);
  expect(html).toContain(
    '<li><a href="/articles/grain/#note-fnref-a">Grain &#x26; &#x3C;rye> for Almar.</a> <span class="quiet">note 3</span></li>',
  );
});

test('an entry has a heading of depth 3, and ends before the footnotes', () => {
  const html = render('## Almar\n\nOne.\n\n### Almar\n\nTwo.[^a]\n\n[^a]: Three.\n\n[^b]: Four.\n', {
    entries: [entry('Almar', 1)],
  });
  expect(html.match(/<details/g)).toHaveLength(1);
  expect(html).toMatch(/<p>Two\..*<\/p>\n<details/);
});
