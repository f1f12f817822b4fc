import type { Element } from 'hast';
import { s } from 'hastscript';
import { textWidth } from './text-width.ts';

/** What a picture for previews says of a page. */
export interface Card {
  readonly title: string;
  /** Above the title, such as the theme. */
  readonly label: string;
  /** Below the waterline. */
  readonly proof: string;
  /** The hue of the theme, as a colour of SVG. */
  readonly accent: string;
}

/** The size that services of previews ask for (Open Graph), in pixels. */
export const CARD = { width: 1200, height: 630 };

const INK = '#1c2126';
const PAPER = '#fbf9f4';
const DEEP = '#16343c';
const PALE = '#a9cdd4';
const MARGIN = 80;
const WATERLINE = 452;
/** The largest that fits the title on at most three lines. */
const SIZES = [84, 72, 60, 50];
const MOST_LINES = 3;

/** Draw the picture that stands for a page in previews: its title above the waterline, what it rests on below. */
export function drawCard({ title, label, proof, accent }: Card): Element {
  const size = SIZES.find((each) => wrap(title, each).length <= MOST_LINES) ?? Math.min(...SIZES);
  const lines = wrap(title, size);
  const first = 190 + size * 0.75;
  const text = (x: number, y: number, fontSize: number, fill: string, words: string) =>
    s('text', { x, y, 'font-size': fontSize, fill }, words);

  return s('svg', { xmlns: 'http://www.w3.org/2000/svg', ...CARD, viewBox: `0 0 ${CARD.width} ${CARD.height}` }, [
    s('rect', { width: CARD.width, height: CARD.height, fill: PAPER }),
    s('rect', { width: CARD.width, height: 14, fill: accent }),
    text(MARGIN, 112, 34, accent, label),
    ...lines.map((line, index) => text(MARGIN, first + index * size * 1.16, size, INK, line)),
    s('rect', { y: WATERLINE, width: CARD.width, height: CARD.height - WATERLINE, fill: DEEP }),
    // The iceberg of the site's mark, across the waterline.
    s('path', { d: `M1020 ${WATERLINE - 62}l38 22 26 40h-104z`, fill: '#ffffff', stroke: DEEP, 'stroke-width': 3 }),
    s('path', { d: `M950 ${WATERLINE}h168l-22 52-44 56-40-38-30-16z`, fill: '#6fa9b5' }),
    text(MARGIN, 528, 34, '#ffffff', 'Below the Surface'),
    text(MARGIN, 578, 28, PALE, proof),
  ]);
}

function wrap(title: string, size: number): string[] {
  const most = (CARD.width - 2 * MARGIN) / size;
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    const line = `${last} ${word}`;
    if (last !== undefined && textWidth(line) <= most) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}
