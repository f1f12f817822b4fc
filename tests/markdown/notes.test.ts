import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { CheckedDocument } from '#markdown/checked-document.ts';
import { noteCitation } from '#markdown/note.ts';
import { rehypeCurl } from '#markdown/rehype-curl.ts';
import { FOOTNOTE_OPTIONS, rehypeNotes } from '#markdown/rehype-notes.ts';
import { remarkCitations } from '#markdown/remark-citations.ts';
import type { PublishedCitation } from '#publication/publish-note.ts';
import { EMPTY_DOCUMENT } from '../published.ts';

const citation = (more: Partial<PublishedCitation> = {}): PublishedCitation => ({
  sourceId: 'log',
  sourceName: 'The log',
  language: 'en',
  genre: 'log',
  issued: 'May 2023',
  href: '/sources/log/#c1-9',
  lines: 'line 5',
  before: '',
  parts: ['Three ships left.'],
  spans: [],
  after: '',
  slips: [],
  voices: [],
  others: 0,
  ...more,
});

describe('a citation in a note', () => {
  test.for<[name: string, more: Partial<PublishedCitation>, expected: string]>([
    [
      'its words as a quotation',
      {},
      '<div class="citation"><blockquote class="quoted"><p><q>Three ships left.</q></p></blockquote><p class="kind">',
    ],
    [
      'the rest of the sentence',
      { before: 'At noon ', after: ' in haste.' },
      '<p><span class="context">At noon </span><q>Three ships left.</q><span class="context"> in haste.</span></p>',
    ],
    [
      'an ellipsis between its parts',
      { parts: ['Three ships', 'left.'] },
      '<p><q>Three ships</q><span class="left-out"> […] </span><q>left.</q></p>',
    ],
    [
      'its errata',
      { slips: [{ printed: 'p0rt', read: 'port' }] },
      '<p class="slip-note">Printed <q>p0rt</q>; read <em>port</em>.</p>',
    ],
    ['that the text states it', {}, '<p class="kind">Stated by the text.</p>'],
    [
      'the kinds of its words with their speakers',
      {
        voices: [
          { kind: 'allegation', by: 'the clerk' },
          { kind: 'reported', by: 'a <sailor>' },
        ],
      },
      '<p class="kind"><span class="mark" data-kind="allegation">Allegation</span>, voiced by the clerk; <span class="mark" data-kind="reported">Reported speech</span>, voiced by a &#x3C;sailor>.</p>',
    ],
    [
      'its origin with a link',
      {},
      '<p class="origin"><a href="/sources/log/" role="doc-biblioref"><cite>The log</cite></a>, log, May 2023, line 5.</p><p class="act"><a class="read" href="/sources/log/#c1-9" aria-label="Read in the source: The log, line 5">Read in the source</a></p>',
    ],
    [
      'the number of other statements on its words',
      { others: 2 },
      'Read in the source</a><span> with 2 other statements on these words</span></p>',
    ],
    [
      'classes for quotation marks in its words',
      { parts: ['“Three ships', 'left.”', '"It left."'] },
      '<q class="opens">“Three ships</q><span class="left-out"> […] </span><q class="closes">left.”</q><span class="left-out"> […] </span><q class="opens closes">"It left."</q>',
    ],
    [
      'no markup of the source',
      { parts: ['<b>*bold*</b> {1 + 1} &amp;'], before: '<script>', sourceName: '<i>' },
      '<p><span class="context">&#x3C;script></span><q>&#x3C;b>*bold*&#x3C;/b> {1 + 1} &#x26;amp;</q></p>',
    ],
  ])('has %s', ([, more, expected]) => {
    expect(toHtml(noteCitation(citation(more)))).toContain(expected);
  });
});

/** Render a document as the site does, with these checked notes. */
function render(text: string, notes: Partial<CheckedDocument>) {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCitations, { documentOf: () => ({ ...EMPTY_DOCUMENT, ...notes }) })
    .use(remarkRehype, FOOTNOTE_OPTIONS)
    .use(rehypeNotes);
  return toHtml(processor.runSync(processor.parse(text), { path: '/grain.mdx', value: text }));
}

