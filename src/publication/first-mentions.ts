import type { Publication } from './publication.ts';

/**
 * The words whose first mention in the document `file` becomes a link, with its address and fragment: names that have
 * an entry on another page, short names of sources, and the days and months of events there. A year alone is too common to mean one event, and
 * an inferred date is in no text.
 */
export function firstMentions(
  { names, pages, sources }: Pick<Publication, 'names' | 'pages' | 'sources'>,
  file: string,
): Map<string, string> {
  const others = pages.filter((page) => page.file !== file);
  const links = new Map<string, string>();
  for (const { events } of others) {
    for (const { date, href } of events) {
      const isExact = date?.precision === 'day' || date?.precision === 'month';
      // Of several events on the same date the first counts; the others are next to it.
      if (isExact && !date.inferred && !links.has(date.words)) links.set(date.words, href);
    }
  }
  for (const { short, name, address } of sources) {
    if (short !== name) links.set(short, address);
  }
  for (const { name, page, id } of names) {
    if (others.some(({ address }) => address === page)) links.set(name, `${page}#${id}`);
  }
  return links;
}
