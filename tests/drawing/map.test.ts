import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { type Frame, frameStyle } from '#drawing/frame.ts';
import { drawMap, drawMaps, LABEL_SIZE } from '#drawing/map.ts';
import type { MapPlace } from '#drawing/place-mark.ts';
import { FRAMES, NAMED, place } from './region.ts';

const places = NAMED.map((name) => place(name));
const OVERVIEW = FRAMES[0] as Frame;
const drawn = drawMaps([...places, place('Lisbon')], FRAMES);
const markup = drawn.maps.map(({ svg }) => toHtml(svg));
const all = markup.join('\n');

describe('the three maps together', () => {
  test('mark every place once, and return those beyond all of them', () => {
    const marked = markup.map((svg) => [...svg.matchAll(/<a class="\w+" href="#([^"]*)"/g)].map(([, id]) => id));
    expect(marked).toEqual([
      ['bergen', 'helsinki', 'london', 'riga', 'ireland'],
      ['aarhus', 'copenhagen', 'malmö', 'odense', 'scania'],
      ['akureyri', 'reykjavík'],
    ]);
    expect(drawn.outside.map(({ name }) => name)).toEqual(['Lisbon']);
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
      ['France', 'Norway', 'Poland', 'Sweden', 'Denmark', 'Iceland'],
      ['Denmark', 'Germany', 'Sweden'],
      ['Iceland'],
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
    const group = /<svg [^>]*role="group" aria-labelledby="map-\d-title map-\d-description"><title id="map-/g;
    expect(all.match(group)).toHaveLength(3);
    const description = 'Places: Akureyri, Reykjavík. Countries named for orientation: Iceland.';
    expect(all).toContain(`<desc id="map-3-description">${description}</desc>`);
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
  for (const [index, { width, height }] of FRAMES.entries()) {
    const boxes = boxesOf(markup[index] ?? '', size);
    const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
    const touching = pairs.filter(
      ([a, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01,
    );
    expect(touching.map(([a, b]) => `${a.what} on ${b.what}`)).toEqual([]);
    expect(boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)).toEqual([]);
    expect(boxes.length).toBeGreaterThan(4);
  }
});

describe('one map', () => {
  const overviewOf = (...places: MapPlace[]) => toHtml(drawMap(places, OVERVIEW).svg);

  test('omits places beyond each of its edges', () => {
    const { west, east, south, north } = OVERVIEW;
    const at = (longitude: number, latitude: number) => place(`${longitude} ${latitude}`, { longitude, latitude });
    const beyond = [at(west - 19, 58), at(east + 19, 58), at(4, south - 9), at(4, north + 9)];
    expect(drawMap([...beyond, at(4, 58)], OVERVIEW).outside).toEqual(beyond);
  });

  test('has no country label for a marked place', () => {
    expect(overviewOf(place('Norway')).match(/>Norway</g)).toHaveLength(1);
  });

  test('draws coinciding places side by side', () => {
    const html = overviewOf(place('Riga'), place('Jūrmala', { longitude: 24.1, latitude: 56.96 }));
    const [upper, lower] = [...html.matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Number(upper) - Number(lower)).toBeCloseTo(8.1, 0);
  });
});

describe('the style sheet', () => {
  const styles = readFileSync(new URL('../../src/components/PlacesMap.astro', import.meta.url), 'utf8');

  test('has the sizes of the frames, and letters never larger than those that names were placed for', () => {
    expect(styles).toContain(`font-size: clamp(8px, 23px - 1000cqi / var(--units), ${LABEL_SIZE}px)`);
    const { 0: first, length } = FRAMES;
    expect(frameStyle(FRAMES)).toBe(
      ':root{--maps:412fr 380fr 264fr;--details:380fr 264fr}' +
        '.map-1{--units:412}.map-2{--units:380}.map-3{--units:264}',
    );
    expect(frameStyle(FRAMES.slice(0, 1))).toBe(':root{--maps:412fr;--details:none}.map-1{--units:412}');
    expect([first?.height, length]).toEqual([330, 3]);
  });

  test('has letters of 11 to 16 px on all screens', () => {
    const pixelsAt = (shown: number, width: number) =>
      (Math.max(8, Math.min(23 - (10 * shown) / width, LABEL_SIZE)) * shown) / width;
    // The least and the greatest that a site may choose.
    for (const width of [256, 264, 330, 380, 412]) {
      // On a page of 320 px, and the widest that the style sheet allows.
      expect(pixelsAt(288, width)).toBeGreaterThan(11);
      expect(pixelsAt(1.875 * width, width)).toBeLessThan(16);
    }
  });
});
