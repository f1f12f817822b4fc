import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { border, DETAILS, OVERVIEW, projection } from '#drawing/frame.ts';
import { locate } from '#drawing/gazetteer.ts';

/** The country of a place that is not itself a country. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ Baku: 'Azerbaijan', 'Nagorno-Karabakh': 'Azerbaijan', Quba: 'Azerbaijan', 'Qırmızı Qəsəbə': 'Azerbaijan' },
  ...{ Acre: 'Israel', Ashkelon: 'Israel', Eilat: 'Israel', 'Tel Aviv': 'Israel' },
  ...{ Ceyhan: 'Turkey', Moscow: 'Russia', Tbilisi: 'Georgia', Tehran: 'Iran', Washington: 'United States of America' },
};
const AREAS =
  'Albania Armenia Azerbaijan Bahrain Belarus Egypt Georgia Iran Israel Jordan Morocco Russia Switzerland Turkey';
const PLACES = [...Object.keys(COUNTRIES), ...AREAS.split(' '), 'United Arab Emirates'];
const frames = [OVERVIEW, ...DETAILS];

describe('the gazetteer', () => {
  test.for(PLACES)('has %s on the ground of its country', (name) => {
    const place = locate(name);
    expect(place && countriesAt(place)).toEqual([COUNTRIES[name] ?? name]);
    expect(place?.kind).toBe(name in COUNTRIES && name !== 'Nagorno-Karabakh' ? 'town' : 'area');
    expect(locate(name.normalize('NFD'))).toEqual(place);
  });

  test('has no place whose position no text gives', () => {
    expect(locate('Red village')).toBeUndefined();
    expect(locate('toString')).toBeUndefined();
  });
});

describe.for(frames.map((frame) => [frame.name, frame] as const))('the frame %s', ([, frame]) => {
  const { width, height } = frame;
  const project = projection(frame);
  const isInside = ([x, y]: readonly number[]) =>
    Number(x) > -0.1 && Number(y) > -0.1 && Number(x) < width + 0.1 && Number(y) < height + 0.1;

  test('contains what it promises, with north up', () => {
    const { west, east, south, north } = frame;
    const [middle, center] = [(west + east) / 2, (south + north) / 2];
    const [left, right] = [project([west, center]), project([east, center])];
    const [top, bottom] = [project([middle, north]), project([middle, south])];
    const corners = border(frame).map((place) => project(place));
    expect([left, right, top, bottom, ...corners].filter((point) => !isInside(point))).toEqual([]);
    expect(left[0]).toBeLessThan(right[0]);
    expect(top[1]).toBeLessThan(bottom[1]);
    expect(top[0]).toBeCloseTo(bottom[0]);
  });

  test('has labels that are in it, each on the ground of its country', () => {
    for (const label of frame.labels) {
      expect(isInside(project([label.longitude, label.latitude]))).toBe(true);
      expect(countriesAt(label)).toEqual([label.name]);
    }
  });
});

function countriesAt({ longitude, latitude }: { longitude: number; latitude: number }) {
  return feature(atlas, atlas.objects.countries)
    .features.filter((country) => geoContains(country, [longitude, latitude]))
    .map(({ properties }) => properties.name);
}
