import { expect, test } from 'vitest';
import { blankFrontMatter, readDocument } from '#document/document.ts';
import { parseMdx } from '#markdown/parse.ts';

const read = (text: string, folder: 'articles' | 'themes' | 'pages' = 'pages') => {
  const parsed = parseMdx(blankFrontMatter(text), 'grain.mdx');
  if ('problem' in parsed) throw new Error(`Cannot parse ${text}`);
  return readDocument({ folder, slug: 'grain', file: 'grain.mdx', text }, parsed.tree);
};
const page = 'title: Grain\ndescription: What went west.\n';

test('front matter is blanked in place', () => {
  const text = `---\r\ntitle: Grain\r\n---\r\n\r\nText\r\n`;
  expect(blankFrontMatter(text)).toBe(`   \r\n            \r\n   \r\n\r\nText\r\n`);
  expect(blankFrontMatter('Text\n---\na: b\n---\n')).toBe('Text\n---\na: b\n---\n');
  expect(blankFrontMatter('\uFEFFA mark before, \uFEFFand within\n')).toBe(' A mark before, \uFEFFand within\n');
});

test('headings have the ids of their anchors', () => {
  const { document } = read(`---\n${page}---\n\n## *Oats* & rye\n\n### Oats\n\n### Oats\n`);
  expect(document?.headings).toEqual([
    { id: 'oats--rye', text: 'Oats & rye', depth: 2 },
    { id: 'oats', text: 'Oats', depth: 3 },
    { id: 'oats-1', text: 'Oats', depth: 3 },
  ]);
});

const start = { line: 1, column: 1, offset: 0 };

test.for<[name: string, text: string, facts: object[]]>([
  ['none', 'Text\n', [{ fault: 'no-front-matter', place: { start, end: start } }]],
  ['no closing line', '---\ntitle: Grain\n', [{ fault: 'no-front-matter' }]],
  [
    'no keys',
    '---\n---\nText\n',
    [
      { fault: 'key-missing', path: 'title' },
      { fault: 'key-missing', path: 'description' },
    ],
  ],
  ['a list', '---\n- title\n---\n', [{ fault: 'type', path: '', expected: 'object' }]],
  ['an unknown key', `---\n${page}titel: x\n---\n`, [{ fault: 'key-unknown', path: 'titel', suggestions: ['title'] }]],
  ['the key `__proto__`', `---\n${page}__proto__: { a: 1 }\n---\n`, [{ fault: 'key-unknown', path: '__proto__' }]],
  ['broken YAML', '---\ntitle: "Grain\n---\n', [{ fault: 'syntax' }]],
])('front matter with %s is refused', ([, text, facts]) => {
  const { document, problems } = read(text);
  expect(document).toBeUndefined();
  expect(problems).toMatchObject(facts.map((fact) => ({ ruleId: 'article-invalid', part: 'front-matter', ...fact })));
  expect(problems).toHaveLength(facts.length);
});

test('mentions of other documents have their places', () => {
  const text = `---\n${page}themes: [trade]\nasOf: The year 2023.\nrelated:\n  - storms\nupdated: 2026-11-23\n---\n`;
  const { mentions } = read(text, 'articles');
  expect(
    mentions.map(({ kind, slug, place }) => [kind, slug, text.slice(place.start.offset, place.end.offset)]),
  ).toEqual([
    ['theme', 'trade', 'trade'],
    ['article', 'storms', 'storms'],
  ]);
});
