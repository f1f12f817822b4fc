/** As many articles as one page lists. */
export const ARTICLES_A_PAGE = 60;

/** One page of a list. */
export interface ListPage<Item> {
  /** From 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly of: number;
  readonly items: readonly Item[];
  /** The place of the first item in the list, from 1. */
  readonly start: number;
}

/** Divide a list into pages, so that no page grows with it. An empty list has one, without items. */
export function pagesOf<Item>(list: readonly Item[], size: number): ListPage<Item>[] {
  const of = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: of }, (_, index) => ({
    ...{ number: index + 1, of, start: index * size + 1 },
    items: list.slice(index * size, (index + 1) * size),
  }));
}
