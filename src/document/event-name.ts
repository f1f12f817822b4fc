import type { TimelineEvent } from './elements.ts';

export type Named<Event> = Event & {
  /** The fragment of its address, unique in its document. */
  readonly id: string;
};

/**
 * Name events by their dates, `1991-12-25`; of several with one date the later ones are `1991-12-25-2` and so on. An
 * interval has `--`, as ISO 8601 allows where a slash can't stand. `taken`: other ids of the document.
 */
export function nameEvents<Event extends Pick<TimelineEvent, 'date'>>(
  events: readonly Event[],
  taken: readonly string[],
): Named<Event>[] {
  // `1991-10` is a month before it is the tenth event of a year.
  const bases = new Set(events.map(baseOf));
  const used = new Set(taken);
  /** The number to begin with, by what stands before it: all before it are taken. */
  const next = new Map<string, number>();

  return events.map((event) => {
    const base = baseOf(event);
    let id = event.date ? base : `${base}-1`;
    let number = next.get(base) ?? 2;
    for (; used.has(id) || (id !== base && bases.has(id)); number += 1) id = `${base}-${number}`;
    next.set(base, number);
    used.add(id);
    return { ...event, id };
  });
}

function baseOf({ date }: Pick<TimelineEvent, 'date'>): string {
  return date ? date.edtf.replace('/', '--') : 'undated';
}
