import { describe, expect, test } from 'vitest';
import { blankFrontMatter } from '#document/document.ts';
import { atomFeed } from '#formats/feed.ts';
import { llmsText } from '#formats/llms.ts';
import { markdownTwin } from '#formats/markdown-twin.ts';
import { parseMdx } from '#markdown/parse.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { projects, publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const site = new URL('https://storms.example');

/** Parse a document as the check does. */
function treeOf(text: string) {
  const parsed = parseMdx(blankFrontMatter(text), 'content/articles/oats.mdx');
  if (!('tree' in parsed)) throw new Error('Expected a syntax tree');
  return parsed.tree;
}

const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');
const dated = (slug: string, updated: string) =>
  documentOf('articles', slug, `themes: [trade]\nasOf: The year 2023.\nupdated: ${updated}\n`, 'A.');

describe('the feed', () => {
  const publication = publicationOf(
    [],
    [dated('rye', '2026-01-05'), dated('oats', '2026-02-01'), dated('beans', '2026-01-05'), theme],
  );

  test('has the articles, the last changed first, and no time of the build', () => {
    const feed = atomFeed(publication, site);
    expect([...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
      'https://storms.example/',
      'https://storms.example/articles/oats/',
      'https://storms.example/articles/beans/',
      'https://storms.example/articles/rye/',
    ]);
    expect(feed).toContain('<updated>2026-02-01T00:00:00.000Z</updated>');
    expect(feed).toContain('<author><name>Storms</name><uri>https://storms.example/</uri></author>');
    expect(feed).toMatch(/<subtitle>Storms and ships: new and changed articles<\/subtitle>/);
    expect(feed).toContain('<link rel="self" href="https://storms.example/atom.xml"/>');
    expect(atomFeed(publication, site)).toBe(feed);
  });

  test('has the last hundred changes, however many articles there are', () => {
    const [article] = publication.articles;
    if (!article) throw new Error('Expected an article');
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...article,
      slug: `a-${index}`,
      address: `/a-${index}/`,
    }));
    expect(atomFeed({ ...publication, articles: many }, site).match(/<entry>/g)).toHaveLength(100);
  });

  test('has titles and summaries as text, whatever marks they have', () => {
    const [article] = publication.articles;
    if (!article) throw new Error('Expected an article');
    const matter = { ...article.matter, title: 'Oil & <gas>', description: '“It’s 1 < 2”' };
    const feed = atomFeed(
      { site: { ...publication.site, name: 'Storms & <rain>' }, articles: [{ ...article, matter }] },
      site,
    );
    expect(feed).toContain('<title>Oil &#x26; &#x3C;gas&#x3E;</title>');
    expect(feed).toContain('<title>Storms &#x26; &#x3C;rain&#x3E;</title>');
    expect(feed).toContain('<summary>“It’s 1 &#x3C; 2”</summary>');
  });

  test('of no articles is a feed', () => {
    expect(atomFeed({ ...publication, articles: [] }, site)).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  });
});

test.for(projects())('llms.txt of $corpus.site.name lists each article once, and each source', ({ publication }) => {
  const text = llmsText(publication, site);
  expect(text.startsWith(`# ${publication.site.name}\n\n> `)).toBe(true);
  for (const { slug } of publication.articles) expect(text.split(`/articles/${slug}.md)`)).toHaveLength(2);
  for (const { id } of publication.sources) expect(text.split(`/sources/${id}.txt)`)).toHaveLength(2);
  expect(text).not.toContain('](/');
});

