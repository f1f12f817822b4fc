import { brotliCompressSync } from 'node:zlib';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { DETAILS, OVERVIEW } from '#drawing/frame.ts';
import { labelsOf, locate } from '#drawing/gazetteer.ts';
import { drawMap } from '#drawing/map.ts';
import type { MapPlace } from '#drawing/place-mark.ts';
import { drawPlaces } from '#drawing/places-map.ts';

const place = (name: string, more: Partial<MapPlace> = {}): MapPlace => {
  const location = locate(name) ?? { longitude: 20, latitude: 40, kind: 'town' };
  return { id: name.toLowerCase(), name, ...location, href: `#${name.toLowerCase()}`, statements: 2, ...more };
};
const NAMED = 'Acre Ashkelon Baku Belarus Ceyhan Eilat Moscow Nagorno-Karabakh Quba Switzerland Tbilisi Tehran'
  .split(' ')
  .concat('Qırmızı Qəsəbə', 'Tel Aviv');
const COUNTRIES = ['Azerbaijan', 'Israel', 'Iran', 'Turkey', 'Armenia', 'Georgia', 'Russia', 'Egypt', 'Jordan'];
const places = NAMED.map((name) => place(name));
const drawn = drawPlaces([...places, place('Washington')], labelsOf(COUNTRIES));
const all = drawn.maps.map(({ svg }) => toHtml(svg)).join('\n');

