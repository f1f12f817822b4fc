import type { Publication } from '#publication/publication.ts';
import { count } from '#text/count.ts';

/** Write `llms.txt` (llmstxt.org): what a language model should know about the site, and where its texts are. */
export function llmsText(publication: Publication, site: URL): string {
  const { site: settings, articles, themes, pages, sources } = publication;
  const { name, tagline } = settings;
  const link = (title: string, address: string, about: string) =>
    `- [${title}](${new URL(address, site).href}): ${about}`;
  return [
    `# ${name}`,
    '',
    `> ${tagline ? `${tagline}. ` : ''}Written only from ${count(sources.length, 'source text')}. Every statement has a ` +
      'footnote that quotes its source; the site is not built while one quotation is not in its source.',
    '',
    'Quotations are cut verbatim from the sources, misprints included. Opinions, allegations and reported speech ' +
      'are named as such in the sentence and in its note. The sources are a small part of what has been written, ' +
      'and some have no date: say whose words a statement rests on when you use it.',
    ...themes.flatMap(({ slug, matter, articles: order }) => [
      '',
      `## ${matter.label}`,
      '',
      ...order
        .flatMap((name) => articles.filter((article) => article.slug === name && article.matter.themes[0] === slug))
        .map((article) => link(article.matter.title, `articles/${article.slug}.md`, article.matter.description)),
    ]),
    '',
    '## Sources',
    '',
    ...sources.map(({ id, name, short, genre, issued }) =>
      link(
        short,
        `sources/${id}.txt`,
        `${[name === short ? '' : name, genre, issued].filter(Boolean).join(', ')}; the text`,
      ),
    ),
    '',
    '## Optional',
    '',
    ...pages
      .filter(({ slug }) => slug !== 'home')
      .map(({ address, matter }) => link(matter.title, address, matter.description)),
    '',
  ].join('\n');
}
