import type { Properties } from 'hast';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { parseMdx } from '#markdown/parse.ts';
import { canSetBody, setBody } from '#markdown/set-body.ts';
import { writeHtml } from '#markdown/write-html.ts';

function treeOf(text: string) {
  const parsed = parseMdx(text, 'content/articles/oats.mdx');
  if (!('tree' in parsed)) throw new Error('Expected a syntax tree');
  return parsed.tree;
}

const bodyOf = (text: string) =>
  setBody(treeOf(text), { notes: [], isDraft: true }, { links: new Map([['Marn', '/places/#marn']]), entries: [] });

// That this is what Astro makes of the same MDX is seen in the whole site, built both ways: `tests/site/fast-paths.test.ts`.
describe('a body is set as HTML', () => {
  test.for([
    ['a heading with its id, and curled marks', "## It's one\n\nTwo", '<h2 id="its-one">It’s one</h2>\n<p>Two</p>'],
    ['characters that could be markup', '`<b> & "it\'s"`', '<p><code>&lt;b&gt; &amp; &quot;it&#39;s&quot;</code></p>'],
    ['a list', '- One\n- Two', '<ul>\n<li>One</li>\n<li>Two</li>\n</ul>'],
    ['elements without content', 'One  \ntwo\n\n***', '<p>One<br/>\ntwo</p>\n<hr/>'],
    ['attributes with marks', '[a](/b?c=1&d=2 "e\\"f")', '<p><a href="/b?c=1&amp;d=2" title="e&quot;f">a</a></p>'],
    ['words that are set apart', "*So*'s **so** ~~no~~", '<p><em>So</em>’s <strong>so</strong> <del>no</del></p>'],
    [
      'a quotation, and a link by reference',
      '> [So][a]\n\n[a]: /b',
      '<blockquote>\n<p><a href="/b">So</a></p>\n</blockquote>',
    ],
    ['names as links', 'In Marn.', '<p>In <a href="/places/#marn" class="name">Marn</a>.</p>'],
    [
      'a table in its box, without line breaks',
      '| A | B |\n| :-- | --- |\n| c | |',
      '<div class="table" role="group" aria-label="Table" tabindex="0"> <table><thead><tr><th class="align-left">A</th><th>B</th></tr></thead><tbody><tr><td class="align-left">c</td><td></td></tr></tbody></table> </div>',
    ],
    ['no comment of the author', 'A {/* why */} b.\n\n{/* all */}\n\nC', '<p>A  b.</p>\n\n<p>C</p>'],
  ] as const)('with %s', ([, text, html]) => {
    expect(canSetBody(treeOf(text))).toBe(true);
    expect(bodyOf(text)).toBe(html);
  });
});

describe('a body is left to MDX', () => {
  test.for([
    ['an element', '<Event date="2023">It came.</Event>'],
    ['an element in a line', 'It <b>came</b>.'],
    ['an expression', 'It {1 + 1} came.'],
    ['a block of code', '```\nIt came.\n```'],
    ['a picture', '![It came](/a.png)'],
    ['a box of a task', '- [x] It came.'],
    ['a paragraph that MDX takes away', '{/* one */} {/* two */}'],
    ['a module', 'export const it = 1'],
  ] as const)('for %s', ([, text]) => {
    expect(canSetBody(treeOf(text))).toBe(false);
  });
});

test.for<[name: string, properties: Properties, html: string]>([
  [
    'nothing for a property that is not set',
    { hidden: false, disabled: '', id: undefined, title: undefined, dataLine: null },
    '<p></p>',
  ],
  [
    'a property that is on by its name',
    { hidden: true, dataNote: true, dataLine: '' },
    '<p hidden data-note data-line></p>',
  ],
  [
    'lists by their kind',
    { className: ['a', 'b'], accept: ['c', 'd'], tabIndex: 0 },
    '<p class="a b" accept="c, d" tabindex="0"></p>',
  ],
])('attributes have %s', ([, properties, html]) => {
  const element = {
    type: 'element' as const,
    tagName: 'p',
    properties,
    children: [],
  };
  expect(writeHtml({ type: 'root', children: [element] })).toBe(html);
});

test('notes stand at the end, under their title, with a way back', () => {
  const text = 'So.[^a]\n\n[^a]: @log "So."\n';
  expect(canSetBody(treeOf(text))).toBe(true);
  const html = bodyOf(text);
  expect(html).toContain('<h2 class="notes-title" id="footnote-label">Notes</h2>');
  expect(html).toMatch(/<a href="#note-fnref-a" aria-label="Back to statement of note 1" role="doc-backlink">↑<\/a>/);
});

test('elements that have no content are written without an end', () => {
  const written = (tagName: string) => writeHtml({ type: 'root', children: [h(tagName)] });
  for (const tagName of ['br', 'hr', 'col', 'img', 'input', 'wbr']) expect(written(tagName)).toBe(`<${tagName}/>`);
  expect(written('p')).toBe('<p></p>');
});
