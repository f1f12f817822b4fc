import type { Publication } from '#publication/publication.ts';

/** The section before the notes of an article. An author's section of this name, the last one, becomes its beginning. */
export const EVIDENCE = { id: 'about-the-evidence', text: 'About the evidence', depth: 2 };

/** The years of texts as a phrase, without those whose date is unknown: `2014–2023`. */
export function yearsOf(sources: Publication['sources']): string | undefined {
  const years = sources.flatMap(({ issued }) => issued.match(/\b\d{4}\b/) ?? []).sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? first : `${first}–${last}`;
}
