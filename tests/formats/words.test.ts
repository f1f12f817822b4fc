/** A page, its twin in Markdown and the check have the same words, whatever elements they are in. */
import fc from 'fast-check';
import type { Element, Nodes as HtmlNodes } from 'hast';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { readBlocks } from '#citation/prose.ts';
import { blankFrontMatter } from '#document/document.ts';
import { blocksOf, isExpression, isJsx } from '#document/jsx.ts';
import { markdownTwin } from '#formats/markdown-twin.ts';
import { parseMdx } from '#markdown/parse.ts';
import { articleOf } from '../document-of.ts';
import { publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const log = sourceOf('log', 'The storm came in May, at noon.');
const NOTE = '[^a]: @log "The storm came in May"\n';

/** Elements that end a line of text, as browsers show them. */
const APART = new Set(
  (
    'address blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** The words of a page, without its notes. */
function wordsOfPage(tree: Root): string[] {
  const page = structuredClone(tree);
  // What MDX renders: an element is what its name says, and a block where it is alone.
  page.children = blocksOf(page) as Root['children'];
  visit(page, (node: Nodes) => {
    if (isJsx(node)) Object.assign(node, { data: { hName: node.name ?? 'span' } });
    if (isExpression(node)) node.value = '';
  });
  return wordsOfHtml(unified().use(remarkRehype).runSync(page));
}

function wordsOfHtml(root: HtmlNodes): string[] {
  const read = (node: HtmlNodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node) || isNote(node)) return '';
    const words = node.children.map(read).join('');
    return node.type === 'element' && APART.has(node.tagName) ? ` ${words} ` : words;
  };
  return wordsIn(read(root));
}

function isNote(node: HtmlNodes): boolean {
  if (node.type !== 'element') return false;
  const { properties, children } = node;
  return (
    'dataFootnotes' in properties ||
    children.some((child) => 'dataFootnoteRef' in ((child as Element).properties ?? {}))
  );
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);

function wordsOfTwin(text: string, tree: Root): string[] {
  const [article] = publicationOf([log], [articleOf('oats', text)]).articles;
  if (!article) throw new Error('Expected an article');
  const twin = markdownTwin(article, structuredClone(tree), new URL('https://storms.example'));
  const [, body = ''] = /Published at <.*?>\n\n(.*)$/s.exec(twin) ?? [];
  return wordsOfHtml(markdown.runSync(markdown.parse(body)));
}

function wordsOfCheck(tree: Root, text: string): string[] {
  const blocks = readBlocks(tree, text);
  return blocks
    .flatMap((block) => ('cells' in block ? block.cells : [block.prose]))
    .flatMap(({ text }) => wordsIn(text));
}

/** As letters and digits only: marks may be written or shown by the browser. */
function wordsIn(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wordsOf(body: string) {
  const text = `${body}\n\n${NOTE}`;
  const file = articleOf('oats', text);
  const parsed = parseMdx(blankFrontMatter(file.text), file.file);
  if (!('tree' in parsed)) throw new Error(JSON.stringify(parsed.problem));
  const { tree } = parsed;
  return { page: wordsOfPage(tree), twin: wordsOfTwin(text, tree), check: wordsOfCheck(tree, file.text) };
}

test.for<[body: string, ...words: string[]]>([
  [
    'The master did <strong>not</strong> say that <abbr>EU</abbr> grain came.[^a]',
    ...'The master did not say that EU grain came'.split(' '),
  ],
  ['It sold 55<br/>ships.[^a]', 'It', 'sold', '55', 'ships'],
  ['It sold 55\\\nships  \nof it.[^a]', 'It', 'sold', '55', 'ships', 'of', 'it'],
  ['<p>All in one.[^a]</p>', 'All', 'in', 'one'],
  ['<ul><li>55[^a]</li><li>ships[^a]</li></ul>', '55', 'ships'],
  ['<table><tr><td>55</td><td>ships[^a]</td></tr></table>', '55', 'ships'],
  ['He said <q>so <em>it</em> is</q>.[^a]', 'He', 'said', 'so', 'it', 'is'],
  ['He said <blockquote>so</blockquote> there.[^a]', 'He', 'said', 'so', 'there'],
  ['## Ships<br/>of it[^a]\n\nIt came.[^a]', 'Ships', 'of', 'it', 'It', 'came'],
  ['10<sup>6</sup> m<sub>2</sub> and the 21<sup>st</sup>.[^a]', '106', 'm2', 'and', 'the', '21st'],
  ['| a | b<br/>c |\n|---|---|\n| <b>d</b> | e[^a] |', 'a', 'b', 'c', 'd', 'e'],
  ['<details>\n<summary>More</summary>\n\nIt came.[^a]\n\n</details>', 'More', 'It', 'came'],
  ['> So.[^a]\n>\n> <p>And so.[^a]</p>', 'So', 'And', 'so'],
  ['<>A <span>b</span></>c{/* d */}.[^a]', 'A', 'bc'],
  ['<a href="/x/">A</a> <code>b</code> <ruby>c<rt>d</rt></ruby>.[^a]', 'A', 'b', 'cd'],
])('page, twin and check have the words of %j', ([body, ...words]) => {
  expect(wordsOf(body)).toEqual({ page: words, twin: words, check: words });
});

const word = fc.integer({ min: 1, max: 9999 }).map((number) => `w${number}`);
const { line } = fc.letrec<{ line: string; piece: string }>((tie) => ({
  line: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
  piece: fc.oneof(
    { maxDepth: 4 },
    word,
    word.map((name) => `${name}<br/>${name}`),
    word.map((name) => `m<sup>${name.slice(1)}</sup>`),
    fc
      .tuple(
        fc.constantFrom(...'b strong i em q s del abbr span u small mark cite kbd code bdi'.split(' ')),
        tie('line'),
      )
      .map(([name, words]) => `<${name}>${words}</${name}>`),
    tie('line').map((words) => `**${words}**`),
    tie('line').map((words) => `[${words}](/x/)`),
  ),
}));
const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
  block: fc.oneof(
    { maxDepth: 3 },
    line.map((words) => `W ${words}.[^a]`),
    line.map((words) => `<p>${words}.[^a]</p>`),
    line.map((words) => `### ${words}`),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    fc.array(line, { minLength: 2, maxLength: 2 }).map(([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${b} | ${a} |`),
    fc
      .tuple(fc.constantFrom('div', 'section', 'blockquote', 'figure', 'details'), tie('blocks'))
      .map(([name, blocks]) => `<${name}>\n\n${blocks}\n\n</${name}>`),
    tie('blocks').map((blocks) => blocks.replace(/^/gm, '> ')),
  ),
}));

test('page, twin and check have the same words in any elements', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const body = blocks.join('\n\n');
      fc.pre('tree' in parseMdx(body, 'oats.mdx'));
      const { page, twin, check } = wordsOf(body);
      expect(page.length).toBeGreaterThan(0);
      expect(twin).toEqual(page);
      expect(check).toEqual(page);
    }),
    { seed: 20261124, numRuns: 80 },
  );
});
