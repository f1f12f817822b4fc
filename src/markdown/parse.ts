import type { Nodes, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isJsx } from '#document/jsx.ts';
import type { Problem } from '#problem/problem.ts';
import {
  indexLines,
  type LineIndex,
  locate,
  type Place,
  type Point,
  placeOf,
  placeOfNode,
  type Span,
  spanOf,
} from '#text/location.ts';

// The one parser: pages are rendered from these trees (`remark-tree.ts`).
const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Parse MDX, its front matter blanked, into a syntax tree, or report a syntax error with its place. */
export function parseMdx(text: string, file: string): { readonly tree: Root } | { readonly problem: Problem } {
  try {
    const tree = processor.parse(text);
    placeBareAddresses(tree, text);
    if (/\r(?!\n)/.test(text)) ignoreLoneCr(tree, text);
    return { tree };
  } catch (error) {
    if (error instanceof RangeError) {
      return { problem: { ruleId: 'article-invalid', part: 'limit', fault: 'stack', file, place: undefined } };
    }
    const { reason, place: at } = error as { reason?: string; place?: Point | Place };
    // Anything but a message of the parser is a bug of ours, not an error of the author.
    if (reason === undefined) throw error;
    // Without the tokenizer's further fields.
    // Where a tag is missing, authors look for the one that is there: the place of the message is that of its paragraph.
    const open = reason.startsWith('Expected a closing tag') ? spanInWords(reason, text) : undefined;
    const span = open ?? (at ? spanOf('start' in at ? at : { start: at, end: at }) : spanInWords(reason, text));
    const place = span && placeOf(indexLines(text), span);
    return { problem: { ruleId: 'article-invalid', part: 'syntax', issue: reason, file, place } };
  }
}

/**
 * Give places to bare addresses and the text around them: GFM splits a text node into these without positions. Each
 * part is searched for between its neighbours. One whose source differs, for example by a character reference, is not
 * found; its place is empty, after the part before it.
 */
function placeBareAddresses(tree: Root, text: string): void {
  const lines = indexLines(text);
  visit(tree, (parent) => {
    if (!('children' in parent)) return;
    const within = spanOf(placeOfNode(parent));
    let from = within.start;
    let unplaced: Nodes[] = [];
    for (const child of parent.children) {
      if (!child.position) {
        unplaced.push(child);
        continue;
      }
      const { start, end } = spanOf(placeOfNode(child));
      placeBetween(unplaced, { start: from, end: start }, text, lines);
      from = end;
      unplaced = [];
    }
    placeBetween(unplaced, { start: from, end: within.end }, text, lines);
  });
}

function placeBetween(nodes: readonly Nodes[], { start, end }: Span, text: string, lines: LineIndex): void {
  const within = text.slice(0, end);
  let from = start;
  for (const node of nodes) {
    const words = toText(node);
    const at = within.indexOf(words, from);
    const span = at === -1 ? { start: from, end: from } : { start: at, end: at + words.length };
    node.position = placeOf(lines, span);
    from = span.end;
  }
}

/** Count lines as editors do: Markdown also ends a line at a CR without LF. */
function ignoreLoneCr(tree: Root, text: string): void {
  const lines = indexLines(text);
  visit(tree, (node) => {
    for (const part of isJsx(node) ? [node, ...node.attributes] : [node]) {
      const { start, end } = placeOfNode(part);
      for (const point of [start, end]) Object.assign(point, locate(lines, point.offset));
    }
  });
}

/**
 * For an element that is never closed before the end of the file, the message has its lines and columns in words only.
 */
function spanInWords(reason: string, text: string): Span | undefined {
  const found = /\((\d+):(\d+)-(\d+):(\d+)\)/.exec(reason);
  if (!found) return undefined;
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = found.slice(1).map(Number);
  // The parser's own lines, which also end at a CR without LF.
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: { length }, index }) => index + length)];
  const offsetOf = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
  return { start: offsetOf(line, column), end: offsetOf(endLine, endColumn) };
}
