import { describe, expect, test } from 'vitest';
import { writeBibliography } from '#formats/bibliography.ts';
import { BIBLIOGRAPHY_FORMATS } from '#formats/bibliography-formats.ts';
import { cslItem } from '#publication/csl-item.ts';
import { sourceOf } from '../source-of.ts';

const stated = (value: string, words = 'The log') => `{ known: stated, value: ${value}, words: ${words} }`;
const itemOf = (csl: Record<string, string>, more = '') => cslItem(sourceOf('log', 'The log\n', more, csl).record);
const full = itemOf({
  type: stated('article-newspaper'),
  title: stated('"The {log} & more"'),
  author: stated('[{ family: Rye, given: Ann }, { literal: The harbour office }]'),
  publisher: stated('The port'),
  'container-title': stated('Harbour News'),
  issued: stated('2023-05-07'),
  language: stated('en'),
  URL: stated('https://port.example/2/log'),
  genre: stated('news'),
});

describe('a source in CSL-JSON', () => {
  test('has what its record knows', () => {
    expect(full).toEqual({
      id: 'log',
      type: 'article-newspaper',
      title: 'The {log} & more',
      author: [{ family: 'Rye', given: 'Ann' }, { literal: 'The harbour office' }],
      publisher: 'The port',
      'container-title': 'Harbour News',
      issued: { 'date-parts': [[2023, 5, 7]] },
      language: 'en',
      URL: 'https://port.example/2/log',
      genre: 'news',
      note: expect.stringMatching(/^SHA-256 of the text: [0-9a-f]{64}$/),
    });
    expect(JSON.parse(writeBibliography(full, 'csl.json'))).toEqual([full]);
  });

  test('has nothing for what is unknown, except a name in brackets for a title', () => {
    const unknown = Object.fromEntries(
      ['type', 'title', 'author', 'publisher', 'container-title', 'issued', 'language', 'URL', 'genre'].map((name) => [
        name,
        '{ known: unknown }',
      ]),
    );
    expect(itemOf(unknown)).toEqual({ id: 'log', type: 'document', title: '[The log]', note: expect.any(String) });
    for (const format of BIBLIOGRAPHY_FORMATS) expect(writeBibliography(itemOf(unknown), format)).toContain('[');
  });

  test('has the short name, where the record has one', () => {
    const item = itemOf({}, 'short: the log');
    expect(item['title-short']).toBe('the log');
    expect(writeBibliography(item, 'bib')).toContain('shorttitle = {the log}');
    expect(writeBibliography(item, 'ris')).toContain('ST  - the log');
  });

  test('gives a day that is known only by its limits in words', () => {
    const item = itemOf({ issued: stated('2017-01/..') });
    expect(item.issued).toEqual({ literal: 'January 2017 or later' });
    expect(writeBibliography(item, 'bib')).toContain('note = {Date: January 2017 or later. SHA-256');
    expect(writeBibliography(item, 'ris')).toContain('N1  - Date: January 2017 or later. SHA-256');
  });
});

test('BibLaTeX has the day and the authors, and its key is what authors of articles write', () => {
  const text = writeBibliography(full, 'bib');
  expect(text).toMatch(/^@article\{log,\n/);
  expect(text).toContain('author = {Rye, Ann and {The harbour office}}');
  expect(text).toContain('date = {2023-05-07}');
  expect(text).toContain('title = {{The \\{log\\} \\& more}}');
  expect(text).toContain('journaltitle = {{Harbour News}}');
  expect(text).toContain('url = {https://port.example/2/log}');
  expect(text).toMatch(/,\n\}\n$/);
});

test.for<[written: string, words: string]>([
  ['Əhməd və Çingiz: הארץ и Модсон', 'Əhməd və Çingiz: הארץ и Модсон'],
  ['Kızıl Şəhər – “Xəbər”', 'Kızıl Şəhər – “Xəbər”'],
  ['הארץ', 'הארץ'],
  ['صحيفة', 'صحيفة'],
  ['Модсон Ёж', 'Модсон Ёж'],
  ['東京 🚢 e\u0301', '東京 🚢 e\u0301'],
  ['100% of C# & $5_000 {a}', '100\\% of C\\# \\& \\$5\\_000 \\{a\\}'],
  [
    'a <i>b</i> <b> ~ ^ \\x',
    'a \\textless{}i\\textgreater{}b\\textless{}/i\\textgreater{} \\textless{}b\\textgreater{} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x',
  ],
])('BibLaTeX keeps every letter of %s in every field', ([written, words]) => {
  const value = JSON.stringify(written);
  const item = itemOf({
    title: stated(value),
    author: stated(`[{ family: ${value}, given: ${value} }, { literal: ${value} }]`),
    publisher: stated(value),
    'container-title': stated(value),
    genre: stated(value),
  });
  const text = writeBibliography(item, 'bib');
  for (const field of ['title', 'booktitle']) expect(text).toContain(`\t${field} = {{${words}}},`);
  expect(text).toContain(`\tauthor = {${words}, ${words} and {${words}}},`);
  expect(text).toContain(`\tinstitution = {${words}},`);
  expect(text).toContain(`\tentrysubtype = {${words}},`);
  for (const format of ['ris', 'csl.json'] as const)
    expect(writeBibliography(item, format)).toContain(
      JSON.stringify(written)
        .slice(1, -1)
        .replaceAll('\\\\', format === 'ris' ? '\\' : '\\\\'),
    );
});

test('names with what separates names in BibLaTeX, and addresses with braces, are kept whole', () => {
  const author = stated('[{ family: "Rye, Jr.", given: Ann }, { literal: "Ports and Ships, Almar" }]');
  const text = writeBibliography(itemOf({ author, URL: stated('"https://port.example/%7B{a}?b_c"') }), 'bib');
  expect(text).toContain('author = {{Rye, Jr.}, Ann and {Ports and Ships, Almar}}');
  expect(text).toContain('url = {https://port.example/%7B%7Ba%7D?b_c}');
});

test('RIS has the authors and the day of a newspaper, one value a line', () => {
  const lines = writeBibliography(full, 'ris').split('\r\n');
  expect(lines[0]).toBe('TY  - NEWS');
  expect(lines).toContain('AU  - Rye, Ann');
  expect(lines).toContain('AU  - The harbour office');
  expect(lines).toContain('DA  - 2023/05/07/');
  expect(lines).toContain('UR  - https://port.example/2/log');
  expect(lines.slice(-2)).toEqual(['ER  - ', '']);
  expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  expect(writeBibliography(itemOf({ type: stated('report') }), 'ris')).toMatch(/^TY {2}- RPRT\r\n/);
});