const text = 'Grain went west.[^a][^b] It did.[^a]\n\n[^a]: @log "x"\n\n    Of the *editor*.\n\n[^b]: @log "y"\n';
const notes = [
  {
    identifier: 'a',
    kind: undefined,
    isOnlySource: true,
    statements: [],
    citations: [citation(), citation({ parts: ['The storm came.'] })],
  },
  {
    identifier: 'b',
    kind: 'opinion' as const,
    isOnlySource: false,
    statements: [],
    citations: [citation({ parts: ['The port closed.'], voices: [{ kind: 'opinion', by: 'the clerk' }] })],
  },
];

describe('the notes of a document', () => {
  const html = render(text, { notes, hasProblems: false });

  test('have the words of the source, not those of the author', () => {
    expect(html.match(/<q>.*?<\/q>/g)).toEqual([
      '<q>Three ships left.</q>',
      '<q>The storm came.</q>',
      '<q>The port closed.</q>',
    ]);
    expect(html).not.toContain('@log');
  });

  test('have roles of DPUB-ARIA', () => {
    expect(html.match(/role="doc-noteref"/g)).toHaveLength(3);
    expect(html.match(/role="doc-backlink"/g)).toHaveLength(3);
    expect(html.match(/<section[^>]*role="doc-endnotes"[^>]*>/g)).toHaveLength(1);
    expect(html).toContain('aria-labelledby="footnote-label"');
    expect(html).not.toContain('aria-describedby');
  });

  test('open in place by a button at each reference, and are in the list', () => {
    expect(html).toMatch(
      /<sup id="note-fnref-a" class="reference"><a href="#note-fn-a"[^>]*>1<\/a><button type="button" popovertarget="note-fn-a" aria-label="Note 1">1<\/button><\/sup>/,
    );
    expect(html.match(/<li id="note-fn-[ab]" popover/g)).toHaveLength(2);
    expect(html.match(/ id="note-fnref-a-2"/g)).toHaveLength(1);
  });

  test('say their number, and can be closed, when open', () => {
    expect(html).toContain(
      '<div class="note-bar" data-pagefind-ignore=""><b>Note 2</b><button type="button" popovertarget="note-fn-b" popovertargetaction="hide">Close</button></div>',
    );
  });

  test('have their kind at each reference', () => {
    expect(html).toMatch(
      /<sup id="note-fnref-b" class="reference" data-kind="opinion"><a [^>]*>2<\/a><button [^>]*aria-label="Note 2, opinion">/,
    );
    expect(html.match(/class="reference"><a /g)).toHaveLength(2);
  });

  test('say once, at their end, that no other text is cited', () => {
    expect(html.match(/No other text is cited for this/g)).toHaveLength(1);
    expect(html).toMatch(/The storm came\.<\/q><\/p><\/blockquote><p class="kind">Stated by the text\. No other text/);
  });

  test('have numbers separated by a space that does not break', () => {
    expect(html).toMatch(/1<\/button><\/sup>\u202f<sup /);
    expect(html.match(/\u202f/g)).toHaveLength(1);
  });

  test("keep the editor's note, and have back references at the end of the last line", () => {
    // After the editor's note, which comes last, or else after the link to the source.
    expect(html).toMatch(
      /<p class="editors-note">Of the <em>editor<\/em>\. <a href="#note-fnref-a"[^>]*>↑1<\/a> <a href="#note-fnref-a-2"[^>]*>↑2<\/a><\/p>\n<\/li>/,
    );
    expect(html).toMatch(/Read in the source<\/a> <a href="#note-fnref-b"[^>]*>↑<\/a>/);
  });

  test.for([
    [
      'in the last item of a list',
      '- One\n    - Two',
      /<li>Two <a href="#note-fnref-b"[^>]*>↑<\/a>\s*<\/li>\s*<\/ul>\s*<\/li>/,
    ],
    ['after a thematic break', '***', /<hr [^>]*>\s*<a href="#note-fnref-b"[^>]*>↑<\/a>\s*<\/li>/],
  ] as const)('have back references %s, if they end with one', ([, remark, expected]) => {
    const html = render(`Grain.[^b]\n\n[^b]: @log "y"\n\n    ${remark}\n`, { notes, hasProblems: false });
    expect(html).toMatch(expected);
  });

  test('that were not checked stop a build', () => {
    expect(() => render(text, { notes: notes.slice(1), hasProblems: false })).toThrow('Footnote `a` was not checked');
  });

  test('with a problem say so in a draft', () => {
    const draft = render(text, { notes: notes.slice(1), hasProblems: true });
    expect(draft).toContain('<p>This footnote has a problem; its words are not shown. <a ');
    expect(draft).toContain('The port closed.');
    expect(draft).not.toContain('@log');
  });
});

