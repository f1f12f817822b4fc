import type { Element } from 'hast';
import { s } from 'hastscript';
import type { PublishedEvent } from '#publication/publish-elements.ts';
import { type FilledLane, fillLanes, type Lane } from './lanes.ts';
import { drawMark, PITCH, percent, pixels } from './mark.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

export interface TimelineDrawing {
  /** Those without a date are not drawn. */
  readonly events: readonly PublishedEvent[];
  /** In order, at least one. An event is drawn in the lane of each of its themes. */
  readonly lanes: readonly Lane[];
  /** The accessible name of the drawing. */
  readonly title: string;
}

/** The narrowest width that each drawing may be shown at, in CSS pixels. On a wider one, marks only move apart. */
export const NARROWEST = { across: 640, down: 288 } as const;

/** The room of a lane above its marks, for its name, and below its base line, in CSS pixels. */
const ABOVE = 24;
const BELOW = 14;
/** The height of a line of labels, in CSS pixels. */
const LINE = 15;

/** Draw events on lanes, time running from left to right, in percentages, so that marks and letters keep their size. */
export function drawTimelineAcross(drawing: TimelineDrawing): Element {
  const { events, lanes } = drawing;
  const axis = timeAxis(datesOf(events), (slots) => Math.min(0.3, 0.04 * slots));
  const { slots, years, start } = axis;

  let bottom = start > 0 ? LINE + 4 : 0;
  const drawn = fillLanes(events, lanes, axis, NARROWEST.across).map(({ slug, label, marks, rows }) => {
    const top = bottom;
    const base = top + ABOVE + rows * PITCH;
    bottom = base + BELOW;
    return s('g', { className: ['lane'], dataTheme: slug }, [
      s('text', { className: ['lane-name'], x: 5, y: top + 15 }, label),
      ...(start > 0 ? [line('base early', 0, base, percent(start), base)] : []),
      line('base', percent(start), base, '100%', base),
      ...marks.map((mark) => {
        const y = pixels(base - 2 - (mark.row + 0.5) * PITCH);
        return drawMark(mark, { x1: percent(mark.from), y1: y, x2: percent(mark.to), y2: y }, 'x');
      }),
    ]);
  });

  const height = bottom + LINE * (slots.length > 0 ? 2 : 1) + 4;
  return drawSvg('across', height, drawing, [
    ...earlyPart(axis, { width: percent(start), y: 0, height: bottom }, LINE - 2),
    ...years.map(({ at, label }) => line(label ? 'year round' : 'year', percent(at), 0, percent(at), bottom)),
    ...drawn,
    // Labels of slots alternate between two lines, ending with the second: in one line they would touch.
    ...slots.map(({ at, label }, index) =>
      caption(label, percent(at), bottom + LINE * (1 + ((slots.length - index) % 2)), 'middle'),
    ),
    ...years.flatMap(({ at, label }) =>
      label ? caption(label, percent(at), bottom + LINE, at === 0 ? 'start' : at > 0.98 ? 'end' : 'middle') : [],
    ),
  ]);
}

/** All in CSS pixels. The room for the labels of the axis, on the narrowest drawing: */
const GUTTER = 38;
/** The room of a lane besides its marks. */
const SIDES = 4;
/** The height of one word of a lane's name. */
const NAME_LINE = 14;
const PER_SLOT = 30;
/** The length of a year: more than the least only to make room for marks that are close together. */
const PER_YEAR = { least: 24, most: 48 };

