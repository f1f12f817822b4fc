import type { TimelineEvent } from './elements.ts';

export type Named<Event> = Event & {
  /** The fragment of its address, unique in its document. */
  readonly id: string;
};

/**
 * Name events by their dates, `1991-12-25`; of several with the same date the later ones are `1991-12-25-2` and so on.
 * The slash of an interval becomes `--`, as ISO 8601 allows where a slash cannot be used.
 *
 * @param taken Other ids of the document.
 */
export function nameEvents<Event extends Pick<TimelineEvent, 'date'>>(
  events: readonly Event[],
  taken: readonly string[],
): Named<Event>[] {
  // `1991-10` is a month, so it cannot be the tenth event of 1991.
  const bases = new Set(events.map(baseOf));
  const used = new Set(taken);
  return events.map((event) => {
    const base = baseOf(event);
    let id = event.date ? base : `${base}-1`;
    for (let number = 2; used.has(id) || (id !== base && bases.has(id)); number++) id = `${base}-${number}`;
    used.add(id);
    return { ...event, id };
  });
}

function baseOf({ date }: Pick<TimelineEvent, 'date'>): string {
  return date ? date.edtf.replace('/', '--') : 'undated';
}