test('a link reference with the label of a note is not a reference to that', () => {
  const html = render('So [it is][b].[^b]\n\n[b]: /c/\n\n[^b]: @log "y"\n', {
    notes: notes.slice(1),
    hasProblems: false,
  });
  expect(html).toContain('So <a href="/c/">it is</a>.<span class="cluster"><sup ');
});

test('cells of a table are aligned by class, since a strict policy forbids inline styles', () => {
  const html = render('| a | b |\n| --: | - |\n| 1 | 2 |\n', { notes: [], hasProblems: false });
  expect(html).toContain('<td class="align-right">1</td>');
  expect(html).toContain('<td>2</td>');
  expect(html).not.toMatch(/ (align|style)=/);
});

test('quotation marks of our own prose become typographic, those of quotations stay', () => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeCurl);
  const curled = (markdown: string) => toHtml(processor.runSync(processor.parse(markdown)));
  expect(curled('He said *"so"* and "[no](/a/)", didn\'t he?')).toBe(
    '<p>He said <em>“so”</em> and “<a href="/a/">no</a>”, didn’t he?</p>',
  );
  expect(curled('"So" it is.\n\n"No" it isn\'t.')).toBe('<p>“So” it is.</p>\n<p>“No” it isn’t.</p>');
  expect(curled('Write `"so"`.')).toBe('<p>Write <code>"so"</code>.</p>');
  expect(curled('> "So."')).toContain('"So."');
  // With a reference between the word and the mark.
  expect(curled('He said "so[^a]".\n\n[^a]: "No"')).toMatch(/^<p>He said “so<sup>.*<\/sup>”\.<\/p>/);
});

test.for([
  ...['a', 'em', 'strong', 'cite', 'span', 'abbr', 'del', 'ins', 'i', 'b', 'u'].map((tag) => [tag, 'It’s so’s']),
  ['div', "It’s so's"],
  ...['q', 'code', 'pre', 'blockquote', 'style', 'script'].map((tag) => [tag, "It's so's"]),
] as [string, string][])(
  'a sentence continues through phrasing elements only, and quotations stay: %s',
  ([tag, text]) => {
    const tree: Root = { type: 'root', children: [h('p', [h(tag, "It's so"), "'s"])] };
    unified().use(rehypeCurl).runSync(tree);
    expect(plainText(tree)).toBe(text);
  },
);

test('quotation marks in components become typographic, too', () => {
  const paragraph = h('p', '"So"');
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'mdxJsxFlowElement', name: 'Event', attributes: [], children: [paragraph] },
      h('p', [
        { type: 'mdxJsxTextElement', name: 'Point', attributes: [], children: [{ type: 'text', value: '"No"' }] },
      ]),
      h('p', ['He said ', { type: 'text', value: '' }, '"so"']),
      h('ul', [h('li', 'So'), h('li', '"no"')]),
    ],
  };
  unified().use(rehypeCurl).runSync(tree);
  expect(plainText(tree)).toBe('“So”“No”He said “so”So“no”');
});
