import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { framesOf } from '#drawing/frame.ts';
import { locate } from '#drawing/gazetteer.ts';
import { readSiteOf } from '#io/read-corpus.ts';

const { maps, places } = readSiteOf(process.cwd());

/** The country of a place that is not itself a country. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ Baku: 'Azerbaijan', 'Nagorno-Karabakh': 'Azerbaijan', Quba: 'Azerbaijan', 'Qırmızı Qəsəbə': 'Azerbaijan' },
  ...{ Acre: 'Israel', Ashkelon: 'Israel', Eilat: 'Israel', 'Tel Aviv': 'Israel' },
  ...{ Moscow: 'Russia', Tehran: 'Iran', Washington: 'United States of America' },
};

test.for([...Object.keys(places.towns), ...Object.keys(places.areas)])('%s is on the ground of its country', (name) => {
  const place = locate(name, places);
  expect(place && countriesAt(place)).toEqual([COUNTRIES[name] ?? name]);
});

test('each label is on the ground of its country', () => {
  for (const label of framesOf(maps).flatMap(({ labels }) => labels)) expect(countriesAt(label)).toEqual([label.name]);
});

test('no place has a position whose position no text gives', () => {
  expect(locate('Red village', places)).toBeUndefined();
});

function countriesAt({ longitude, latitude }: { longitude: number; latitude: number }) {
  return feature(atlas, atlas.objects.countries)
    .features.filter((country) => geoContains(country, [longitude, latitude]))
    .map(({ properties }) => properties.name);
}
