import { stringifyEntities } from 'stringify-entities';
import { lastChanged, type Publication, type PublishedArticle } from '#publication/publication.ts';

/** Feed readers look for what is new: the last changes, however many articles there are. */
const MOST = 100;

/** Write the articles that changed last as an Atom feed (RFC 4287), the latest first. */
export function atomFeed(
  { articles, site: { name, tagline } }: Pick<Publication, 'articles' | 'site'>,
  site: URL,
): string {
  const changed = lastChanged(articles).slice(0, MOST);
  // Not the time of the build, which would change the feed where nothing changed.
  const updated = changed[0]?.matter.updated ?? '1970-01-01';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(site.href)}</id>
  <title>${escapeXml(name)}</title>
  <subtitle>${escapeXml([tagline, 'new and changed articles'].filter(Boolean).join(': '))}</subtitle>
  <updated>${updated}T00:00:00.000Z</updated>
  <author><name>${escapeXml(name)}</name><uri>${escapeXml(site.href)}</uri></author>
  <link rel="alternate" href="${escapeXml(site.href)}"/>
  <link rel="self" href="${escapeXml(new URL('atom.xml', site).href)}"/>
${changed.map((article) => writeEntry(article, site)).join('')}</feed>
`;
}

function writeEntry({ address, matter: { title, description, updated } }: PublishedArticle, site: URL): string {
  const link = escapeXml(new URL(address, site).href);
  return `  <entry>
    <id>${link}</id>
    <title>${escapeXml(title)}</title>
    <link href="${link}"/>
    <updated>${updated}T00:00:00.000Z</updated>
    <summary>${escapeXml(description)}</summary>
  </entry>
`;
}

function escapeXml(text: string): string {
  return stringifyEntities(text, { escapeOnly: true, subset: ['<', '>', '&', '"'] });
}
