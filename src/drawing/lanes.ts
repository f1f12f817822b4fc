import type { PublishedEvent } from '#publication/publish-elements.ts';
import { type Mark, reachOf } from './mark.ts';
import type { TimeAxis } from './time-axis.ts';

/** A theme with a lane of its own. */
export interface Lane {
  readonly slug: string;
  readonly label: string;
}

export interface FilledLane extends Lane {
  /** In order of time; rows count from 0. */
  readonly marks: readonly (Mark & { readonly row: number })[];
  /** At least one. */
  readonly rows: number;
}

/** Put each event with a date into the lanes of its themes, on an axis of `length` CSS pixels. */
export function fillLanes(
  events: readonly PublishedEvent[],
  lanes: readonly Lane[],
  axis: TimeAxis,
  length: number,
): FilledLane[] {
  return lanes.map((lane) => {
    const own = events.filter(({ themes }) => themes.some(({ slug }) => slug === lane.slug));
    const marks = stack(
      own.flatMap((event) => (event.date ? { event, date: event.date, ...axis.place(event.date) } : [])),
      length,
    );
    return { ...lane, marks, rows: Math.max(1, ...marks.map(({ row }) => row + 1)) };
  });
}

/** Put each mark, the earliest first, into the lowest row where it touches no other. */
function stack(marks: readonly Mark[], length: number): FilledLane['marks'] {
  const ends: number[] = [];
  return marks
    .map((mark) => ({ mark, from: mark.from * length - reachOf(mark), to: mark.to * length + reachOf(mark) }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ mark, from, to }) => {
      const free = ends.findIndex((end) => end <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = to;
      return { ...mark, row };
    });
}
