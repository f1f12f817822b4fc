import type { Span } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';

/** A country in a text, by its name or by the adjective or noun of its people: `Turkey`, `Turkish`, `Turks`. */
export interface CountryMention extends Span {
  readonly words: string;
  /** Several where a word is ambiguous: `Congolese`. */
  readonly countries: readonly string[];
}

/**
 * Forms that no rule gives, by the name that `Intl.DisplayNames` has. In the plural they get an `s` as the others do.
 */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  Afghanistan: 'Afghan',
  Argentina: 'Argentine',
  Belgium: 'Belgian',
  'Congo - Brazzaville': 'Congo,Congolese',
  'Congo - Kinshasa': 'Congo,Congolese',
  Croatia: 'Croat',
  Cyprus: 'Cypriot',
  Czechia: 'Czech,Czech Republic',
  "Côte d'Ivoire": 'Ivory Coast,Ivorian',
  Denmark: 'Danish,Dane',
  Eswatini: 'Swazi,Swaziland',
  Finland: 'Finnish,Finn',
  France: 'French',
  Germany: 'German',
  Greece: 'Greek',
  Iceland: 'Icelandic',
  Ireland: 'Irish',
  Kazakhstan: 'Kazakh',
  Kosovo: 'Kosovar',
  Kyrgyzstan: 'Kyrgyz',
  Laos: 'Lao,Laotian',
  Madagascar: 'Malagasy',
  Myanmar: 'Burma,Burmese',
  Netherlands: 'Dutch,Holland',
  'North Macedonia': 'Macedonia,Macedonian',
  Norway: 'Norwegian',
  Peru: 'Peruvian',
  Philippines: 'Filipino,Philippine',
  Poland: 'Polish,Pole',
  Portugal: 'Portuguese',
  'Saudi Arabia': 'Saudi',
  Serbia: 'Serb',
  Slovakia: 'Slovak',
  Slovenia: 'Slovene',
  Spain: 'Spanish,Spaniard',
  Sweden: 'Swedish,Swede',
  Switzerland: 'Swiss',
  Tajikistan: 'Tajik',
  Thailand: 'Thai',
  Turkmenistan: 'Turkmen',
  Türkiye: 'Turkey,Turkish,Turk',
  'United Arab Emirates': 'UAE,U.A.E.,Emirates,Emirati',
  'United Kingdom': 'U.K.,Britain,Great Britain,British,Briton',
  'United States': 'U.S.,USA,U.S.A.,America,American',
  Uzbekistan: 'Uzbek',
  'Vatican City': 'Vatican,Holy See',
};

/** How adjectives are made, by the end of a name. Too many forms do no harm: nobody writes `Yemenian`. */
const ENDINGS: readonly (readonly [end: RegExp, ...suffixes: string[]])[] = [
  [/a$/, 'an', 'ian', 'ese'],
  [/[eoy]$/, 'an', 'ian'],
  [/on$/, 'ese'],
  [/$/, 'i', 'an', 'ian', 'ese', 'er'],
];

/** By form: the names of the countries. */
const FORMS = readForms();

function readForms(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  const add = (form: string, name: string) => {
    const known = forms.get(form);
    if (!known) forms.set(form, [name]);
    else if (!known.includes(name)) known.push(name);
  };
  for (const { name, short } of countries()) {
    const made = [name, short].flatMap((base) =>
      ENDINGS.filter(([end]) => end.test(base)).flatMap(([end, ...suffixes]) =>
        suffixes.map((suffix) => base.replace(end, suffix)),
      ),
    );
    for (const form of [...(OTHER_FORMS[name]?.split(',') ?? []), ...made]) {
      add(form, name);
      add(`${form}s`, name);
    }
    add(name, name);
    add(short, name);
  }
  return forms;
}

/** From the data of the platform, in normal form. */
function countries(): { readonly name: string; readonly short: string }[] {
  const long = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = long.of(code);
      if (name === undefined) return [];
      return { name: normalize(name).text, short: normalize(short.of(code) ?? name).text };
    });
}

const CAPITALIZED = /(?<![\p{L}\p{N}])\p{Lu}(?:\.?[\p{L}\p{M}]+)*/gu;

/** The forms that begin with a word, the longest first. */
const BY_FIRST_WORD = Map.groupBy(
  [...FORMS.keys()].sort((a, b) => b.length - a.length),
  (form) => form.match(CAPITALIZED)?.[0],
);

/** Find the countries of a text in normal form, in order: of two names that begin at one place, the longer. */
export function readCountries(text: string): CountryMention[] {
  const found: CountryMention[] = [];
  for (const { 0: first, index: start } of text.matchAll(CAPITALIZED)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const words = BY_FIRST_WORD.get(first)?.find(
      (form) => text.startsWith(form, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + form.length)),
    );
    if (words === undefined) continue;
    found.push({ words, countries: FORMS.get(words) ?? [], start, end: start + words.length });
  }
  return found;
}

/** The countries that a name means as a whole; none for other names. */
export function countriesOf(name: string): readonly string[] {
  const [country] = readCountries(name);
  return country?.words === name ? country.countries : [];
}
