import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { border, DETAILS, OVERVIEW, projection } from '#drawing/frame.ts';
import { labelsOf, locate } from '#drawing/gazetteer.ts';

/** Whose polygon each place is in, by the data set that the maps are drawn from. */
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

describe('the gazetteer', () => {
  test.for(Object.entries(PLACES).flatMap(([country, names]) => names.map((name) => [name, country] as const)))(
    'puts %s on the ground of %s, and the name of a country, too',
    ([name, country]) => {
      const points = [locate(name), ...labelsOf([name])];
      expect(points.map((point) => point && countriesAt(point))).toEqual(points.map(() => [country]));
      expect(points[0]).toHaveProperty('kind', name === country || name === 'Nagorno-Karabakh' ? 'area' : 'town');
    },
  );

  test('has the name of each country on the maps that have room for it', () => {
    expect(labelsOf(Object.keys(PLACES)).map(({ map, name }) => `${map}: ${name}`)).toEqual([
      'overview: Albania',
      'overview: Belarus',
      'overview: Egypt',
      'overview: Iran',
      'overview: Russia',
      'overview: Switzerland',
      'overview: Turkey',
      'caucasus: Armenia',
      'caucasus: Azerbaijan',
      'caucasus: Georgia',
      'caucasus: Iran',
      'caucasus: Russia',
      'israel: Egypt',
      'israel: Israel',
      'israel: Jordan',
    ]);
  });

  test.for([
    ['Baku', 'town'],
    ['Qırmızı Qəsəbə', 'town'],
    ['Nagorno-Karabakh', 'area'],
    ['Switzerland', 'area'],
    ['United Arab Emirates', 'area'],
  ] as const)('knows where %s is: %s', ([name, kind]) => {
    expect(locate(name)?.kind).toBe(kind);
    expect(locate(name.normalize('NFD'))).toEqual(locate(name));
  });

  test('does not know what no text places, nor what it was not told', () => {
    expect(locate('Red village')).toBeUndefined();
    expect(locate('toString')).toBeUndefined();
  });

  test('keeps the west and the east apart', () => {
    expect(locate('Washington')?.longitude).toBeLessThan(-70);
    expect(locate('Baku')?.longitude).toBeGreaterThan(45);
  });

  test('has a point for a country on each map that shows it, and that point is on the sheet', () => {
    expect(labelsOf(['Iran']).map(({ map }) => map)).toEqual(['overview', 'caucasus']);
    expect(labelsOf(['Bahrain', 'Morocco'])).toEqual([]);
    for (const frame of [OVERVIEW, ...DETAILS]) {
      const labels = labelsOf(['Iran', 'Russia', 'Egypt', 'Turkey', 'Kosovo', 'Albania', 'Armenia', 'Jordan']).filter(
        ({ map }) => map === frame.name,
      );
      const points = labels.map(({ longitude, latitude }) => projection(frame)([longitude, latitude]));
      expect(points.length).toBeGreaterThan(0);
      expect(points.filter(([x, y]) => x < 0 || y < 0 || x > frame.width || y > frame.height)).toEqual([]);
    }
  });
});

describe('a frame', () => {
  test.for([OVERVIEW, ...DETAILS].map((frame) => [frame.name, frame] as const))(
    '%s shows all that it promises, with north up',
    ([, frame]) => {
      const { west, east, south, north, width, height } = frame;
      const project = projection(frame);
      const [middle, centre] = [(west + east) / 2, (south + north) / 2];
      const at = ([x, y]: readonly [number, number]) => [Math.round(x), Math.round(y)];
      const [left, right, bottom, top] = [
        project([west, centre]),
        project([east, centre]),
        project([middle, south]),
        project([middle, north]),
      ].map(at);

      expect(left?.[0]).toBeGreaterThanOrEqual(0);
      expect(right?.[0]).toBeLessThanOrEqual(width);
      expect(bottom?.[1]).toBeLessThanOrEqual(height);
      expect(top?.[1]).toBeGreaterThanOrEqual(0);
      expect(top?.[0]).toBe(bottom?.[0]);
    },
  );

  test('has a border that goes around it', () => {
    const round = border(OVERVIEW).map((degrees) =>
      projection(OVERVIEW)(degrees).map((units) => Math.abs(Math.round(units))),
    );
    expect(round).toEqual([
      [0, 0],
      [206, 0],
      [412, 0],
      [412, 165],
      [412, 330],
      [206, 330],
      [0, 330],
      [0, 165],
    ]);
  });
});

function countriesAt({ longitude, latitude }: { longitude: number; latitude: number }) {
  return feature(atlas, atlas.objects.countries)
    .features.filter((country) => geoContains(country, [longitude, latitude]))
    .map(({ properties }) => properties.name);
}
