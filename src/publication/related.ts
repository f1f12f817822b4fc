import type { CitedPassage } from './uses.ts';

/** Another article that rests on the same passages. */
export interface RelatedArticle {
  readonly address: string;
  /** How many passages both cite. */
  readonly passages: number;
}

const MOST_RELATED = 4;

/**
 * Find the articles that rest on the same passages as another one, by its address: those that share the most first,
 * then by address.
 *
 * @param addresses Those of all articles; other documents are not related.
 */
export function relatedArticles(
  cited: ReadonlyMap<string, readonly CitedPassage[]>,
  addresses: readonly string[],
): (address: string) => readonly RelatedArticle[] {
  const articles = new Set(addresses);
  const citing = [...cited.values()].flat().map(({ statements }) => {
    return new Set(statements.map(({ href }) => href.slice(0, href.indexOf('#'))));
  });
  return (address) => {
    const sharing = citing.filter((pages) => pages.has(address)).flatMap((pages) => [...pages]);
    const others = sharing.filter((page) => page !== address && articles.has(page));
    return [...Map.groupBy(others, (page) => page)]
      .map(([other, times]) => ({ address: other, passages: times.length }))
      .sort((a, b) => b.passages - a.passages || (a.address < b.address ? -1 : 1))
      .slice(0, MOST_RELATED);
  };
}
