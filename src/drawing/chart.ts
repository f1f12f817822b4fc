import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { PublishedChart, PublishedPoint } from '#publication/publish-elements.ts';
import { percent } from './mark.ts';

/** A drawn chart, and what its marks mean. */
export interface ChartDrawing {
  readonly svg: Element;
  /** One sentence for each kind of mark that is in it. */
  readonly key: readonly string[];
}

/** The narrowest that a chart may be shown at, in CSS pixels. */
const NARROWEST = 288;

/** The share of the width behind the highest figure, so that a dot there is whole. */
const MARGIN = 0.025;

/** The width of a letter of the two sizes of type, about, in CSS pixels. */
const LETTER = { printed: 7.7, quiet: 7.2 } as const;

/** Half of a figure has none of its own: it is drawn from two to three fifths, which is about there. */
const HALF = { from: 0.4, to: 0.6 } as const;

/** Sizes in CSS pixels. */
const LINE = 18;
const TRACK = 26;
const GAP = 14;

/**
 * Draw the figures of a chart one below the other on one scale from nought: a dot for a figure, a bar for a range, a bar
 * that fades for a lower limit. No line ever joins two of them: they may differ in date and basis. Positions on the scale
 * are percentages, so that marks and letters keep their size on a chart of any width.
 *
 * @param id What the ids in it begin with; unique on the page.
 */
export function drawChart({ title, unit, points }: PublishedChart, id: string): ChartDrawing {
  const scale = scaleLinear([0, highest(points)], [0, 1 - MARGIN]).nice(4);
  const share = (figure: number) => scale(figure);
  const x = (figure: number) => percent(share(figure));
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
      ...drawFigure(point, share, middle, id),
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
      return s('text', at, index === 0 ? withUnit(tick, unit) : withUnit(tick, unit === 'percent' ? unit : ''));
    }),
  ]);
  return { svg, key: keyOf(points) };
}

function highest(points: readonly PublishedPoint[]): number {
  // A lower limit needs room to fade.
  return Math.max(...points.map(({ figure: { from, to } }) => to ?? from * 1.25));
}

/**
 * Set the words above a track: the figure as it is printed with the number of its note, who gives it, and when. They name
 * the link to the note, too: hence a space behind each.
 */
function drawWords({ label, by, when, notes }: PublishedPoint, top: number): { lines: number; texts: Element[] } {
  const y = (line: number) => top + LINE * (line + 1) - 5;
  const note = s('tspan', { className: ['note'], dx: -1, dy: -5 }, `${notes[0]?.number} `);
  const fits = label.length * LETTER.printed + when.length * LETTER.quiet + 24 <= NARROWEST;
  const others = wrap(fits ? by : `${by}, ${when}`, NARROWEST / LETTER.quiet);
  return {
    lines: 1 + others.length,
    texts: [
      s('text', { className: ['printed'], x: 0, y: y(0) }, [`${label} `, note]),
      ...others.map((words, index) => s('text', { className: ['quiet'], x: 0, y: y(index + 1) }, `${words} `)),
      ...(fits ? [s('text', { className: ['quiet'], x: '100%', y: y(0), textAnchor: 'end' }, when)] : []),
    ],
  };
}

/** Break words into lines of at most `most` characters; a longer word has a line of its own. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function drawFigure({ figure }: PublishedPoint, share: (figure: number) => number, y: number, id: string): Element[] {
  const { kind, from, to } = figure;
  const bar = (className: string, start: number, end: number, half: number, fill?: string) =>
    s('rect', {
      className: [className],
      x: percent(start),
      y: y - half,
      width: percent(end - start),
      height: 2 * half,
      fill,
    });

  if (to === undefined) {
    const start = percent(share(from));
    return [
      bar('open', share(from), 1, 5, `url(#${id}-fade)`),
      s('line', { className: ['limit'], x1: start, y1: y - 9, x2: start, y2: y + 9 }),
    ];
  }
  if (kind === 'half-of') return [bar('half', share(from * HALF.from), share(to * HALF.to), 9, `url(#${id}-hatch)`)];
  if (from === to) return [s('circle', { className: ['dot'], cx: percent(share(from)), cy: y, r: 6 })];
  return [bar('range', share(from), share(to), 5)];
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

function withUnit(figure: number, unit: string): string {
  const number = figures.format(figure);
  return unit === 'percent' ? `${number}%` : `${number} ${unit}`.trim();
}

const figures = new Intl.NumberFormat('en');

/** The chart in words, for those who do not see it; the table below it has the rest. */
function describe(points: readonly PublishedPoint[], unit: string): string {
  const list = points.map(({ label, by, when }) => `${label} (${by}, ${when})`).join('; ');
  return `${points.length === 1 ? 'A figure' : `${points.length} figures`} on a scale of ${unit}: ${list}.`;
}

function keyOf(points: readonly PublishedPoint[]): string[] {
  const has = (test: (figure: PublishedPoint['figure']) => boolean) => points.some(({ figure }) => test(figure));
  const isPrinted = ({ kind, to }: PublishedPoint['figure']) => kind === 'printed' && to !== undefined;
  return [
    ...(has((figure) => isPrinted(figure) && figure.from === figure.to) ? ['A dot is one figure.'] : []),
    ...(has((figure) => isPrinted(figure) && figure.from !== figure.to) ? ['A bar is a range.'] : []),
    ...(has(({ to }) => to === undefined) ? ['A bar that fades has a lower limit only.'] : []),
    ...(has(({ kind }) => kind === 'half-of')
      ? ['The hatched band is about half of another figure; the text prints none for it.']
      : []),
  ];
}
