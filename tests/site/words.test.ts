import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { defaultTreeAdapter as html } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, expect, inject, test } from 'vitest';
import { documentsOf } from '#check/model.ts';
import { readBlocks } from '#citation/prose.ts';
import { blankFrontMatter } from '#document/document.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import { attribute, classesOf, type Element, elementsIn, parsePage, textOf } from '../long/artefact/page.ts';
import { BASE } from './open-page.ts';
import { builtSite } from './project.ts';

let dist = '';
let root = '';
beforeAll(async () => {
  root = inject('builtProject');
  dist = await builtSite(root);
});

const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const pageOf = (address: string) => parsePage(address, read(`${address}index.html`));

/** What is set apart from the lines around it. */
const APART = new Set(['p', 'li', 'ul', 'ol', 'td', 'th', 'tr', 'br', 'h2', 'h3', 'h4', 'div', 'blockquote', 'table']);

function textWithin(node: Element['childNodes'][number]): string {
  if (html.isTextNode(node)) return node.value;
  if (!html.isElementNode(node) || classesOf(node).includes('reference')) return '';
  const text = node.childNodes.map(textWithin).join('');
  return APART.has(node.tagName) ? ` ${text} ` : text;
}

/** Letters and digits: marks may be written, curled or shown by the browser. Between spaces. */
const wordsIn = (text: string) => ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** The words of a document or of a twin, block by block. */
function blocksOf(tree: Root, text: string): string[] {
  const blocks = readBlocks(tree, text);
  return blocks.flatMap((block) => ('cells' in block ? block.cells : [block.prose])).map(({ text }) => wordsIn(text));
}

const markdown = unified().use(remarkParse).use(remarkGfm);

test('every page and its twin have all words that were checked', () => {
  const { corpus } = readCorpus(root);
  const documents = documentsOf(corpus);
  let checked = 0;
  for (const { document, address } of documents) {
    const [prose] = pageOf(address).withClass.get('prose') ?? pageOf(address).elements;
    const page = wordsIn(prose ? textWithin(prose) : '');
    const written = document.folder === 'articles' ? read(`articles/${document.slug}.md`) : '';
    const twin = blocksOf(markdown.parse(written), written).join('');
    const text = blankFrontMatter(document.text);
    const parsed = parseMdx(text, document.file);
    for (const words of 'tree' in parsed ? blocksOf(parsed.tree, text) : []) {
      // A cell may be empty.
      if (words.trim() === '') continue;
      expect(page, document.file).toContain(words);
      if (written !== '') expect(twin, document.file).toContain(words);
      checked++;
    }
  }
  expect(documents.length).toBeGreaterThan(5);
  expect(checked).toBeGreaterThan(50);
});

test('every heading has the id that the check knows, and every link within a page leads to an element', () => {
  for (const { document, address } of documentsOf(readCorpus(root).corpus)) {
    const page = pageOf(address);
    for (const { id, text } of document.headings) {
      const [heading] = page.withId.get(id) ?? [];
      expect(heading && wordsIn(textWithin(heading)), `${document.file}: ${id}`).toBe(wordsIn(text));
    }
    for (const element of page.elements) {
      const href = attribute(element, 'href');
      if (href?.startsWith('#')) expect(page.withId.has(decodeURIComponent(href.slice(1))), href).toBe(true);
    }
  }
});

test('a heading with a reference and a line break is in the contents by its words', () => {
  const page = pageOf('/test-forms/');
  const links = page.elements.filter((element) => attribute(element, 'href') === '#ships-of-some');
  expect(links.map((link) => textOf(link).trim())).toEqual(['Ships of some', 'the ships']);
});

test('no page has a link in a link', () => {
  for (const { address } of documentsOf(readCorpus(root).corpus)) {
    const links = pageOf(address).elements.filter(({ tagName }) => tagName === 'a');
    expect(links.filter((link) => elementsIn(link).some(({ tagName }) => tagName === 'a'))).toEqual([]);
  }
});

test('the feed has the title and the description of each article as its page has them', () => {
  const feed = read('atom.xml');
  const entries = [...feed.matchAll(/<entry>.*?<title>(.*?)<\/title>.*?href="(.*?)".*?<summary>(.*?)<\/summary>/gs)];
  expect(entries.length).toBeGreaterThan(0);
  for (const [, title = '', href = '', summary = ''] of entries) {
    const page = wordsIn(pageOf(new URL(href).pathname.slice(BASE.length)).elements.slice(0, 1).map(textOf).join());
    expect(page).toContain(wordsIn(title));
    expect(page).toContain(wordsIn(summary));
  }
});
