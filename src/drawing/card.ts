import type { Element } from 'hast';
import { s } from 'hastscript';
import { wrap } from '#text/wrap.ts';
import { textWidth } from './text-width.ts';

/** What a preview picture says about a page. */
export interface Card {
  readonly title: string;
  /** The name of the site. */
  readonly site: string;
  /** Above the title. */
  readonly label: string;
  /** Below the waterline. */
  readonly proof: string;
  /** The color of the theme. */
  readonly accent: string;
}

/** The size recommended for Open Graph images, in pixels. */
export const CARD = { width: 1200, height: 630 };

const INK = '#1c2126';
const PAPER = '#fbf9f4';
const DEEP = '#16343c';
const PALE = '#a9cdd4';
/** In pixels, as all that follows. */
const MARGIN = 80;
const WATERLINE = 452;
/** Font sizes of the title: the first that needs at most three lines is used. */
const SIZES = [84, 72, 60, 50];
const MOST_LINES = 3;

/** Draw the preview picture of a page: its title above the waterline, what it rests on below. */
export function drawCard({ title, site, label, proof, accent }: Card): Element {
  const linesAt = (size: number) => wrap(title, (line) => textWidth(line) * size <= CARD.width - 2 * MARGIN);
  const size = SIZES.find((each) => linesAt(each).length <= MOST_LINES) ?? Math.min(...SIZES);
  const first = 190 + size * 0.75;
  const text = (x: number, y: number, fontSize: number, fill: string, words: string) =>
    s('text', { x, y, 'font-size': fontSize, fill }, words);

  return s('svg', { xmlns: 'http://www.w3.org/2000/svg', ...CARD, viewBox: `0 0 ${CARD.width} ${CARD.height}` }, [
    s('rect', { width: CARD.width, height: CARD.height, fill: PAPER }),
    s('rect', { width: CARD.width, height: 14, fill: accent }),
    text(MARGIN, 112, 34, accent, label),
    ...linesAt(size).map((line, index) => text(MARGIN, first + index * size * 1.16, size, INK, line)),
    s('rect', { y: WATERLINE, width: CARD.width, height: CARD.height - WATERLINE, fill: DEEP }),
    text(MARGIN, 528, 34, '#ffffff', site),
    text(MARGIN, 578, 28, PALE, proof),
  ]);
}
