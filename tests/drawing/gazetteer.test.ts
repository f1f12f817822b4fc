import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { border, DETAILS, OVERVIEW, projection } from '#drawing/frame.ts';
import { locate } from '#drawing/gazetteer.ts';

/** Places by the country whose polygon contains them. */
const PLACES = {
  Albania: ['Albania'],
  Armenia: ['Armenia'],
  Azerbaijan: ['Azerbaijan', 'Baku', 'Nagorno-Karabakh', 'Quba', 'Qırmızı Qəsəbə'],
  Bahrain: ['Bahrain'],
  Belarus: ['Belarus'],
  Egypt: ['Egypt'],
  Georgia: ['Georgia', 'Tbilisi'],
  Iran: ['Iran', 'Tehran'],
  Israel: ['Israel', 'Acre', 'Ashkelon', 'Eilat', 'Tel Aviv'],
  Jordan: ['Jordan'],
  Morocco: ['Morocco'],
  Russia: ['Russia', 'Moscow'],
  Switzerland: ['Switzerland'],
  Turkey: ['Turkey', 'Ceyhan'],
  'United Arab Emirates': ['United Arab Emirates'],
  'United States of America': ['Washington'],
};
const frames = [OVERVIEW, ...DETAILS];

describe('the gazetteer', () => {
  test.for(Object.entries(PLACES).flatMap(([country, names]) => names.map((name) => [name, country] as const)))(
    'has %s on the ground of %s',
    ([name, country]) => {
      const place = locate(name);
      expect(place && countriesAt(place)).toEqual([country]);
      expect(place?.kind).toBe(name === country || name === 'Nagorno-Karabakh' ? 'area' : 'town');
      expect(locate(name.normalize('NFD'))).toEqual(place);
    },
  );

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
    expect([left, right, top, bottom].filter((point) => !isInside(point))).toEqual([]);
    expect(left[0]).toBeLessThan(right[0]);
    expect(top[1]).toBeLessThan(bottom[1]);
    expect(top[0]).toBeCloseTo(bottom[0]);
  });

  test('has a border that goes around it', () => {
    const points = border(frame).map((place) => project(place).map((units) => Math.abs(Math.round(units))));
    expect(points).toEqual([
      [0, 0],
      [width / 2, 0],
      [width, 0],
      [width, height / 2],
      [width, height],
      [width / 2, height],
      [0, height],
      [0, height / 2],
    ]);
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
