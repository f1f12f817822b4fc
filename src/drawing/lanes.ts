import type { PublishedEvent } from '#publication/publish-elements.ts';
import { type Mark, reachOf } from './mark.ts';
import type { TimeAxis } from './time-axis.ts';

/** A theme with a lane of its own. */
export interface Lane {
  readonly slug: string;
  readonly label: string;
}

/** A lane with the marks in it, in order of time. */
export interface FilledLane extends Lane {
  readonly marks: readonly PlacedMark[];
  /** How many rows there are, at least one. */
  readonly rows: number;
}

/** A mark in the lowest row, from 0, where it touches no other. */
type PlacedMark = Mark & { readonly row: number };

/** Put each event with a date into the lanes of its themes, on an axis of `length` CSS pixels. */
export function fillLanes(
  events: readonly PublishedEvent[],
  lanes: readonly Lane[],
  axis: TimeAxis,
  length: number,
): FilledLane[] {
  return lanes.map((lane) => {
    const marks = events.flatMap((event): Mark[] => {
      const { date, themes } = event;
      if (!date || !themes.some(({ slug }) => slug === lane.slug)) return [];
      return [{ event, date, ...axis.place(date) }];
    });
    const placed = stack(marks, length);
    return { ...lane, marks: placed, rows: Math.max(1, ...placed.map(({ row }) => row + 1)) };
  });
}

/** The earliest mark chooses first. */
function stack(marks: readonly Mark[], length: number): PlacedMark[] {
  const ends: number[] = [];
  const footprints = marks.map((mark) => {
    const reach = reachOf(mark);
    return { mark, from: mark.from * length - reach, to: mark.to * length + reach };
  });
  return footprints
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ mark, from, to }) => {
      const free = ends.findIndex((end) => end <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = to;
      return { ...mark, row };
    });
}
