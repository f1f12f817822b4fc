import type { Site } from '#document/site-settings.ts';
import type { PublishedArticle } from '#publication/publication.ts';
import type { PublishedSource } from '#publication/publish-source.ts';

/** Describe an article and the sources that it cites with schema.org's vocabulary, as JSON-LD. */
export function articleJsonLd(
  { address, matter, sourceIds }: PublishedArticle,
  sources: readonly (DescribedSource & Pick<PublishedSource, 'id'>)[],
  {
    settings: { name, language, license },
    site,
    themes,
    image,
  }: {
    readonly settings: Pick<Site, 'name' | 'language' | 'license'>;
    readonly site: URL;
    readonly themes: readonly string[];
    readonly image: string | undefined;
  },
) {
  const publisher = { '@type': 'Organization', name, url: site.href };
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: matter.title,
    description: matter.description,
    url: new URL(address, site).href,
    ...(image && { image: new URL(image, site).href }),
    inLanguage: language,
    ...(license?.url && { license: license.url }),
    dateModified: matter.updated,
    articleSection: themes,
    isAccessibleForFree: true,
    author: publisher,
    publisher,
    citation: sources.filter(({ id }) => sourceIds.includes(id)).map((source) => sourceJsonLd(source, site)),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'NewsArticle',
  article: 'Article',
  'article-magazine': 'Article',
  'entry-encyclopedia': 'Article',
  interview: 'Article',
  webpage: 'WebPage',
  report: 'Report',
};

type DescribedSource = Pick<PublishedSource, 'address' | 'csl' | 'name' | 'short'>;

/** Describe a source by what its record knows. */
export function sourceJsonLd({ address, csl, name, short }: DescribedSource, site: URL) {
  const { type, author, publisher, issued, language, URL: url } = csl;
  const date = issued && 'date-parts' in issued ? issued['date-parts'][0] : undefined;
  return {
    '@type': TYPES[type] ?? 'CreativeWork',
    '@id': new URL(address, site).href,
    // The brackets are for bibliographies.
    name: csl.title === `[${name}]` ? name : csl.title,
    ...(short !== name && { alternateName: short }),
    ...(author && {
      author: author.map((person) =>
        'literal' in person
          ? { '@type': 'Thing', name: person.literal }
          : { '@type': 'Person', givenName: person.given, familyName: person.family },
      ),
    }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(date && { datePublished: date.map((part) => String(part).padStart(2, '0')).join('-') }),
    ...(language && { inLanguage: language }),
    ...(url && { url }),
  };
}

/** Write data for a `script` element, which no text in it can end. */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
