import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { noteCitation } from '#markdown/note.ts';
import { rehypeCurl } from '#markdown/rehype-curl.ts';
import { rehypeNotes } from '#markdown/rehype-notes.ts';
import { type CheckedNotes, remarkCitations } from '#markdown/remark-citations.ts';
import type { PublishedCitation } from '#publication/publish-note.ts';

const citation = (more: Partial<PublishedCitation> = {}): PublishedCitation => ({
  sourceId: 'log',
  sourceName: 'The log',
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
      'its words, apart from what is said of them',
      {},
      '<div class="citation"><blockquote class="quoted"><p><q>Three ships left.</q></p></blockquote><p class="kind">',
    ],
    [
      'the rest of the sentence',
      { before: 'At noon ', after: ' in haste.' },
      '<p><span class="context">At noon </span><q>Three ships left.</q><span class="context"> in haste.</span></p>',
    ],
    [
      'a mark between its parts',
      { parts: ['Three ships', 'left.'] },
      '<p><q>Three ships</q><span class="left-out"> […] </span><q>left.</q></p>',
    ],
    [
      'its slips of printing',
      { slips: [{ printed: 'p0rt', read: 'port' }] },
      '<p class="slip-note">Printed <q>p0rt</q>; read <em>port</em>.</p>',
    ],
    ['that the text states it', {}, '<p class="kind">Stated by the text.</p>'],
    [
      'of what kind its words are and who says so',
      {
        voices: [
          { kind: 'allegation', by: 'the clerk' },
          { kind: 'reported', by: 'a <sailor>' },
        ],
      },
      '<p class="kind"><span class="mark" data-kind="allegation">Allegation</span>, voiced by the clerk; <span class="mark" data-kind="reported">Reported speech</span>, voiced by a &#x3C;sailor>.</p>',
    ],
    [
      'its origin and the way there',
      {},
      '<p class="origin"><a href="/sources/log/" role="doc-biblioref"><cite>The log</cite></a>, log, May 2023, line 5. <a class="read" href="/sources/log/#c1-9">Read in the source</a></p>',
    ],
    [
      'how many other statements rest on its words',
      { others: 2 },
      'Read in the source</a>, where 2 other statements rest on these words</p>',
    ],
    ['one other statement', { others: 1 }, '</a>, where 1 other statement rests on these words</p>'],
    [
      'marks that know of those of the source',
      { parts: ['“Three ships', 'left.”', '"It left."'] },
      '<q class="opens">“Three ships</q><span class="left-out"> […] </span><q class="closes">left.”</q><span class="left-out"> […] </span><q class="opens closes">"It left."</q>',
    ],
    ['no kind of text where none is known', { genre: undefined }, '</a>, May 2023, line 5. '],
    [
      'no markup of the source',
      { parts: ['<b>*bold*</b> {1 + 1} &amp;'], before: '<script>', sourceName: '<i>' },
      '<p><span class="context">&#x3C;script></span><q>&#x3C;b>*bold*&#x3C;/b> {1 + 1} &#x26;amp;</q></p>',
    ],
  ])('has %s', ([, more, expected]) => {
    expect(toHtml(noteCitation(citation(more)))).toContain(expected);
  });
});

/** Set a document as the site does, with checked notes for it. */
function set(text: string, notes: CheckedNotes) {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCitations, { notesOf: () => notes })
    .use(remarkRehype, { clobberPrefix: 'note-' })
    .use(rehypeNotes);
  return toHtml(processor.runSync(processor.parse(text), { path: '/grain.mdx', value: text }));
}

const text = 'Grain went west.[^a][^b] It did.[^a]\n\n[^a]: @log "x"\n\n    Of the *editor*.\n\n[^b]: @log "y"\n';
const notes = [
  {
    identifier: 'a',
    kind: undefined,
    isOnlySource: true,
    citations: [citation(), citation({ parts: ['The storm came.'] })],
  },
  {
    identifier: 'b',
    kind: 'opinion' as const,
    isOnlySource: false,
    citations: [citation({ parts: ['The port closed.'], voices: [{ kind: 'opinion', by: 'the clerk' }] })],
  },
];

