import type { Element } from 'hast';
import { s } from 'hastscript';
import type { EventDate } from '#document/event-date.ts';
import type { PublishedEvent } from '#publication/publish-elements.ts';
import { isSpan, type Stretch } from './time-axis.ts';

/** An event on a timeline. */
export interface Mark extends Stretch {
  readonly event: PublishedEvent;
  readonly date: EventDate;
}

/** Where a mark begins and ends: percentages, or numbers of CSS pixels. */
export interface Ends {
  readonly x1: string | number;
  readonly y1: number;
  readonly x2: string | number;
  readonly y2: number;
}

/** The room between the middles of two marks side by side, in CSS pixels. */
export const PITCH = 13;

/** Half the length of a short bar without its round ends. */
const HALF_BAR = 4;

/** How far a mark reaches along the axis before its beginning and behind its end, with the gap to the next one. */
export function reachOf(mark: Mark): number {
  return PITCH / 2 + (shapeOf(mark) === 'short' ? HALF_BAR : 0);
}

/**
 * Draw a mark as a link to its event: a dot for a day, a month or a year, a bar for what is longer; not filled where the
 * date is inferred. `size` is the room that it has, as `PITCH`.
 *
 * @param direction Of the axis: a short bar lies along it.
 */
export function drawMark(mark: Mark, ends: Ends, direction: 'x' | 'y', size = PITCH): Element {
  const { event, date } = mark;
  const when = `${date.words}${date.inferred ? ' (inferred)' : ''}`;
  return s('a', { className: date.inferred ? ['mark', 'inferred'] : ['mark'], href: event.href }, [
    s('title', `${when}: ${event.text}`),
    ...drawShape(shapeOf(mark), ends, direction, pixels(size * 0.38), date.inferred),
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

type Shape = 'dot' | 'short' | 'long';

/** A season to scale could not be told from a day, nor an interval that has one place among the earlier dates. */
function shapeOf({ date, from, to }: Mark): Shape {
  if (date.precision === 'season' || (isSpan(date) && from === to)) return 'short';
  return isSpan(date) ? 'long' : 'dot';
}

function drawShape(shape: Shape, ends: Ends, direction: 'x' | 'y', radius: number, isHollow: boolean): Element[] {
  const { x1, y1 } = ends;
  if (shape === 'dot') return [s('circle', { cx: x1, cy: y1, r: radius })];
  if (shape === 'long') return drawBar(ends, radius, isHollow);
  const { x, y } = direction === 'x' ? { x: HALF_BAR, y: 0 } : { x: 0, y: HALF_BAR };
  // A place of its own, since a percentage and pixels don't add up in SVG.
  return [s('svg', { x: x1, y: y1, overflow: 'visible' }, drawBar({ x1: -x, y1: -y, x2: x, y2: y }, radius, isHollow))];
}

function drawBar(ends: Ends, radius: number, isHollow: boolean): Element[] {
  const bar = s('line', { className: 'bar', ...ends, strokeWidth: pixels(radius * 1.4) });
  return isHollow ? [bar, s('line', { className: 'hole', ...ends, strokeWidth: pixels(radius * 0.7) })] : [bar];
}
