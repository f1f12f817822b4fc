import type { Element, Nodes, Root } from 'hast';
import { find, html } from 'property-information';

/** The elements of prose that have no content. */
const VOID = new Set(['br', 'hr', 'col', 'img', 'input', 'wbr']);

/** Parts of a table whose only text are the line breaks between other parts: MDX drops them. */
const TABULAR = new Set(['table', 'thead', 'tbody', 'tr']);

/** How Astro writes characters of text that could be markup. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

/** Write a syntax tree of HTML as Astro writes that of an MDX document, to the byte; each table has its box, as `Table.astro` makes it. */
export function writeHtml(root: Root): string {
  return root.children.map(writeNode).join('');
}

function writeNode(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/[&<>'"]/g, (character) => String(ENTITIES[character]));
  // A comment of the author, or a kind of node that Markdown does not have.
  if (node.type !== 'element') return '';
  const { tagName } = node;
  const children = TABULAR.has(tagName) ? node.children.filter(({ type }) => type !== 'text') : node.children;
  const tag = `${tagName}${Object.entries(node.properties).map(writeAttribute).join('')}`;
  if (VOID.has(tagName)) return `<${tag}/>`;
  const written = `<${tag}>${children.map(writeNode).join('')}</${tagName}>`;
  return tagName === 'table' ? `${BOX.start}${written}${BOX.end}` : written;
}

/** The box in which a wide table scrolls by itself. */
const BOX = { start: '<div class="table" role="group" aria-label="Table" tabindex="0"> ', end: ' </div>' };

function writeAttribute([property, value]: [string, Element['properties'][string]]): string {
  const { attribute, boolean, commaSeparated } = find(html, property);
  if (value === undefined || value === null || value === false || (boolean && !value)) return '';
  const words = Array.isArray(value) ? value.join(commaSeparated ? ', ' : ' ') : value === true ? '' : String(value);
  if (words === '') return ` ${attribute}`;
  return ` ${attribute}="${words.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}