describe('the notes of a document', () => {
  const html = set(text, { notes, isDraft: false });

  test('have the words of the source, not those of the author', () => {
    expect(html.match(/<q>.*?<\/q>/g)).toEqual([
      '<q>Three ships left.</q>',
      '<q>The storm came.</q>',
      '<q>The port closed.</q>',
    ]);
    expect(html).not.toContain('@log');
  });

  test("keep the editor's note", () => {
    expect(html).toContain('<p class="editors-note">Of the <em>editor</em>.');
  });

  test('have roles of DPUB-ARIA', () => {
    expect(html.match(/role="doc-noteref"/g)).toHaveLength(3);
    expect(html.match(/role="doc-backlink"/g)).toHaveLength(3);
    expect(html.match(/<section[^>]*role="doc-endnotes"[^>]*>/g)).toHaveLength(1);
    expect(html).toContain('aria-labelledby="footnote-label"');
    expect(html).not.toContain('aria-describedby');
  });

  test('open in place, by a button beside each reference, and stand in the list', () => {
    expect(html).toMatch(
      /<sup id="note-fnref-a" class="reference"><a href="#note-fn-a"[^>]*>1<\/a><button type="button" popovertarget="note-fn-a" aria-label="Note 1">1<\/button><\/sup>/,
    );
    expect(html.match(/<li id="note-fn-[ab]" popover/g)).toHaveLength(2);
    expect(html.match(/ id="note-fnref-a-2"/g)).toHaveLength(1);
  });

  test('tell of what kind their words are at each reference', () => {
    expect(html).toMatch(
      /<sup id="note-fnref-b" class="reference" data-kind="opinion"><a [^>]*>2<\/a><button [^>]*aria-label="Note 2, opinion">/,
    );
    expect(html.match(/class="reference"><a /g)).toHaveLength(2);
  });

  test('say once, at their end, that no other text is cited', () => {
    expect(html.match(/No other text is cited for this/g)).toHaveLength(1);
    expect(html).toMatch(/The storm came\.<\/q><\/p><\/blockquote><p class="kind">Stated by the text\. No other text/);
  });

  test('have numbers that stand apart on one line', () => {
    expect(html).toMatch(/1<\/button><\/sup>\u202f<sup /);
    expect(html.match(/\u202f/g)).toHaveLength(1);
  });

  test('have the way back at the end of their last line', () => {
    // Behind the editor's words, which come last, and behind the way to the source.
    expect(html).toMatch(
      /<em>editor<\/em>\. <a href="#note-fnref-a"[^>]*>↩<\/a> <a href="#note-fnref-a-2"[^>]*>↩<sup>2<\/sup><\/a><\/p>\n<\/li>/,
    );
    expect(html).toMatch(/Read in the source<\/a> <a href="#note-fnref-b"/);
  });

  test.for([
    [
      'in the last item of a list',
      '- One\n    - Two',
      /<li>Two <a href="#note-fnref-b"[^>]*>↩<\/a>\s*<\/li>\s*<\/ul>\s*<\/li>/,
    ],
    ['behind a line across', '***', /<hr [^>]*>\s*<a href="#note-fnref-b"[^>]*>↩<\/a>\s*<\/li>/],
  ] as const)('have the way back %s, where they end with one', ([, remark, expected]) => {
    const html = set(`Grain.[^b]\n\n[^b]: @log "y"\n\n    ${remark}\n`, { notes, isDraft: false });
    expect(html).toMatch(expected);
  });

  test('that were not checked stop a build', () => {
    expect(() => set(text, { notes: notes.slice(1), isDraft: false })).toThrow('Footnote `a` was not checked');
    const empty = { identifier: 'a', kind: undefined, isOnlySource: false, citations: [] };
    expect(() => set(text, { notes: [empty, ...notes.slice(1)], isDraft: false })).toThrow(
      'Footnote `a` was not checked',
    );
  });

  test('that were not proven say so to their author', () => {
    const draft = set(text, { notes: notes.slice(1), isDraft: true });
    expect(draft).toContain('<p>This footnote has a problem; its words are not shown. <a ');
    expect(draft).toContain('The port closed.');
    expect(draft).not.toContain('@log');
  });
});

test('a link by a name that a note has, too, is none of its references', () => {
  const html = set('So [it is][b].[^b]\n\n[b]: /c/\n\n[^b]: @log "y"\n', { notes: notes.slice(1), isDraft: false });
  expect(html).toContain('So <a href="/c/">it is</a>.<sup ');
});

test('an element that is no note stays as it is, whatever its id', () => {
  const tree: Root = { type: 'root', children: [h('h2', { id: 'note-fn-a' }, 'Notes')] };
  expect(toHtml(unified().use(rehypeNotes).runSync(tree))).toBe('<h2 id="note-fn-a">Notes</h2>');
});

test('lists, and raised letters, that are no notes stay as they are', () => {
  const html = set('- One\n- Two\n', { notes: [], isDraft: false });
  expect(html).toBe('<ul>\n<li>One</li>\n<li>Two</li>\n</ul>');
});

test('cells of a table are aligned by class, since a strict policy forbids inline styles', () => {
  const html = set('| a | b |\n| --: | - |\n| 1 | 2 |\n', { notes: [], isDraft: false });
  expect(html).toContain('<td class="align-right">1</td>');
  expect(html).toContain('<td>2</td>');
  expect(html).not.toMatch(/ (align|style)=/);
});

test('our own quotation marks are set as printers do, those of a source to the letter', () => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeCurl);
  const set = (markdown: string) => toHtml(processor.runSync(processor.parse(markdown)));
  expect(set('He said *"so"* and "[no](/a/)", didn\'t he?')).toBe(
    '<p>He said <em>“so”</em> and “<a href="/a/">no</a>”, didn’t he?</p>',
  );
  expect(set('"So" it is.\n\n"No" it isn\'t.')).toBe('<p>“So” it is.</p>\n<p>“No” it isn’t.</p>');
  expect(set('Write `"so"`.')).toBe('<p>Write <code>"so"</code>.</p>');
  expect(set('> "So."')).toContain('"So."');
  // A reference stands between a word and the mark behind it.
  expect(set('He said "so[^a]".\n\n[^a]: "No"')).toMatch(/^<p>He said “so<sup>.*<\/sup>”\.<\/p>/);
});

describe('a sentence goes on', () => {
  const set = (tagName: string) => {
    const tree: Root = { type: 'root', children: [h('p', [h(tagName, "It's so"), "'s"])] };
    unified().use(rehypeCurl).runSync(tree);
    return plainText(tree);
  };

  test.for(['a', 'em', 'strong', 'cite', 'span', 'abbr', 'del', 'ins', 'i', 'b', 'u'])('through %s', (tagName) => {
    expect(set(tagName)).toBe('It’s so’s');
  });

  test('not through other elements', () => {
    expect(set('div')).toBe("It’s so's");
  });

  test.for(['q', 'code', 'pre', 'blockquote', 'style', 'script'])('beside %s, which is left as it is', (tagName) => {
    expect(set(tagName)).toBe("It's so's");
  });
});

test('our own quotation marks are set within elements, too', () => {
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
