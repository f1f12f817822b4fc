import { expect, test } from 'vitest';
import { countriesOf, readCountries } from '#statement/country.ts';

test.for<[country: string, forms: string]>([
  ['Türkiye', 'Turkey, Turkish, Turks, Türkiye'],
  ['Uzbekistan', 'Uzbekistan, Uzbek'],
  ['Oman', 'Oman, Omani, Omanis'],
  ['Iran', 'Iran, Iranian, Iranians'],
  ['United States', 'United States, US, U.S., USA, America, American, Americans'],
  ['United Kingdom', 'United Kingdom, UK, U.K., Britain, British, Britons'],
  ['United Arab Emirates', 'United Arab Emirates, UAE, Emirati, Emiratis'],
  ['Czechia', 'Czechia, Czech, Czechs, Czech Republic'],
  ['Bosnia & Herzegovina', 'Bosnia, Bosnian, Bosnians'],
  ["Côte d'Ivoire", "Côte d'Ivoire, Ivory Coast, Ivorian"],
  ['Saudi Arabia', 'Saudi Arabia, Saudi, Saudis'],
  ['South Korea', 'South Korea, South Korean'],
  ['Afghanistan', 'Afghanistan, Afghan, Afghans'],
  ['Morocco', 'Morocco, Moroccan'],
  ['Kosovo', 'Kosovo, Kosovar'],
  ['Lebanon', 'Lebanon, Lebanese'],
  ['Canada', 'Canada, Canadian'],
  ['China', 'China, Chinese'],
  ['Italy', 'Italy, Italian'],
  ['Ukraine', 'Ukraine, Ukrainian'],
  ['Pakistan', 'Pakistan, Pakistani'],
  ['Switzerland', 'Switzerland, Swiss'],
])('%s has the forms %s', ([country, forms]) => {
  for (const form of forms.split(', ')) expect([form, countriesOf(form)]).toEqual([form, [country]]);
});

test.for<[text: string, ...words: string[]]>([
  ["Oman's embassy, the Omani-Kuwaiti group and anti-Iranian acts", 'Oman', 'Omani', 'Kuwaiti', 'Iranian'],
  ['In the U.S. State Department, and in the U.S.', 'U.S.', 'U.S.'],
  ['Saudi Arabia. United Arab Emirates, and South Koreans', 'Saudi Arabia', 'United Arab Emirates', 'South Koreans'],
  ['Oslo, Vienna, the Buddhist state and the Soviet Union'],
  ['turkey with polish and china'],
  ['Irania, Omanite, Turkeyland'],
])('in “%s” are read', ([text, ...words]) => {
  expect(readCountries(text).map((country) => country.words)).toEqual(words);
  for (const { words: found, start, end } of readCountries(text)) expect(text.slice(start, end)).toBe(found);
});

test('a word of two countries is either', () => {
  expect(countriesOf('Congolese')).toEqual(['Congo - Kinshasa', 'Congo - Brazzaville']);
});
