import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { PublishedChart, PublishedPoint } from '#publication/publish-elements.ts';
import { wrap } from '#text/wrap.ts';
import { percent } from './mark.ts';

export interface ChartDrawing {
  readonly svg: Element;
  /** One sentence for each kind of mark in it. */
  readonly key: readonly string[];
}

/** The narrowest width that a chart may be shown at, in CSS pixels. */
const NARROWEST = 288;
/** The share of the width beyond the highest figure, so that a dot there is not clipped. */
const MARGIN = 0.025;
/** The average width of a letter in the two font sizes, in CSS pixels. */
const LETTER = { printed: 7.7, quiet: 7.2 } as const;
/** "About half", as shares of the whole: a band from two to three fifths, since the text prints no figure. */
const HALF = { from: 0.4, to: 0.6 } as const;
/** Heights in CSS pixels. */
const LINE = 18;
const TRACK = 26;
const GAP = 14;

const KEY = {
  dot: 'A dot is one figure.',
  range: 'A bar is a range.',
  open: 'A bar that fades has a lower limit only.',
  half: 'The hatched band is about half of another figure; the text prints none for it.',
} as const;

/**
 * Draw the figures of a chart one below the other on a scale from zero. No line ever joins two of them: they may
 * differ in date and basis. Positions on the scale are percentages, so that marks and letters keep their size at any
 * width.
 *
 * @param id The prefix of all ids in it, unique on the page.
 */
export function drawChart({ title, unit, points }: PublishedChart, id: string): ChartDrawing {
  const scale = scaleLinear([0, highest(points)], [0, 1 - MARGIN]).nice(4);
  const x = (figure: number) => percent(scale(figure));
  const ticks = scale.ticks(4);

  let bottom = 0;
  const rows = points.map((point) => {
    const top = bottom;
    const { lines, texts } = drawWords(point, top);
    const height = lines * LINE + TRACK;
    const middle = top + height - TRACK / 2;
    bottom = top + height + GAP;
    return s('a', { className: ['point'], href: point.notes[0]?.href }, [
      s('rect', { className: ['area'], x: 0, y: top, width: '100%', height }),
      s('line', { className: ['track'], x1: x(0), y1: middle, x2: '100%', y2: middle }),
      ...drawFigure(point, scale, middle, id),
      ...texts,
    ]);
  });

  const svg = s('svg', { className: ['drawing', 'chart'], width: '100%', height: bottom + LINE }, [
    s('title', title),
    s('desc', describe(points, unit)),
    s('defs', [drawFade(id), drawHatch(id)]),
    ...ticks.map((tick) => s('line', { className: ['grid'], x1: x(tick), y1: 0, x2: x(tick), y2: bottom })),
    ...rows,
    ...ticks.map((tick, index) => {
      const textAnchor = index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle';
      const at = { className: ['caption'], x: x(tick), y: bottom + LINE - 4, textAnchor, ariaHidden: 'true' };
      const suffix = unit === 'percent' ? '%' : index === 0 ? ` ${unit}` : '';
      return s('text', at, `${numbers.format(tick)}${suffix}`);
    }),
  ]);
  const shapes = points.map(shapeOf);
  return {
    svg,
    key: Object.entries(KEY).flatMap(([shape, words]) => (shapes.some((one) => one === shape) ? words : [])),
  };
}

const numbers = new Intl.NumberFormat('en');

function highest(points: readonly PublishedPoint[]): number {
  // A lower limit needs room to fade.
  return Math.max(...points.map(({ figure: { from, to } }) => to ?? from * 1.25));
}

/**
 * Draw the words above a track: the figure as printed with the number of its note, who gives it, and when. They are the
 * accessible name of the link, hence a space after each.
 */
function drawWords({ label, by, when, notes }: PublishedPoint, top: number): { lines: number; texts: Element[] } {
  const y = (line: number) => top + LINE * (line + 1) - 5;
  const note = s('tspan', { className: ['note'], dx: -1, dy: -5 }, `${notes[0]?.number} `);
  const fits = label.length * LETTER.printed + when.length * LETTER.quiet + 24 <= NARROWEST;
  const others = wrap(fits ? by : `${by}, ${when}`, (line) => line.length * LETTER.quiet <= NARROWEST);
  return {
    lines: 1 + others.length,
    texts: [
      s('text', { className: ['printed'], x: 0, y: y(0) }, [`${label} `, note]),
      ...others.map((words, index) => s('text', { className: ['quiet'], x: 0, y: y(index + 1) }, `${words} `)),
      ...(fits ? [s('text', { className: ['quiet'], x: '100%', y: y(0), textAnchor: 'end' }, when)] : []),
    ],
  };
}

function shapeOf({ figure: { kind, from, to } }: PublishedPoint): keyof typeof KEY {
  if (to === undefined) return 'open';
  if (kind === 'half-of') return 'half';
  return from === to ? 'dot' : 'range';
}

/** Draw the mark of a figure with its middle at `y`; `share` maps a figure to its share of the width. */
function drawFigure(point: PublishedPoint, share: (figure: number) => number, y: number, id: string): Element[] {
  const shape = shapeOf(point);
  const { from, to = from } = point.figure;
  const start = percent(share(from));
  const bar = (left: number, right: number, half: number, fill?: string) => {
    const box = { x: percent(left), y: y - half, width: percent(right - left), height: 2 * half };
    return s('rect', { className: [shape], ...box, fill });
  };
  if (shape === 'dot') return [s('circle', { className: ['dot'], cx: start, cy: y, r: 6 })];
  if (shape === 'half') return [bar(share(from * HALF.from), share(to * HALF.to), 9, `url(#${id}-hatch)`)];
  if (shape === 'range') return [bar(share(from), share(to), 5)];
  const limit = s('line', { className: ['limit'], x1: start, y1: y - 9, x2: start, y2: y + 9 });
  return [bar(share(from), 1, 5, `url(#${id}-fade)`), limit];
}

function drawFade(id: string): Element {
  return s('linearGradient', { id: `${id}-fade` }, [
    s('stop', { className: ['full'], offset: '0' }),
    s('stop', { className: ['none'], offset: '1' }),
  ]);
}

function drawHatch(id: string): Element {
  const size = { width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return s('pattern', { id: `${id}-hatch`, ...size }, [
    s('line', { className: ['hatch'], x1: 0, y1: 0, x2: 0, y2: 5 }),
  ]);
}

/** The chart in words, for readers who do not see it; the table below it has the rest. */
function describe(points: readonly PublishedPoint[], unit: string): string {
  const list = points.map(({ label, by, when }) => `${label} (${by}, ${when})`).join('; ');
  return `${points.length === 1 ? 'A figure' : `${points.length} figures`} on a scale of ${unit}: ${list}.`;
}