describe('the three maps together', () => {
  test('mark every place once, and say which is on none of them', () => {
    expect(drawn.maps.map(({ name, drawn }) => [name, drawn])).toEqual([
      ['overview', ['belarus', 'ceyhan', 'moscow', 'switzerland', 'tehran']],
      ['caucasus', ['baku', 'nagorno-karabakh', 'quba', 'tbilisi', 'qırmızı qəsəbə']],
      ['israel', ['acre', 'ashkelon', 'eilat', 'tel aviv']],
    ]);
    expect(drawn.outside).toEqual(['washington']);
    expect(all.match(/<circle /g)).toHaveLength(places.length);
  });

  test('link every mark with its name to its entry', () => {
    for (const { name, href, kind } of places)
      expect(
        all.match(
          new RegExp(
            `<a class="${kind}" href="${href}"><title>${name}: 2 statements</title><circle [^>]*></circle><text [^>]*>${name}</text></a>`,
            'g',
          ),
        ),
        name,
      ).toHaveLength(1);
  });

  test('have room for every name', () => {
    expect(drawn.maps.map(({ crowded }) => crowded)).toEqual([[], [], []]);
  });

  test('print each country on the maps that have room for it', () => {
    const printed = drawn.maps.map(({ svg }) =>
      [...toHtml(svg).matchAll(/<text class="(?:country|detail-name)"[^>]*>([^<]*)/g)].map(([, name]) => name),
    );
    expect(printed).toEqual([
      ['Egypt', 'Iran', 'Russia', 'Turkey', 'Azerbaijan', 'Israel'],
      ['Armenia', 'Azerbaijan', 'Georgia', 'Iran', 'Russia'],
      ['Egypt', 'Israel', 'Jordan'],
    ]);
  });

  test('outline the two details on the overview, and nothing on the details', () => {
    expect(drawn.maps.map(({ svg }) => toHtml(svg).match(/class="detail"/g)?.length)).toEqual([
      2,
      undefined,
      undefined,
    ]);
  });

  test('hold no number that is none, no style, no script, no image and no address of another host', () => {
    expect(all).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(all).not.toMatch(/style=|<script|<image|on[a-z]+=|https?:/);
  });

  test('have ids that are each used once, and no reference to one that is not there', () => {
    const ids = [...all.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const references = [...all.matchAll(/ aria-labelledby="([^"]*)"|url\(#([^)]*)\)/g)].flatMap(
      ([, names, id]) => names?.split(' ') ?? [id],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.length).toBeGreaterThan(6);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('are groups with a title and a description, since there are links in them', () => {
    expect(
      all.match(/<svg [^>]*role="group" aria-labelledby="map-\w+-title map-\w+-description"><title id="map-/g),
    ).toHaveLength(3);
    expect(all).toContain(
      '<desc id="map-israel-description">Places: Acre, Ashkelon, Eilat, Tel Aviv. Countries named for orientation: Egypt, Israel, Jordan.</desc>',
    );
  });

  test('are the same each time', () => {
    expect(drawPlaces([...places, place('Washington')], labelsOf(COUNTRIES))).toEqual(drawn);
  });

  test('hold nothing that lies beyond one of the edges of a sheet', () => {
    const { outside, drawn } = drawMap(
      [
        place('West', { longitude: OVERVIEW.west - 9, latitude: 45 }),
        place('East', { longitude: OVERVIEW.east + 9, latitude: 45 }),
        place('South', { longitude: 30, latitude: OVERVIEW.south - 9 }),
        place('North', { longitude: 30, latitude: OVERVIEW.north + 9 }),
        place('Middle', { longitude: 30, latitude: 45 }),
      ],
      { frame: OVERVIEW },
    );
    expect([outside, drawn]).toEqual([['west', 'east', 'south', 'north'], ['middle']]);
  });

  test('outline no detail unless they are asked to', () => {
    expect(toHtml(drawMap([], { frame: OVERVIEW }).svg)).not.toMatch(/class="detail"|NaN/);
  });

  test('tell which names found no room', () => {
    const long = 'A name far too long for this sheet of paper, and longer still';
    expect(drawMap([place(long)], { frame: OVERVIEW }).crowded).toEqual([long]);
  });

  test('are small', () => {
    expect(brotliCompressSync(all).length).toBeLessThan(14_000);
  });
});

/** What a browser would set, at letters of a size: the rectangle of each name and each mark. */
function rectangles(svg: string, size: number) {
  const number = (attributes: string, name: string) =>
    Number(new RegExp(` ${name}="(-?[\\d.]+)`).exec(attributes)?.[1] ?? 0);
  const names = [...svg.matchAll(/<text([^>]*)>([^<]*)/g)].map(([, at = '', text = '']) => {
    // 0.6 em a letter is more than any name of the maps has, spacing included.
    const width = 0.6 * size * text.length;
    const x =
      number(at, 'x') + size * number(at, 'dx') - (/="middle"/.test(at) ? width / 2 : /="end"/.test(at) ? width : 0);
    const y = number(at, 'y') + size * number(at, 'dy');
    return { what: text, left: x, right: x + width, top: y - 0.72 * size, bottom: y + 0.22 * size };
  });
  const marks = [...svg.matchAll(/<circle([^>]*)>/g)].map(([, at = '']) => {
    const [x, y, r] = [number(at, 'cx'), number(at, 'cy'), size * number(at, 'r')];
    return { what: 'mark', left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  return [...names, ...marks];
}

test.for([16, 13, 8])('no name lies on another, on a mark or over an edge when letters have %d units', (size) => {
  for (const { svg, name } of drawn.maps) {
    const { width = 0, height = 0 } = [OVERVIEW, ...DETAILS].find((frame) => frame.name === name) ?? {};
    const boxes = rectangles(toHtml(svg), size);
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
    const touching = pairs.filter(
      ([a, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01,
    );
    expect(touching.map(([a, b]) => `${a.what} on ${b.what}`)).toEqual([]);
    expect(
      boxes.filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height),
    ).toEqual([]);
    expect(boxes.length).toBeGreaterThan(6);
  }
});

describe('one map', () => {
  test('marks all places alike, whatever is said of them', () => {
    const marks = (statements: number) =>
      /<circle [^>]*>/.exec(toHtml(drawMap([place('Baku', { statements })], { frame: OVERVIEW }).svg))?.[0];
    expect(marks(1)).toBe(marks(900));
  });

  test('counts one statement in the singular', () => {
    expect(toHtml(drawMap([place('Baku', { statements: 1 })], { frame: OVERVIEW }).svg)).toContain(
      '<title>Baku: 1 statement</title>',
    );
  });

  test('prints no country that is marked as a place', () => {
    const labels = [{ name: 'Belarus', longitude: 25, latitude: 50 }];
    const texts = (named: readonly MapPlace[]) =>
      toHtml(drawMap(named, { frame: OVERVIEW, labels }).svg).match(/<text/g)?.length;
    expect([texts([]), texts([place('Belarus')])]).toEqual([1, 1]);
  });

  test('leaves out a country beyond its sheet, and names that have no detail', () => {
    const [caucasus = OVERVIEW] = DETAILS;
    const { outlined: _, ...nameless } = caucasus;
    const { svg, crowded } = drawMap([], {
      frame: OVERVIEW,
      labels: labelsOf(['Jordan']).slice(0, 1),
      details: [nameless],
    });
    expect(crowded).toEqual([]);
    expect(toHtml(drawMap([], { frame: caucasus, labels: labelsOf(['Egypt']) }).svg)).not.toContain('<text');
    expect(toHtml(svg)).toContain('<path class="detail"');
    expect(toHtml(svg)).not.toContain('detail-name');
    expect(toHtml(drawMap([], { frame: OVERVIEW }).svg)).toContain(
      'Places: none. Countries named for orientation: none.',
    );
  });

  test('says which names have no room', () => {
    const fill = Array.from({ length: 40 }, (_, index) => place(`Town ${index}`, { latitude: 40 + index / 10 }));
    const { crowded, drawn } = drawMap(fill, { frame: OVERVIEW });
    expect(drawn).toHaveLength(40);
    expect(crowded.length).toBeGreaterThan(5);
  });

  test('sets places that fall together side by side', () => {
    const twins = drawMap([place('Quba'), place('Qırmızı Qəsəbə')], { frame: OVERVIEW });
    const heights = [...toHtml(twins.svg).matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect((heights[0] ?? 0) - (heights[1] ?? 0)).toBeCloseTo(8.1, 0);
  });

  test('prints a hostile name as text and nothing else', () => {
    const name = '<script>alert("1")</script> & \'';
    const { svg } = drawMap([place(name, { id: '"><b>', href: '#"><b>' })], { frame: OVERVIEW });
    const html = toHtml(svg);
    expect(/<script|"><b>/.test(html)).toBe(false);
    expect(html.split('&#x3C;script>alert("1")&#x3C;/script> &#x26; \'')).toHaveLength(4);
    expect(html.includes('<a class="town" href="#&#x22;><b>">')).toBe(true);
  });
});
