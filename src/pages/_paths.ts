import publication from 'virtual:publication';
import { articlesWith } from './_published.ts';

/** One path for each article, with its themes, sources and neighbors. */
export const articlePages = () =>
  publication.articles.map((article) => {
    const themes = publication.themes.filter(({ slug }) => article.matter.themes.includes(slug));
    const main = themes.find(({ slug }) => slug === article.matter.themes[0]);
    const order = main?.articles ?? [];
    const place = order.indexOf(article.slug);
    const chosen = articlesWith(article.matter.related);
    const related = article.related.filter(({ address }) => !chosen.some((other) => other.address === address));
    return {
      params: { slug: article.slug },
      props: {
        article,
        themes,
        main,
        place: { number: place + 1, of: order.length },
        sources: publication.sources.filter(({ id }) => article.sourceIds.includes(id)),
        previous: articlesWith(order.slice(Math.max(0, place - 1), place))[0],
        next: articlesWith(order.slice(place + 1, place + 2))[0],
        chosen,
        related: related.flatMap(({ address, passages }) =>
          publication.articles.filter((other) => other.address === address).map((other) => ({ ...other, passages })),
        ),
      },
    };
  });

/** One path for each article, for its other formats. */
export const articlePaths = () =>
  publication.articles.map((article) => ({ params: { slug: article.slug }, props: { article } }));

export const themePaths = () =>
  publication.themes.map((theme) => ({ params: { theme: theme.slug }, props: { theme } }));

export const sourcePaths = () =>
  publication.sources.map((source) => ({ params: { id: source.id }, props: { source } }));
