import type { Nodes, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isJsx } from '#document/jsx.ts';
import type { Problem } from '#problem/problem.ts';
import { indexLines, type LineIndex, locate, type Place, type Point, placeOf, type Span } from '#text/location.ts';

// The plugins of the site, in its order: what the check reads is what readers get.
const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Parse MDX, its front matter blanked, into a syntax tree, or report where the syntax fails. */
export function parseMdx(text: string, file: string): { readonly tree: Root } | { readonly problem: Problem } {
  try {
    const tree = processor.parse(text);
    placeBareAddresses(tree, text);
    if (HAS_LONE_CR.test(text)) countByLf(tree, text);
    return { tree };
  } catch (error) {
    if (error instanceof RangeError) {
      return { problem: { ruleId: 'article-invalid', part: 'limit', fault: 'stack', file, place: undefined } };
    }
    const { reason, place } = error as { reason?: string; place?: Point | Place };
    // Anything but a message of the parser is a bug of ours and must not pass for one of the author's.
    if (reason === undefined) throw error;
    return {
      problem: {
        ruleId: 'article-invalid',
        part: 'syntax',
        issue: reason,
        file,
        place: toPlace(place, text) ?? placeInWords(reason, text),
      },
    };
  }
}

/**
 * GFM cuts some bare addresses out of text, and the parts lose their places: the text before, the address, the text behind.
 * Each is looked for between its neighbours; what Markdown has decoded is not found, and has the place where it begins.
 */
function placeBareAddresses(tree: Root, text: string): void {
  const lines = indexLines(text);
  visit(tree, (parent) => {
    if (!('children' in parent)) return;
    const { start, end } = parent.position as Place;
    let from = start.offset;
    let nodes: Nodes[] = [];
    for (const child of parent.children) {
      if (child.position) {
        const place = child.position as Place;
        placeBetween(nodes, { start: from, end: place.start.offset }, text, lines);
        from = place.end.offset;
        nodes = [];
      } else nodes.push(child);
    }
    placeBetween(nodes, { start: from, end: end.offset }, text, lines);
  });
}

function placeBetween(nodes: readonly Nodes[], { start, end }: Span, text: string, lines: LineIndex): void {
  const within = text.slice(start, end);
  let from = 0;
  for (const node of nodes) {
    const words = toText(node);
    const at = within.indexOf(words, from);
    const span = at === -1 ? { start: from, end: from } : { start: at, end: at + words.length };
    node.position = placeOf(lines, { start: start + span.start, end: start + span.end });
    from = span.end;
  }
}

const HAS_LONE_CR = /\r(?!\n)/;

/** To Markdown a CR alone ends a line, to editors and to everything else here it does not. */
function countByLf(tree: Root, text: string): void {
  const lines = indexLines(text);
  visit(tree, (node) => {
    const nodes = isJsx(node) ? [node, ...node.attributes] : [node];
    for (const { position } of nodes) {
      const { start, end } = position as Place;
      for (const point of [start, end]) Object.assign(point, locate(lines, Number(point.offset)));
    }
  });
}

/** A message gives a point or a place, with fields of the tokenizer that must not leave this module. */
function toPlace(place: Point | Place | undefined, text: string): Place | undefined {
  if (!place) return undefined;
  const { start, end } = 'start' in place ? place : { start: place, end: place };
  const lines = indexLines(text);
  return { start: locate(lines, start.offset), end: locate(lines, end.offset) };
}

/** An element that is never closed where the file ends is named by its lines and columns only, in the words of the message. */
function placeInWords(reason: string, text: string): Place | undefined {
  const found = /\((\d+):(\d+)-(\d+):(\d+)\)/.exec(reason);
  if (!found) return undefined;
  const [, line, column, endLine, endColumn] = found;
  // The lines of the parser, which end at a CR alone, too.
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: { length }, index }) => index + length)];
  const offsetOf = (line: string | undefined, column: string | undefined) =>
    Number(starts[Number(line) - 1]) + Number(column) - 1;
  return placeOf(indexLines(text), { start: offsetOf(line, column), end: offsetOf(endLine, endColumn) });
}