/** Draw events on lanes, time running down, for narrow screens. A lane is as wide as its name and its marks need. */
export function drawTimelineDown(drawing: TimelineDrawing): Element {
  const { axis, length, lanes, pitch } = layDown(drawing);
  const { slots, years, start } = axis;
  const head = 8 + NAME_LINE * Math.max(...lanes.map(({ label }) => label.split(' ').length));
  const top = head + (start > 0 ? LINE + 4 : 10);
  const down = (share: number) => pixels(top + share * length);
  const bottom = down(1) + 6;

  const drawn = lanes.map(({ slug, label, marks, at }) =>
    s('svg', { className: ['lane'], dataTheme: slug, x: percent(at), overflow: 'visible' }, [
      ...label.split(' ').map((word, index, { length }) => {
        const y = head - 8 - (length - 1 - index) * NAME_LINE;
        return s('text', { className: ['lane-name'], x: 0, y }, word);
      }),
      ...(start > 0 ? [line('base early', 0, head, 0, down(start))] : []),
      line('base', 0, start > 0 ? down(start) : head, 0, bottom),
      ...marks.map((mark) => {
        const x = pixels(2 + (mark.row + 0.5) * pitch);
        return drawMark(mark, { x1: x, y1: down(mark.from), x2: x, y2: down(mark.to) }, 'y', pitch);
      }),
    ]),
  );

  return drawSvg('down', bottom, drawing, [
    ...earlyPart(axis, { width: '100%', y: head, height: down(start) - head }, head + LINE - 2),
    ...years.map(({ at, label }) =>
      line(label ? 'year round' : 'year', label ? 0 : percent(GUTTER / NARROWEST.down), down(at), '100%', down(at)),
    ),
    ...drawn,
    ...slots.map(({ at, label }) => caption(label, 0, down(at) + 4, 'start')),
    ...years.flatMap(({ at, label }) => (label && at < 1 ? caption(label, 0, down(at) + LINE, 'start') : [])),
  ]);
}

interface DownLayout {
  readonly axis: TimeAxis;
  /** Of the axis, in CSS pixels. */
  readonly length: number;
  /** `at` is the share of the width where a lane begins. */
  readonly lanes: readonly (FilledLane & { readonly at: number })[];
  /** Less than `PITCH` only if nothing else helps. */
  readonly pitch: number;
}

/** Make room for all marks: by longer years first, then by narrower names, at last by smaller marks. */
function layDown(drawing: TimelineDrawing, perYear = PER_YEAR.least): DownLayout {
  const { events, lanes } = drawing;
  const lengthOf = (slots: number, years: number) => slots * PER_SLOT + years * perYear;
  const axis = timeAxis(datesOf(events), (slots, years) => (slots * PER_SLOT) / lengthOf(slots, years));
  const length = lengthOf(axis.slots.length, Math.max(0, axis.years.length - 1));
  const filled = fillLanes(events, lanes, axis, length);

  const room = NARROWEST.down - GUTTER;
  const most = (room - SIDES * lanes.length) / sum(filled.map((lane) => lane.rows));
  if (most < PITCH && perYear < PER_YEAR.most) return layDown(drawing, perYear + 8);

  const pitch = Math.min(PITCH, most);
  const least = filled.map((lane) => lane.rows * pitch + SIDES);
  const wished = filled.map((lane) => Math.max(lane.rows * pitch + SIDES, widthOf(lane.label)));
  const widths = sum(wished) <= room ? wished : least;
  const spare = (room - sum(widths)) / lanes.length;
  const placed = filled.map((lane, index) => {
    const at = GUTTER + sum(widths.slice(0, index)) + spare * index;
    return { ...lane, at: at / NARROWEST.down };
  });
  return { axis, length, lanes: placed, pitch };
}

/** The approximate width of the longest word of a lane's name, in CSS pixels. */
function widthOf(label: string): number {
  return Math.max(...label.split(' ').map((word) => word.length)) * 6.8 + 4;
}

function drawSvg(
  kind: string,
  height: number,
  { events, lanes, title }: TimelineDrawing,
  children: Element[],
): Element {
  const names = lanes.map(({ label }) => label).join(', ');
  const count = datesOf(events).length;
  const words = `Each mark is an event and leads to it. Events with a date: ${count}. The lanes: ${names}.`;
  const attributes = { className: ['drawing', 'timeline', kind], width: '100%', height: pixels(height) };
  return s('svg', attributes, [s('title', title), s('desc', words), ...children]);
}

function earlyPart({ start }: TimeAxis, box: { width: string; y: number; height: number }, y: number): Element[] {
  if (start === 0) return [];
  return [
    s('rect', { className: ['early'], x: 0, ...box }),
    s('text', { className: ['remark'], x: 5, y, ariaHidden: 'true' }, 'earlier, not to scale'),
  ];
}

function line(kind: string, x1: string | number, y1: number, x2: string | number, y2: number): Element {
  return s('line', { className: kind.split(' '), x1, y1, x2, y2 });
}

/** A label of the axis, hidden from screen readers: the titles of the marks have the dates as well. */
function caption(label: string, x: string | number, y: number, textAnchor: string): Element {
  return s('text', { className: ['caption'], x, y: pixels(y), textAnchor, ariaHidden: 'true' }, label);
}

function datesOf(events: readonly PublishedEvent[]) {
  return events.flatMap(({ date }) => date ?? []);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
