/**
 * Drawings to the letter. Each golden file was looked at when it was written: after a change that is meant, write them anew with
 * `npx vitest run tests/drawing/golden.test.ts -u`, and look at what has changed.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { drawCard } from '#drawing/card.ts';
import { drawChart } from '#drawing/chart.ts';
import { labelsOf, locate } from '#drawing/gazetteer.ts';
import { drawIcon } from '#drawing/icon.ts';
import { drawPlaces } from '#drawing/places-map.ts';
import { drawTimelineAcross, drawTimelineDown } from '#drawing/timeline.ts';
import type { PublishedPoint } from '#publication/publish-elements.ts';
import { eventOf } from './event-of.ts';

const LONG = 'The State Committee on Work with Diaspora: visits both ways, and what was said of them in May';
const card = (title: string) => drawCard({ title, label: 'Trade', proof: '3 statements', accent: '#123456' });

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

const lanes = [
  { slug: 'trade', label: 'Trade' },
  { slug: 'ports', label: 'Ports and ferries' },
];
const dates = ['1991-12-25', '1992-04', '1993', '1993-05', '1993-05-01', '2008/2012', '2009-06', '2009?', '2016', ''];
const timeline = () => {
  const themes = [['ports'], ['trade'], ['trade', 'ports']];
  const events = dates.map((date, index) => eventOf(date, themes[index % 3], `It came ${index}.`));
  return { events, lanes, title: 'Storms' };
};

const PLACES = ['Acre', 'Ashkelon', 'Baku', 'Belarus', 'Moscow', 'Nagorno-Karabakh', 'Quba', 'Tbilisi', 'Tel Aviv'];
const COUNTRIES = ['Azerbaijan', 'Israel', 'Iran', 'Turkey', 'Georgia', 'Russia', 'Egypt'];
const early = [
  '17XX',
  '1730',
  '0731/0740',
  '1918/1920',
  '1948-05-14',
  '197X/199X',
  '2014-22',
  '2014-24?',
  '1995/1997?',
  '2019',
];
const earlier = () => ({
  events: early.map((date, index) => eventOf(date, index % 3 ? ['trade'] : ['trade', 'ports'], `It came ${index}.`)),
  lanes,
  title: 'Earlier storms',
});
/** Many marks of one day, and one of another lane. */
const crowd = (count: number, more: typeof lanes) => ({
  events: [...Array.from({ length: count }, () => eventOf('2014-12-24')), eventOf('2016', ['ports'])],
  lanes: [...lanes, ...more],
  title: 'A storm',
});
const map = (name: string) => {
  const places = PLACES.flatMap((name, index) => {
    const location = locate(name);
    const id = name.toLowerCase();
    return location ? { id, name, ...location, href: `#${id}`, statements: index } : [];
  });
  const drawn = drawPlaces(places, labelsOf(COUNTRIES)).maps.find((map) => map.name === name);
  if (!drawn) throw new Error(`Cannot find the map ${name}`);
  return drawn.svg;
};

/** Drawn in the tests, not before: what is done before them belongs to all. */
const drawings: Readonly<Record<string, () => Element>> = {
  'card-short': () => card('Embassies'),
  'card-long': () => card(LONG),
  'icon-round': () => drawIcon('round'),
  'icon-square': () => drawIcon('square'),
  chart: () => drawChart({ offset: 0, title: 'Ships in May', unit: 'ships', points }, 'chart-0').svg,
  'chart-percent': () => drawChart({ offset: 0, title: 'Shares', unit: 'percent', points }, 'chart-1').svg,
  'timeline-across': () => drawTimelineAcross(timeline()),
  'timeline-down': () => drawTimelineDown(timeline()),
  'timeline-across-early': () => drawTimelineAcross(earlier()),
  'timeline-down-early': () => drawTimelineDown(earlier()),
  'timeline-down-wide': () => drawTimelineDown(crowd(9, [])),
  'timeline-down-close': () => drawTimelineDown(crowd(12, [{ slug: 'law', label: 'Administration' }])),
  'chart-short': () => {
    const short = points.map((point) => ({ ...point, when: 'May 2023' }));
    return drawChart({ offset: 0, title: 'Ships in May', unit: 'ships', points: short }, 'chart-2').svg;
  },
  'map-overview': () => map('overview'),
  'map-caucasus': () => map('caucasus'),
  'map-israel': () => map('israel'),
};

/** An element on each line; a long outline is told by its length and its digest, since nobody can read it. */
function write(drawing: Element): string {
  return `${toHtml(drawing, { space: 'svg' })}\n`
    .replace(/(?<= d=")[^"]{300,}/g, (path) => `${path.length} ${createHash('sha256').update(path).digest('hex')}`)
    .replace(/></g, '>\n<');
}

test.for(Object.entries(drawings))('the drawing %s is the one that was looked at', async ([name, draw]) => {
  const golden = fileURLToPath(new URL(`../golden/${name}.svg`, import.meta.url));
  await expect(write(draw())).toMatchFileSnapshot(golden);
});
