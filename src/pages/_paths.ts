import groundsOf from 'virtual:grounds';
import publication from 'virtual:publication';
import share from 'virtual:share';
import type { PublishedArticle } from '#corpus/publication.ts';
import { groupByLine, statementPages } from '#corpus/statement-pages.ts';
import { digestOf, keyed, site } from './_keyed.ts';
import { articleAt } from './_published.ts';

/** One path for each article whose pages this build makes, with all that its page shows. */
export const articlePages = () =>
  share.articles.map((article) => {
    const themes = publication.themes.filter(({ slug }) => article.matter.themes.includes(slug));
    const main = themes.find(({ slug }) => slug === article.matter.themes[0]);
    const order = main?.articles ?? [];
    const place = order.indexOf(article.slug);
    const related = linksTo(article.matter.related.map(addressOf));
    const kin = article.kin.filter(({ address }) => !related.some((link) => link.address === address));
    const props = {
      article,
      site,
      themes: themes.map(({ slug, address, matter: { label } }) => ({ slug, address, matter: { label } })),
      main: main && { slug: main.slug, address: main.address, label: main.matter.label },
      sources: publication.sources.flatMap(({ id, address, name, csl }) =>
        article.sourceIds.includes(id) ? { id, address, name, csl } : [],
      ),
      checkedOn: publication.checkedOn,
      previous: linksTo(order.slice(Math.max(0, place - 1), place).map(addressOf))[0],
      next: linksTo(order.slice(place + 1, place + 2).map(addressOf))[0],
      related,
      kin: kin.flatMap(({ address, passages }) => linksTo([address]).map((link) => ({ ...link, passages }))),
    };
    return keyed({ slug: article.slug }, props, groundsOf(article.file));
  });

function addressOf(slug: string): string {
  return `/articles/${slug}/`;
}

function linksTo(addresses: readonly string[]) {
  const link = ({ address, matter: { title, description } }: PublishedArticle) => ({
    address,
    matter: { title, description },
  });
  return addresses.flatMap((address) => articleAt(address) ?? []).map(link);
}

/** One path for each article whose pages this build makes, for what is written of it for machines: of its text and its sources. */
export const articlePaths = () =>
  share.articles.map((article) => {
    const sources = publication.sources.filter(({ id }) => article.sourceIds.includes(id));
    return keyed({ slug: article.slug }, { article }, groundsOf(article.file), ...sources.map(digestOf));
  });

/** One path for each source whose pages this build makes. */
export const sourcePaths = () => share.sources.map((source) => keyed({ id: source.id }, { source, site }));

/** One path for each page with statements that rest on a source. */
export const sourceStatementPaths = () =>
  share.sources.flatMap(({ id, address, name, passages }) =>
    statementPages(groupByLine(passages)).map((groups, index, { length }) =>
      keyed(
        { id, number: String(index + 1) },
        { source: { address, name }, site, groups, number: index + 1, of: length },
      ),
    ),
  );
