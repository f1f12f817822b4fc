/**
 * One drawing of each kind, compared with a file that was looked at when it was written. After an intended change,
 * update the files with `npx vitest run tests/drawing/golden.test.ts -u`, and look at what has changed.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { drawCard } from '#drawing/card.ts';
import { drawChart } from '#drawing/chart.ts';
import { drawMaps } from '#drawing/map.ts';
import { drawTimeline } from '#drawing/timeline.ts';
import type { PublishedPoint } from '#publication/publish-elements.ts';
import { eventOf } from './event-of.ts';
import { FRAMES, NAMED, place } from './region.ts';

const LONG = 'The State Committee on Work with Diaspora: visits both ways, and what was said of them in May';

const point = (from: number, to: number | undefined, label: string, half = false): PublishedPoint => ({
  offset: 0,
  text: 'Ships left.',
  notes: [{ number: 3, href: '/storms/#note-fn-a' }],
  figure: half ? { kind: 'half-of', from, to: to ?? from } : { kind: 'printed', from, to },
  label,
  by: `The log of ${label}`,
  when: 'undated, after the storm of the spring',
});
const points = [
  point(38, 38, '38 ships'),
  point(10, 20, 'from ten to twenty'),
  point(15, undefined, 'more than 15'),
  point(10, 20, 'half of them', true),
  point(8, 8, 'half of eight', true),
];

const early = ['17XX', '1730', '0731/0740', '1918/1920', '1948-05-14', '197X/199X'];
const dates = [...early, '2014-22', '2014-24?', '1995/1997?', '2019'];
const LABELS: Readonly<Record<string, string>> = { '1730': 'Ships come', '2019': 'The port is closed' };
const timeline = {
  events: dates.map((date, index) =>
    eventOf(date, index % 3 ? ['trade'] : ['trade', 'ports'], `It came ${index}.`, LABELS[date]),
  ),
  lanes: [
    { slug: 'trade', label: 'Trade' },
    { slug: 'ports', label: 'Ports and ferries' },
  ],
};

const overview = () => {
  const [map] = drawMaps(
    NAMED.map((name) => place(name)),
    FRAMES,
  ).maps;
  if (!map) throw new Error('Cannot find the overview');
  return map.svg;
};

const drawings: Readonly<Record<string, () => Element>> = {
  'card-long': () =>
    drawCard({ title: LONG, site: 'Storms', label: 'Trade', proof: '3 statements', accent: '#123456' }),
  chart: () => drawChart({ offset: 0, title: 'Ships in May', unit: 'ships', points }, 'chart-0').svg,
  'timeline-early': () => drawTimeline(timeline),
  'map-overview': overview,
};

/** One element a line; a long outline is replaced by its length and digest, since nobody can read it. */
function write(drawing: Element): string {
  return `${toHtml(drawing, { space: 'svg' })}\n`
    .replace(/(?<= d=")[^"]{300,}/g, (path) => `${path.length} ${createHash('sha256').update(path).digest('hex')}`)
    .replace(/></g, '>\n<');
}

test.for(Object.entries(drawings))('the drawing %s is as it was', async ([name, draw]) => {
  const golden = fileURLToPath(new URL(`../golden/${name}.svg`, import.meta.url));
  await expect(write(draw())).toMatchFileSnapshot(golden);
});
