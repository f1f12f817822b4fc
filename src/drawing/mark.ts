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

/** Where a mark begins and ends: percentages, or CSS pixels. */
interface Ends {
  readonly x1: string | number;
  readonly y1: number;
  readonly x2: string | number;
  readonly y2: number;
}

/** The distance between the centers of two adjacent marks, in CSS pixels. */
export const PITCH = 13;
/** Half the length of a short bar without its round ends, in CSS pixels. */
const HALF_BAR = 4;

/** How far a mark extends along the axis before its beginning and after its end, with half the gap to the next one. */
export function reachOf(mark: Mark): number {
  return PITCH / 2 + (shapeOf(mark) === 'short' ? HALF_BAR : 0);
}

/**
 * Draw a mark as a link to its event: a dot for a day, a month or a year, a bar for anything longer; hollow if the
 * date is inferred.
 *
 * @param direction Of the axis: a short bar lies along it.
 * @param pitch The room that the mark has across the axis.
 */
export function drawMark(mark: Mark, ends: Ends, direction: 'x' | 'y', pitch = PITCH): Element {
  const { event, date } = mark;
  const when = `${date.words}${date.inferred ? ' (inferred)' : ''}`;
  return s('a', { className: date.inferred ? ['mark', 'inferred'] : ['mark'], href: event.href }, [
    s('title', `${when}: ${event.text}`),
    ...drawShape(mark, ends, direction, pixels(pitch * 0.38)),
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

function drawShape(mark: Mark, ends: Ends, direction: 'x' | 'y', radius: number): Element[] {
  const shape = shapeOf(mark);
  if (shape === 'dot') return [s('circle', { cx: ends.x1, cy: ends.y1, r: radius })];
  const bar = (at: Ends) => {
    const line = (className: string, width: number) => s('line', { className, ...at, strokeWidth: pixels(width) });
    return [line('bar', radius * 1.4), ...(mark.date.inferred ? [line('hole', radius * 0.7)] : [])];
  };
  if (shape === 'long') return bar(ends);
  const [x, y] = direction === 'x' ? [HALF_BAR, 0] : [0, HALF_BAR];
  // In an `svg` of its own, since SVG cannot add pixels to a percentage.
  return [s('svg', { x: ends.x1, y: ends.y1, overflow: 'visible' }, bar({ x1: -x, y1: -y, x2: x, y2: y }))];
}
