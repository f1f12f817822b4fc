import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasNames } from '#check/check-statements.ts';
import { documentsOf } from '#check/model.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { countriesOf } from '#statement/country.ts';

const { corpus } = readCorpus(process.cwd(), { withDrafts: true });
const { site, sources, articles, themes, pages } = corpus;

/** The program's own pages, and words for them, are no subject. */
const OWN = ['home', 'places', 'timeline'];
/** In lists for any site: the platform's currencies, offices of governments, and the words of examples. */
const GENERAL = /^src\/statement\/(?:country|currency|office-words)\.ts$/;

/** What only this content is about: its names of people, bodies and places, its texts, and its addresses. */
const words = new Set<string>();
for (const { document } of pages) {
  if (!hasNames(document)) continue;
  for (const { depth, text } of document.headings) if (depth === 3) words.add(text);
  for (const others of Object.values(document.matter.aliases)) for (const other of others) words.add(other);
}
for (const { record } of sources) {
  for (const word of [record.id, record.short, ...record.aliases]) if (word) words.add(word);
  const { publisher, 'container-title': container } = record.csl;
  for (const field of [publisher, container]) if (field.known !== 'unknown') words.add(field.value);
}
for (const { document } of documentsOf(corpus)) if (!OWN.includes(document.slug)) words.add(document.slug);
for (const { document } of [...articles, ...themes]) words.add(document.matter.title);
for (const text of [site.name, site.tagline ?? '', ...Object.keys(site.spellings)]) words.add(text);

const files = globSync('src/**/*.{ts,astro,css}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test.for([...words].filter((word) => word.length > 3 && countriesOf(word).length === 0))('%s', (word) => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${RegExp.escape(word)}(?![\\p{L}\\p{N}-])`, 'u');
  const found = files.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        pattern.test(line) && !GENERAL.test(file) ? `${file}:${at + 1} ${line.trim().slice(0, 90)}` : [],
      ),
  );
  expect(found).toEqual([]);
});
