import { Feed } from 'feed';
import { lastChanged, type PublishedArticle } from '#publication/publication.ts';
import { SITE_NAME } from './site-name.ts';

/** A reader of feeds looks for what is new: the last changes, however many articles there are. */
const MOST = 100;

/** Write the articles that were changed last as an Atom feed (RFC 4287), the latest first. */
export function atomFeed(articles: readonly PublishedArticle[], site: URL): string {
  const changed = lastChanged(articles).slice(0, MOST);
  const dayOf = (article: PublishedArticle) => new Date(`${article.matter.updated}T00:00:00Z`);
  const [latest] = changed;
  const feed = new Feed({
    id: site.href,
    link: site.href,
    title: SITE_NAME,
    description: 'The relations of Azerbaijan and Israel, footnote by footnote: new and changed articles.',
    author: { name: SITE_NAME, link: site.href },
    feedLinks: { atom: new URL('/atom.xml', site).href },
    generator: false,
    // The clock of the build would change the feed where nothing changed.
    updated: latest ? dayOf(latest) : new Date(0),
  });
  for (const article of changed) {
    const link = new URL(article.address, site).href;
    const { title, description } = article.matter;
    feed.addItem({ id: link, link, title, description, date: dayOf(article) });
  }
  return feed.atom1();
}
