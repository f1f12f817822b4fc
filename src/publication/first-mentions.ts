import type { Publication } from './publication.ts';

/**
 * What the document in `file` links to where it mentions it first, each with address and fragment: names of other pages, and
 * days and months that a timeline on another page has. A year alone is in too many sentences to mean one event, and a date
 * that is inferred is in none.
 */
export function firstMentions(
  { names, pages }: Pick<Publication, 'names' | 'pages'>,
  file: string,
): Map<string, string> {
  const others = pages.filter((page) => page.file !== file);
  const links = new Map<string, string>();
  for (const { events } of others) {
    for (const { date, href } of events) {
      const isExact = date?.precision === 'day' || date?.precision === 'month';
      // Of two events of one month the first counts: the other stands beside it.
      if (isExact && !date.inferred && !links.has(date.words)) links.set(date.words, href);
    }
  }
  for (const { name, page, id } of names) {
    if (others.some(({ address }) => address === page)) links.set(name, `${page}#${id}`);
  }
  return links;
}
