import type { Element } from 'hast';
import { s } from 'hastscript';
import type { EventDate } from '#document/event-date.ts';
import type { PublishedEvent } from '#publication/publish-elements.ts';
import { isSpan, type Stretch } from './time-axis.ts';

/** An event at its place on the axis. */
export interface Mark extends Stretch {
  readonly event: PublishedEvent;
  readonly date: EventDate;
}

/** Where a mark begins and ends: percentages of the width, and CSS pixels. */
interface Ends {
  readonly x1: string;
  readonly y1: number;
  readonly x2: string;
  readonly y2: number;
}

/** The distance between the centers of two adjacent marks, in CSS pixels. */
export const PITCH = 13;
const RADIUS = 4.94;
/** Half the length of a short bar without its round ends, in CSS pixels. */
const HALF_BAR = 4;

/** How far a mark extends along the axis before its beginning and after its end, with half the gap to the next one. */
export function reachOf(mark: Mark): number {
  return PITCH / 2 + (shapeOf(mark) === 'short' ? HALF_BAR : 0);
}

/**
 * Draw a mark as a link to its event: a dot for a day, a month or a year, a bar for anything longer, which ends in dots
 * if nobody knows the end; hollow if the date is inferred.
 */
export function drawMark(mark: Mark, ends: Ends): Element {
  const { event, date } = mark;
  const when = `${date.words}${date.inferred ? ' (inferred)' : ''}`;
  return s('a', { className: date.inferred ? ['mark', 'inferred'] : ['mark'], href: event.href }, [
    s('title', `${when}: ${event.text}`),
    ...drawShape(mark, ends),
  ]);
}

/** A share of a width as SVG writes it. */
export function percent(share: number): string {
  return `${pixels(share * 100)}%`;
}

/** Two decimals are finer than any screen, and keep the drawing small. */
export function pixels(length: number): number {
  return Math.round(length * 100) / 100;
}

/** To scale, a season would look like a day; so would a span among the early dates, which all have a single slot. */
function shapeOf({ date, from, to }: Mark): 'dot' | 'short' | 'long' {
  if (date.precision === 'season' || (isSpan(date) && from === to)) return 'short';
  return isSpan(date) ? 'long' : 'dot';
}

function drawShape(mark: Mark, ends: Ends): Element[] {
  const shape = shapeOf(mark);
  if (shape === 'dot') return [s('circle', { cx: ends.x1, cy: ends.y1, r: RADIUS })];
  const bar = (at: Record<keyof Ends, string | number>) => {
    const line = (className: string, width: number) => s('line', { className, ...at, strokeWidth: pixels(width) });
    const isOpen = mark.date.precision === 'open';
    return [
      line(isOpen ? 'bar open' : 'bar', RADIUS * (isOpen ? 0.6 : 1.4)),
      ...(mark.date.inferred ? [line('hole', RADIUS * 0.7)] : []),
    ];
  };
  if (mark.date.precision === 'open') return [...bar(ends), s('circle', { cx: ends.x1, cy: ends.y1, r: RADIUS })];
  if (shape === 'long') return bar(ends);
  // In an `svg` of its own, since SVG cannot add pixels to a percentage.
  const short = { x1: -HALF_BAR, y1: 0, x2: HALF_BAR, y2: 0 };
  return [s('svg', { x: ends.x1, y: ends.y1, overflow: 'visible' }, bar(short))];
}
