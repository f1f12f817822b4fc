import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { placeOfNode, spanOf } from '#text/location.ts';
import { readCitations } from './citation.ts';
import { readFootnotes } from './footnote.ts';

/** A repaired text, and what was done to it, in words. */
export interface FixedText {
  readonly text: string;
  readonly done: readonly string[];
}

/**
 * Make repairs that readers cannot see: drop footnotes without references, sort the others by first reference where
 * they stand together at the end, and give the marks of citations one form (`"…"`, `[…]`).
 */
export function fixFootnotes(tree: Root, text: string): FixedText {
  const { definitions, references } = readFootnotes(tree, text);
  const nodes: FootnoteDefinition[] = [];
  visit(tree, 'footnoteDefinition', (node) => {
    nodes.push(node);
  });
  const first = nodes[0] && spanOf(placeOfNode(nodes[0]));
  const labels = definitions.map(({ identifier }) => identifier);
  // Duplicate labels, or other text between the footnotes, are left to the author.
  const isApart =
    first !== undefined &&
    nodes.reduce((rest, node) => rest.replace(written(node, text), ''), text.slice(first.start)).trim() === '';
  if (!first || !isApart || new Set(labels).size < labels.length) return { text, done: [] };

  const order = [...new Set(references.map(({ identifier }) => identifier))];
  const used = nodes.filter(({ identifier }) => order.includes(identifier));
  const sorted = [...used].sort((a, b) => order.indexOf(a.identifier) - order.indexOf(b.identifier));
  const done = [
    ...nodes
      .filter((node) => !used.includes(node))
      .map(({ label }) => `left out the footnote [^${label}], which nothing refers to`),
    ...(sorted.some((node, index) => node !== used[index])
      ? ['put the footnotes in the order of their references']
      : []),
  ];
  const blocks = sorted.map((node) => {
    const block = withOneForm(node, text);
    if (block !== written(node, text)) done.push(`wrote the marks of [^${node.label}] in one form`);
    return block;
  });
  if (done.length === 0) return { text, done };
  return { text: `${text.slice(0, first.start)}${blocks.join('\n\n')}\n`.replace(/(?<!\n)\n{2,}$/, '\n'), done };
}

/** The footnote with straight marks around its quotes and `[…]` for what they leave out. */
function withOneForm(node: FootnoteDefinition, text: string): string {
  const { start } = spanOf(placeOfNode(node));
  const citations = readFootnotes({ type: 'root', children: [node] }, text).definitions.flatMap(
    (definition) => readCitations(definition, '', [0]).citations,
  );
  // From the last to the first, so that earlier offsets stay valid.
  return citations.toReversed().reduce(
    (block, { place }) => {
      const [from, to] = [place.start.offset - start, place.end.offset - start];
      const citation = block.slice(from, to);
      const straight = citation
        .replace(/^(@[^\s"“”„`]+\s*)[“”„]/, '$1"')
        .replace(/[“”]$/, '"')
        .replaceAll('[...]', '[…]');
      return block.slice(0, from) + straight + block.slice(to);
    },
    written(node, text),
  );
}

function written(node: FootnoteDefinition, text: string): string {
  const { start, end } = spanOf(placeOfNode(node));
  return text.slice(start, end);
}
