import type { Random } from '../../faults/random.ts';

/** The themes of the site. */
export const THEMES = ['diplomacy', 'defense', 'energy', 'townspeople'] as const;
export type ThemeSlug = (typeof THEMES)[number];

/** Choose one of a list. */
export function pick<Item>(random: Random, list: readonly Item[]): Item {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new Error('Cannot choose from an empty list');
  return item;
}

/** Put a list into a random order. */
export function shuffle<Item>(random: Random, list: readonly Item[]): Item[] {
  return list
    .map((item) => ({ item, key: random.below(2 ** 30) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Towns that do not exist. */
export const PLACES = words(
  'Almar Vellin Dorst Quarn Torvel Hallem Ostrel Marn Ludvo Bresk Sennet Kolvar Pernau Tismo Ardel Wessin Orlo Felmar Grund Novet',
);

const BODIES: Readonly<Record<ThemeSlug, readonly string[]>> = {
  diplomacy: ['Foreign Office', 'Trade Council', 'Friendship League', 'Harbor Board'],
  defense: ['Defense College', 'Aviation Works', 'Coast Guard', 'Signal Corps'],
  energy: ['Pipeline Company', 'Oil Refinery', 'Gas Works', 'Power Board'],
  townspeople: ['Community Council', 'Town School', 'Relief Society', 'Heritage Trust'],
};

/** Name a body of a town. */
export function bodyOf(random: Random, theme: ThemeSlug): string {
  return `${pick(random, PLACES)} ${pick(random, BODIES[theme])}`;
}

const GOODS: Readonly<Record<ThemeSlug, readonly string[]>> = {
  diplomacy: ['cotton', 'wool', 'grain', 'tea', 'machine parts', 'medicines'],
  defense: ['steel', 'radio sets', 'aircraft parts', 'optical glass', 'tarpaulin'],
  energy: ['crude oil', 'natural gas', 'fuel oil', 'pipeline steel', 'turbine parts'],
  townspeople: ['school books', 'paper', 'relief goods', 'building stone', 'flour'],
};

/** Name goods that a theme is about. */
export function goodsOf(random: Random, theme: ThemeSlug): string {
  return pick(random, GOODS[theme]);
}

export const BUILDINGS = ['old harbor', 'town hall', 'new synagogue', 'west terminal', 'north pier', 'central school'];
export const OFFICES = ['director', 'chairman', 'secretary', 'deputy director', 'treasurer', 'spokesman'];

const GIVEN = words(
  'Anna Boris Clara David Elena Farid Greta Hanna Ivo Jonas Karin Leon Marta Nils Olga Pavel Rosa Samir Tamar Viktor Yusuf Zara',
);
const FAMILY = words('Bar Cel Dor Fen Gal Hol Ker Lem Nor Pel Ras Sol Tav Vor Zel Mir Tol Wen Jas Ruk');
const FAMILY_END = words('ak el enko ov und or ash ev off ert ol us');

/** Name a person that does not exist. */
export function personOf(random: Random): string {
  return `${pick(random, GIVEN)} ${pick(random, FAMILY)}${pick(random, FAMILY_END)}`;
}

const SPOKEN = [
  [
    'We want',
    'They hoped for',
    'Nobody here expected',
    'Our town needs',
    'The board has long asked for',
    'We have seen',
  ],
  [
    'a lasting agreement',
    'an open road',
    'a better ferry',
    'more room for trade',
    'a school of its own',
    'a safe harbor',
  ],
  [
    'with our neighbors',
    'beyond the mountains',
    'for those who come after us',
    'at the lower river',
    'in these hard times',
  ],
  [
    'and we shall wait for it',
    'whatever the papers say',
    'as everybody knows',
    'although it costs a great deal',
    'without delay',
  ],
] as const;

/** What somebody says, as a sentence without its full stop: no figure, date or name is in it. */
export function clauseOf(random: Random): string {
  return SPOKEN.map((part) => pick(random, part)).join(' ');
}

const PLAIN = [
  [
    'The clerks of the town',
    'Those who kept the books',
    'The papers that are left',
    'Older people at the river',
    'The merchants',
    'A later hand',
  ],
  [
    'describe the matter',
    'speak of the winter',
    'remember the long talks',
    'pass over the quarrel',
    'give their own account',
    'dwell on the weather',
  ],
  [
    'in a few plain words',
    'without naming a cause',
    'at some length',
    'as if it had been settled',
    'with little sympathy',
    'in the manner of their trade',
  ],
  [
    'and nothing was decided',
    'while the ferry lay idle',
    'until the roads were dry again',
    'though the letters say otherwise',
    'which was usual in those towns',
  ],
  [
    'between the harbor and the market.',
    'for want of a better plan.',
    'as far as the copy can be read.',
    'before the council met again.',
    'and so it was left.',
  ],
] as const;

/** A sentence with nothing that could be compared. */
export function fillerOf(random: Random): string {
  return PLAIN.map((part) => pick(random, part)).join(' ');
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
