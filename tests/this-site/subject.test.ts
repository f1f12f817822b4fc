import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasNames } from '#check/check-statements.ts';
import { documentsOf } from '#check/model.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { knownValue } from '#publication/csl-item.ts';
import { countriesOf } from '#statement/country.ts';

const { site, sources, articles, themes, pages, ...corpus } = readCorpus(process.cwd(), { withDrafts: true }).corpus;

/** Pages that the program looks for, or whose name it has for a thing of its own. */
const OWN = ['home', 'places', 'timeline'];
/** The lists of countries and of the offices of governments are those of any site. */
const LISTS = /^src\/statement\/(?:country|office-words)\.ts$/;

/** The names of this site: of its people, bodies and places, its texts, its pages and itself. */
const names = [
  ...pages
    .map(({ document }) => document)
    .filter(hasNames)
    .flatMap(({ headings, matter: { aliases, implied } }) => [
      ...headings.filter(({ depth }) => depth === 3).map(({ text }) => text),
      ...Object.values({ ...aliases, ...implied }).flat(),
    ]),
  ...sources.flatMap(({ record: { id, short, aliases, csl } }) => [
    ...[id, short, ...aliases],
    ...[csl.publisher, csl['container-title']].map(knownValue),
  ]),
  ...documentsOf({ site, sources, articles, themes, pages, ...corpus }).map(({ document }) => document.slug),
  ...[...articles, ...themes].map(({ document }) => document.matter.title),
  ...[site.name, site.name.replaceAll(' ', '-').toLowerCase(), site.tagline],
];
/** Of these, what no other site would have; and what the subject is called in any form. */
const words = [...new Set(names)].filter((name): name is string => {
  return name !== undefined && /[\p{Lu}\d-]/u.test(name) && countriesOf(name).length === 0;
});
const SUBJECT = ['azerbaijan', 'azeri', 'baku', 'iceberg', 'israel', 'jewish', 'jews', 'jns'];

const lines = globSync('src/**/*.{ts,astro,css}').flatMap((file) => {
  const of = file.replaceAll('\\', '/');
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, at) => ({ text, of, place: `${of}:${at + 1}` }));
});

function findWords(pattern: RegExp): string[] {
  return lines.filter(({ text, of }) => pattern.test(text) && !LISTS.test(of)).map(({ place }) => place);
}

test('this site has names to look for', () => {
  expect(words.length).toBeGreaterThan(150);
});

test.for(words.filter((name) => !OWN.includes(name)))('the program does not know “%s”', (name) => {
  const word = `(?<![\\p{L}\\p{N}-])${RegExp.escape(name)}(?![\\p{L}\\p{N}-])`;
  expect(findWords(new RegExp(word, 'u'))).toEqual([]);
});

test.for(themes.map(({ document }) => document.slug))('the program does not know the theme “%s”', (slug) => {
  expect(findWords(new RegExp(`(?<=['"\`/ ]|--)${slug}(?=['"\`/])`, 'u'))).toEqual([]);
});

test.for(SUBJECT)('the program has no word such as “%s”', (word) => {
  expect(findWords(new RegExp(word, 'iu'))).toEqual([]);
});

test.for([...SUBJECT, ...sources.map(({ id }) => id)])('no other test has “%s”', (word) => {
  const files = globSync('tests/**/*.{ts,txt,json,mdx,yaml,svg}', { exclude: ['tests/this-site/**'] });
  const pattern = new RegExp(word, 'iu');
  expect(files.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('the program counts no texts beforehand', () => {
  const number = 'one|two|three|four|five|six|seven|eight|nine|ten|\\d+';
  const pages = lines.filter(({ of }) => /^src\/(?:components|layouts|pages|formats)\//.test(of));
  const counted = new RegExp(
    `\\b(?:the|these|of|from|all|only|Its) (?:${number}) (?:source )?(?:texts|sources|themes)\\b`,
    'iu',
  );
  expect(pages.filter(({ text }) => counted.test(text)).map(({ place }) => place)).toEqual([]);
});
