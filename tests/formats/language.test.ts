import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { annotationsOf } from '#formats/annotations.ts';
import { hostHeaders } from '#formats/headers.ts';
import { markdownTwin } from '#formats/markdown-twin.ts';
import { publishText } from '#formats/published-text.ts';
import { noteCitation } from '#markdown/note.ts';
import { sourceBlocks, statementsByLine } from '#markdown/source-text.ts';
import { type LanguageMarks, languageMarks } from '#text/language.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

test.for<[tag: string | undefined, marks: LanguageMarks]>([
  ['en', {}],
  ['en-GB', { lang: 'en-GB', dir: 'ltr' }],
  ['he', { lang: 'he', dir: 'rtl' }],
  ['ar-EG', { lang: 'ar-EG', dir: 'rtl' }],
  ['fa', { lang: 'fa', dir: 'rtl' }],
  ['yi', { lang: 'yi', dir: 'rtl' }],
  // Uzbek has three scripts.
  ['uz', { lang: 'uz', dir: 'ltr' }],
  ['uz-Cyrl', { lang: 'uz-Cyrl', dir: 'ltr' }],
  ['uz-Arab', { lang: 'uz-Arab', dir: 'rtl' }],
  ['he-Latn', { lang: 'he-Latn', dir: 'ltr' }],
  ['ru', { lang: 'ru', dir: 'ltr' }],
  ['en-toolongasubtag', { lang: 'en-toolongasubtag', dir: 'auto' }],
  [undefined, { lang: '', dir: 'auto' }],
])('words in %s are marked', ([tag, marks]) => {
  expect(languageMarks(tag)).toEqual(marks);
});

const site = new URL('https://harbour.example/');
const words = 'בנמל נמכרו 40 אוניות במאי (2023), לפי "הארץ".';

/** Everything that prints words of a source in a language: HTML, and the other formats. */
function printed(language: string) {
  const errata = 'errata: [{ line: 1, printed: נמכרו, read: נמכרות, certainty: certain }]';
  const file = articleOf('ships', `The text says that 40 ships were sold.[^h]\n\n[^h]: @memo "${words}"`);
  const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');
  const { articles, sources } = publicationOf([sourceOf('memo', `${words}\n`, errata, { language })], [file, theme]);
  const [article] = articles;
  const [source] = sources;
  const [citation] = article?.notes[0]?.citations ?? [];
  if (!article || !source || !citation || !file.tree) throw new Error('Expected an article with a note');
  const annotations = annotationsOf(article, () => publishText(source.lines), site);
  return {
    note: toHtml(noteCitation(citation)),
    lines: toHtml(sourceBlocks(source, statementsByLine(source))),
    twin: markdownTwin(article, file.tree, site),
    target: annotations.first.items[0]?.target[0],
    headers: hostHeaders({ scripts: [], styles: [] }, sources),
  };
}

test('Hebrew is set from right to left, in its language, wherever it is printed', () => {
  const { note, lines, twin, target, headers } = printed('{ known: inferred, value: he, note: Read. }');
  const marks = 'lang="he" dir="rtl"';
  expect(note).toContain(`<blockquote class="quoted" ${marks}><p><q class="closes">`.replace(' class="closes"', ''));
  expect(note).toContain(`Printed <q ${marks}>נמכרו</q>; read <em ${marks}>נמכרות</em>.`);
  expect(lines).toContain(`<span class="words" ${marks}>`);
  expect(lines).toContain(`Printed <q ${marks}>נמכרו</q>, read <em ${marks}>נמכרות</em>`);
  expect(twin).toContain(`<span ${marks}>“${words}”</span> – Stated by the text.`);
  expect(target).toMatchObject({ language: 'he', textDirection: 'rtl' });
  expect(headers).toContain('/sources/memo.txt\n  Content-Language: he\n');
});

test('words in an unknown language have the direction of their first letter', () => {
  const { note, lines, twin, target, headers } = printed('{ known: unknown }');
  for (const html of [note, lines]) expect(html).toContain('lang="" dir="auto"');
  expect(twin).toContain('<span lang="" dir="auto">“');
  expect(target).toMatchObject({ textDirection: 'auto' });
  expect(headers).not.toContain('Content-Language');
});

test('English words have no marks', () => {
  const { note, lines, twin, target } = printed('{ known: inferred, value: en, note: Read. }');
  for (const text of [note, lines, twin]) expect(text).not.toMatch(/ (?:lang|dir)=/);
  expect(Object.keys(target ?? {})).toEqual(['type', 'source', 'selector']);
});
