import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { PublishedEvent } from '#publication/publish-elements.ts';
import { count } from '#text/count.ts';
import { anchorLabels } from './anchor-labels.ts';
import { fillLanes, type Lane } from './lanes.ts';
import { drawMark, PITCH, percent, pixels } from './mark.ts';
import { textWidth } from './text-width.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

export interface TimelineDrawing {
  /** Those without a date are not drawn. */
  readonly events: readonly PublishedEvent[];
  /** In order, at least one. An event is drawn in the lane of each of its themes. */
  readonly lanes: readonly Lane[];
}

/** The narrowest width at which it may be shown, in CSS pixels. On a wider one, marks only move apart. */
export const NARROWEST = 640;

/** The room of a lane above its marks, for its name and its labels, and below its base line, in CSS pixels. */
const NAME = 20;
const LABELS = 18;
const BELOW = 8;
/** The height of a line of labels, and the size of their letters, in CSS pixels. */
const LINE = 15;
const LETTERS = 13;

/**
 * Draw events on lanes, time running from left to right, in percentages, so that marks and letters keep their size.
 * Each lane is a drawing of its own, which can be left out, and so is the axis below them.
 */
export function drawTimeline({ events, lanes }: TimelineDrawing): Element {
  const dates = events.flatMap(({ date }) => date ?? []);
  const axis = timeAxis(dates, (slots) => Math.min(0.3, 0.04 * slots));
  const filled = fillLanes(events, lanes, axis, NARROWEST);
  const labels = anchorLabels(filled, NARROWEST);

  const drawn = filled.map(({ slug, label, marks, rows }) => {
    const own = labels.get(slug) ?? [];
    const top = NAME + (own.length > 0 ? LABELS : 0);
    const base = top + rows * PITCH + 2;
    const yOf = (row: number) => pixels(base - 2 - (row + 0.5) * PITCH);
    return drawSvg(['lane'], base + BELOW, { dataTheme: slug }, [
      s('title', `${label}: ${count(marks.length, 'event')}`),
      ...ground(axis, base + BELOW),
      s('text', { className: ['lane-name'], x: 5, y: 15 }, label),
      ...(axis.start > 0 ? [line('base early', 0, base, percent(axis.start), base)] : []),
      line('base', percent(axis.start), base, '100%', base),
      ...own.flatMap(({ mark, text, anchor }) => [
        line('leader', percent(mark.from), NAME + LABELS - 4, percent(mark.from), yOf(mark.row)),
        s(
          'text',
          {
            className: ['anchor'],
            x: percent(mark.from),
            y: NAME + 10,
            textAnchor: anchor,
            ariaHidden: 'true',
          },
          text,
        ),
      ]),
      ...marks.map((mark) => {
        const y = yOf(mark.row);
        return drawMark(mark, { x1: percent(mark.from), y1: y, x2: percent(mark.to), y2: y });
      }),
    ]);
  });
  return h('div', { className: ['timeline'] }, [...drawn, drawAxis(axis)]);
}

/** What lies behind the marks: the part that is not to scale, and the years. */
function ground({ start, years }: TimeAxis, height: number): Element[] {
  return [
    ...(start > 0 ? [s('rect', { className: ['early'], x: 0, y: 0, width: percent(start), height })] : []),
    ...years.map(({ at, label }) => line(label ? 'year round' : 'year', percent(at), 0, percent(at), height)),
  ];
}

/** Hidden from screen readers: the marks say their dates as well. */
function drawAxis({ slots, years, start }: TimeAxis): Element {
  const rows = slots.length > 0 ? 2 : 1;
  return drawSvg(['axis'], LINE * (rows + (start > 0 ? 1 : 0)) + 4, { ariaHidden: 'true' }, [
    // Labels of slots alternate between two lines, ending with the second: in one line they would touch.
    ...slots.map(({ at, label }, index) => {
      const y = LINE * (1 + ((slots.length - index) % 2));
      // The first one would be cut at the edge.
      const isCut = at * NARROWEST < (textWidth(label) * LETTERS) / 2;
      return isCut ? caption(label, 0, y, 'start') : caption(label, percent(at), y, 'middle');
    }),
    ...years.flatMap(({ at, label }) =>
      label ? caption(label, percent(at), LINE, at === 0 ? 'start' : at > 0.98 ? 'end' : 'middle') : [],
    ),
    ...(start > 0 ? [s('text', { className: ['remark'], x: 5, y: LINE * 3 }, 'earlier, not to scale')] : []),
  ]);
}

function drawSvg(
  names: readonly string[],
  height: number,
  more: Readonly<Record<string, string>>,
  children: Element[],
): Element {
  return s('svg', { className: ['drawing', ...names], width: '100%', height: pixels(height), ...more }, children);
}

function line(kind: string, x1: string | number, y1: number, x2: string | number, y2: number): Element {
  return s('line', { className: kind.split(' '), x1, y1, x2, y2 });
}

function caption(label: string, x: string | number, y: number, textAnchor: string): Element {
  return s('text', { className: ['caption'], x, y: pixels(y), textAnchor }, label);
}
