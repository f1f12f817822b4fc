import type { CitedPassage } from './uses.ts';

/** Another article that rests on the same passages. */
export interface RelatedArticle {
  readonly address: string;
  /** How many passages both cite. */
  readonly passages: number;
}

const MOST_RELATED = 4;

/**
 * Find the articles that rest on the same passages as another one, by its address: those that share the most first, then by
 * address.
 *
 * @param addresses Those of all articles; other documents are not related.
 */
export function relatedArticles(
  cited: ReadonlyMap<string, readonly CitedPassage[]>,
  addresses: readonly string[],
): (address: string) => readonly RelatedArticle[] {
  const shared = new Map(addresses.map((address) => [address, new Map<string, number>()]));
  for (const { statements } of [...cited.values()].flat()) {
    const pages = [...new Set(statements.map(({ href }) => href.slice(0, href.indexOf('#'))))];
    const articles = pages.filter((page) => shared.has(page));
    for (const one of articles) {
      const others = shared.get(one);
      for (const other of articles) if (other !== one) others?.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  return (address) =>
    [...(shared.get(address) ?? [])]
      .map(([other, passages]) => ({ address: other, passages }))
      .sort((a, b) => b.passages - a.passages || (a.address < b.address ? -1 : 1))
      .slice(0, MOST_RELATED);
}
