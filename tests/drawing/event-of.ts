import { readEventDate } from '#document/event-date.ts';
import type { PublishedEvent } from '#publication/publish-elements.ts';

/** An event of a timeline; `date` in EDTF, empty for none. */
export function eventOf(
  date: string,
  themes: readonly string[] = ['trade'],
  text = 'It came.',
  label?: string,
): PublishedEvent {
  const id = date === '' ? 'undated-1' : date.replace('?', '');
  return {
    id,
    href: `/storms/#${id}`,
    offset: 0,
    text,
    notes: [{ number: 1, href: '/storms/#note-fn-a' }],
    date: readEventDate(date),
    themes: themes.map((slug) => ({ slug, address: `/themes/${slug}/`, label: slug })),
    label,
  };
}
