import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { DETAILS, OVERVIEW } from '#drawing/frame.ts';
import { locate } from '#drawing/gazetteer.ts';
import { drawMap, drawMaps, LABEL_SIZE } from '#drawing/map.ts';
import type { MapPlace } from '#drawing/place-mark.ts';

const place = (name: string, more: Partial<MapPlace> = {}): MapPlace => {
  const location = locate(name) ?? { longitude: 20, latitude: 40, kind: 'town' };
  return { id: name.toLowerCase(), name, ...location, href: `#${name.toLowerCase()}`, statements: 2, ...more };
};
const NAMED = 'Acre Ashkelon Baku Belarus Ceyhan Eilat Moscow Nagorno-Karabakh Quba Switzerland Tbilisi Tehran'
  .split(' ')
  .concat('Qırmızı Qəsəbə', 'Tel Aviv');
const places = NAMED.map((name) => place(name));
const frames = [OVERVIEW, ...DETAILS];
const drawn = drawMaps([...places, place('Washington')]);
const markup = drawn.maps.map(({ svg }) => toHtml(svg));
const all = markup.join('\n');

describe('the three maps together', () => {
  test('mark every place once, and return those beyond all of them', () => {
    const marked = markup.map((svg) => [...svg.matchAll(/<a class="\w+" href="#([^"]*)"/g)].map(([, id]) => id));
    expect(marked).toEqual([
      ['belarus', 'ceyhan', 'moscow', 'switzerland', 'tehran'],
      ['baku', 'nagorno-karabakh', 'quba', 'tbilisi', 'qırmızı qəsəbə'],
      ['acre', 'ashkelon', 'eilat', 'tel aviv'],
    ]);
    expect(drawn.outside.map(({ name }) => name)).toEqual(['Washington']);
  });

  test('link every mark with its name to its entry', () => {
    for (const { name, href, kind } of places) {
      const title = `<title>${name}: 2 statements</title>`;
      const link = new RegExp(
        `<a class="${kind}" href="${href}">${title}<circle [^>]*></circle><text [^>]*>${name}</text></a>`,
        'g',
      );
      expect(all.match(link), name).toHaveLength(1);
    }
  });

  test('print the countries that have room, and outline the details on the overview', () => {
    const printed = markup.map((svg) =>
      [...svg.matchAll(/<text class="(?:country|detail-name)"[^>]*>([^<]*)/g)].map(([, name]) => name),
    );
    expect(printed).toEqual([
      ['Egypt', 'Iran', 'Russia', 'Turkey', 'Azerbaijan', 'Israel'],
      ['Armenia', 'Azerbaijan', 'Georgia', 'Iran', 'Russia'],
      ['Egypt', 'Israel', 'Jordan'],
    ]);
    expect(markup.map((svg) => svg.match(/class="detail"/g)?.length)).toEqual([2, undefined, undefined]);
  });

  test('have no invalid number, style, script, image or external address', () => {
    expect(all).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(all).not.toMatch(/style=|<script|<image|on[a-z]+=|https?:/);
  });

  test('have unique ids, and no reference to a missing one', () => {
    const ids = [...all.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const references = [...all.matchAll(/ aria-labelledby="([^"]*)"|url\(#([^)]*)\)/g)].flatMap(
      ([, names, id]) => names?.split(' ') ?? [id],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.length).toBeGreaterThan(6);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('are groups with a title and a description', () => {
    const group = /<svg [^>]*role="group" aria-labelledby="map-\w+-title map-\w+-description"><title id="map-/g;
    expect(all.match(group)).toHaveLength(3);
    const description =
      'Places: Acre, Ashkelon, Eilat, Tel Aviv. Countries named for orientation: Egypt, Israel, Jordan.';
    expect(all).toContain(`<desc id="map-israel-description">${description}</desc>`);
  });
});

/** The boxes of names and marks with letters of a size, estimated independently of the placement. */
function boxesOf(svg: string, size: number) {
  const number = (attributes: string, name: string) =>
    Number(new RegExp(` ${name}="(-?[\\d.]+)`).exec(attributes)?.[1] ?? 0);
  const names = [...svg.matchAll(/<text([^>]*)>([^<]*)/g)].map(([, at = '', text = '']) => {
    // 0.6 em a letter is more than any name on the maps has, letter spacing included.
    const width = 0.6 * size * text.length;
    const anchor = /="middle"/.test(at) ? width / 2 : /="end"/.test(at) ? width : 0;
    const x = number(at, 'x') + size * number(at, 'dx') - anchor;
    const y = number(at, 'y') + size * number(at, 'dy');
    return { what: text, left: x, right: x + width, top: y - 0.72 * size, bottom: y + 0.22 * size };
  });
  const marks = [...svg.matchAll(/<circle([^>]*)>/g)].map(([, at = '']) => {
    const [x, y, r] = [number(at, 'cx'), number(at, 'cy'), size * number(at, 'r')];
    return { what: 'mark', left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  return [...names, ...marks];
}

test.for([16, 13, 8])('no name overlaps another, a mark or an edge with letters of %d units', (size) => {
  for (const [index, { width, height }] of frames.entries()) {
    const boxes = boxesOf(markup[index] ?? '', size);
    const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
    const touching = pairs.filter(
      ([a, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01,
    );
    expect(touching.map(([a, b]) => `${a.what} on ${b.what}`)).toEqual([]);
    expect(boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)).toEqual([]);
    expect(boxes.length).toBeGreaterThan(6);
  }
});

describe('one map', () => {
  const overviewOf = (...places: MapPlace[]) => toHtml(drawMap(places, OVERVIEW).svg);

  test('omits places beyond each of its edges', () => {
    const { west, east, south, north } = OVERVIEW;
    const at = (longitude: number, latitude: number) => place(`${longitude} ${latitude}`, { longitude, latitude });
    const beyond = [at(west - 9, 45), at(east + 9, 45), at(30, south - 9), at(30, north + 9)];
    expect(drawMap([...beyond, at(30, 45)], OVERVIEW).outside).toEqual(beyond);
  });

  test('has no country label for a marked place', () => {
    expect(overviewOf(place('Iran')).match(/>Iran</g)).toHaveLength(1);
  });

  test('draws coinciding places side by side', () => {
    const html = overviewOf(place('Quba'), place('Qırmızı Qəsəbə'));
    const [upper, lower] = [...html.matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Number(upper) - Number(lower)).toBeCloseTo(8.1, 0);
  });
});

describe('the style sheet', () => {
  const styles = readFileSync(new URL('../../src/components/PlacesMap.astro', import.meta.url), 'utf8');

  test('has the sizes of the frames, and letters never larger than those that names were placed for', () => {
    expect(styles).toContain(`font-size: clamp(8px, 23px - 1000cqi / var(--units), ${LABEL_SIZE}px)`);
    for (const { name, width } of frames) expect(styles).toMatch(new RegExp(`\\.${name} \\{\\s+--units: ${width};`));
    for (const row of [frames, DETAILS])
      expect(styles).toContain(`grid-template-columns: ${row.map(({ width }) => `${width}fr`).join(' ')};`);
    expect(new Set(frames.map(({ height }) => height)).size).toBe(1);
  });

  test('has letters of 11 to 16 px on all screens', () => {
    const pixelsAt = (shown: number, width: number) =>
      (Math.max(8, Math.min(23 - (10 * shown) / width, LABEL_SIZE)) * shown) / width;
    for (const { name, width } of frames) {
      // On a page of 320 px, and the widest before the layout gets another column.
      expect(pixelsAt(288, width)).toBeGreaterThan(11);
      expect(pixelsAt(name === 'overview' ? 768 : 480, width)).toBeLessThan(16);
    }
  });
});