test('llms.txt has what a reader should know, then articles, sources and pages, each with its address', () => {
  const issued = '{ known: stated, value: 2023-05-07, words: The storm }';
  const publication = publicationOf(
    [
      sourceOf('log', 'The storm came in May.', '', {
        issued,
        genre: '{ known: stated, value: news, words: The storm }',
      }),
      sourceOf('memo', 'The storm came in June.'),
    ],
    [
      dated('oats', '2026-02-01'),
      theme,
      documentOf('pages', 'home', '', 'Home.'),
      documentOf('pages', 'method', '', 'How.'),
    ],
  );
  const [head, quotations, ...rest] = llmsText(publication, site).split(/(?<=\.)\n\n(?=Quotations|## Trade)/);
  expect(head).toMatch(/^# Storms\n\n> Storms and ships. Written only from 2 source texts. [^\n]*$/);
  expect(quotations).toMatch(/^Quotations are cut verbatim from the sources, [^\n]*$/);
  expect(rest).toEqual([
    `## Trade

- [oats](https://storms.example/articles/oats.md): About oats.

## Sources

- [The log](https://storms.example/sources/log.txt): news, 7 May 2023; the text
- [The memo](https://storms.example/sources/memo.txt): undated; the text

## Optional

- [method](https://storms.example/method/): About method.
`,
  ]);
});

describe('the Markdown twin', () => {
  const body = `{/* citations-ignore-next date-unsupported: a test */}

The *storm* [came](/themes/trade/) in May.[^a]

<Event date="2023-05" themes="trade">It came.[^a]</Event>

<Chart title="Ships" unit="ships">
<Point value="3" label="3" by="The log" when="undated">Three left.[^b]</Point>
<Point value="4" label="4" by="The log" when="undated">

Four **left**.[^b]

- Or more.[^b]

</Point>
<Point value="5" label="5" by="The log" when="undated">

- A list.[^b]

</Point>
</Chart>

<Event themes="trade">No day.[^a]</Event>

Within <Event date="2023-06" themes="trade">a line.[^a]</Event> it stands.[^a]

[^a]: @log "The storm came in May"

    Of the editor.

[^b]: @log "Three sh1ps left […] three of them"
`;
  const file = articleOf('oats', body);
  const log = sourceOf(
    'log',
    'The storm came in May. Three sh1ps left in haste, three of them.',
    'errata: [{ line: 1, printed: sh1ps, read: ships, certainty: certain }]\nspeech: [{ kind: opinion, from: ' +
      'Three, to: them., by: the clerk }]',
  );
  const { articles } = publicationOf([log], [file, theme]);
  const twin = articles[0] && markdownTwin(articles[0], treeOf(file.text), site);

  test('has the text with whole addresses and no elements', () => {
    expect(twin).toMatch(
      /^# oats\n\n> About oats\.\n\nAs of: The year 2023\. Published at <https:\/\/storms\.example\/articles\/oats\/>\n\nThe \*storm\* \[came\]\(https:\/\/storms\.example\/themes\/trade\/\) in May\.\[\^a\]/,
    );
    expect(twin).toContain('\n**May 2023**: It came.[^a]\n');
    expect(twin).toContain('\n**Ships**\n\n**3 (The log, undated)**: Three left.[^b]\n');
    expect(twin).toContain('**4 (The log, undated)**: Four **left**.[^b]\n\n- Or more.[^b]\n');
    expect(twin).toContain('\n**5 (The log, undated)**\n\n- A list.[^b]\n');
    expect(twin).toContain('\n**No date**: No day.[^a]\n');
    expect(twin).not.toMatch(/<[A-Z]|\{\/\*|@log/);
  });

  test('has the quoted words in its footnotes, with their kind, slips and address', () => {
    expect(twin).toMatch(
      /\[\^a\]: “The storm came in May” – Stated by the text\. .*<https:\/\/storms\.example\/sources\/log\/#c0-21>\n\n {4}Of the editor\./,
    );
    expect(twin).toMatch(
      /\[\^b\]: “Three sh1ps left \\\[…\] three of them” – Opinion, voiced by the clerk\. Printed “sh1ps”; read “ships”\./,
    );
  });

  test('has whole addresses of pictures too, and of links by name', () => {
    const file = articleOf(
      'oats',
      'The ![quay](/quay.svg) of [Almar][port].[^a]\n\n[port]: ../port/\n\n[^a]: @log "The storm came in May"',
    );
    const [article] = publicationOf([log], [file, theme]).articles;
    const twin = article && markdownTwin(article, treeOf(file.text), site);
    expect(twin).toContain('The ![quay](https://storms.example/quay.svg) of [Almar][port].[^a]');
    expect(twin).toContain('[port]: https://storms.example/articles/port/');
  });

  test('gives all kinds and slips of the quoted words, and what is known about the source', () => {
    const log = sourceOf(
      'log',
      'Three sh1ps left in May, and for stayed, they say. So it was.',
      `errata:
  - { line: 1, printed: sh1ps, read: ships, certainty: certain }
  - { line: 1, printed: for, read: four, certainty: certain }
speech:
  - { kind: opinion, from: Three, to: say., by: the clerk }
  - { kind: reported, from: Three, to: say., by: the crew }`,
      { issued: '{ known: stated, value: 2023-05-07, words: in May }' },
    );
    const file = articleOf('oats', 'So.[^a]\n\n[^a]: @log "Three sh1ps left in May, and for stayed"');
    const [article] = publicationOf([log], [file, theme]).articles;
    expect(article && markdownTwin(article, treeOf(file.text), site)).toContain(
      '[^a]: “Three sh1ps left in May, and for stayed” – Opinion, voiced by the clerk; Reported speech, voiced by the crew. ' +
        'Printed “sh1ps”; read “ships”. Printed “for”; read “four”. The log, 7 May 2023, line 1: <',
    );
  });

  test.for(projects())('of each article of $corpus.site.name names no source by its id', ({ corpus, publication }) => {
    for (const article of publication.articles) {
      const text = corpus.articles.find(({ document }) => document.slug === article.slug)?.document.text ?? '';
      const written = markdownTwin(article, treeOf(text), site);
      expect(written).not.toMatch(
        new RegExp(`@(?:${corpus.sources.map(({ id }) => id).join('|')})|<(?:Event|Chart|Point)`),
      );
      expect(written.match(/^\[\^[^\]]+\]: /gm)).toHaveLength(article.notes.length);
    }
  });
});
