import type { FootnoteReference, Nodes, Paragraph, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { countWhile } from '#text/cover.ts';
import type { Place, Span } from '#text/location.ts';
import { splitSentences } from '#text/sentences.ts';

/** A run of prose as readers see it: plain text, without its footnote references. */
export interface Prose {
  /** White space collapsed. */
  readonly text: string;
  /** Where each reference stands in `text`, in order. */
  readonly references: readonly { readonly node: FootnoteReference; readonly at: number }[];
  /** Where code stands in `text`. */
  readonly code: readonly Span[];
  /** Where links to pages of this site stand in `text`. */
  readonly links: readonly Span[];
  /** The pieces that `text` is made of, in order, with the nodes that they come from. */
  readonly pieces: readonly { readonly at: number; readonly node: Nodes }[];
}

/** What readers take in as one: a paragraph, a heading, or a row of a table, cell by cell. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly node: Nodes; readonly prose: Prose }
  | { readonly kind: 'row' | 'table-head'; readonly node: Nodes; readonly cells: readonly Prose[] };

const blocksOfTrees = new WeakMap<Root, readonly Block[]>();

/** The blocks of a document outside of its footnotes, in the order of the file. Read once for each tree. */
export function readBlocks(tree: Root): readonly Block[] {
  const known = blocksOfTrees.get(tree);
  if (known) return known;
  const blocks: Block[] = [];
  visit(tree, (node, index) => {
    switch (node.type) {
      case 'footnoteDefinition':
        return SKIP;
      case 'tableRow': {
        const kind = index === 0 ? 'table-head' : 'row';
        blocks.push({ kind, node, cells: node.children.map((cell) => flatten(cell)) });
        return SKIP;
      }
      case 'heading':
      case 'paragraph':
        for (const block of node.type === 'paragraph' ? unravel(node) : [node]) {
          blocks.push({ kind: node.type, node: block, prose: flatten(block) });
        }
        return SKIP;
      default:
        return undefined;
    }
  });
  blocksOfTrees.set(tree, blocks);
  return blocks;
}

function unravel(paragraph: Paragraph): Nodes[] {
  return isUnraveled(paragraph) ? paragraph.children.filter(({ type }) => type === 'mdxJsxTextElement') : [paragraph];
}

/** A paragraph of nothing but elements is none in the end: MDX makes a block of each (`remark-mark-and-unravel`). */
export function isUnraveled({ children }: Paragraph): boolean {
  return children.every(
    (child) =>
      child.type === 'mdxJsxTextElement' ||
      child.type === 'mdxTextExpression' ||
      (child.type === 'text' && child.value.trim() === ''),
  );
}

/** Make plain text of a block, or of any part of one. */
function flatten(block: Nodes): Prose {
  let text = '';
  const references: { node: FootnoteReference; at: number }[] = [];
  const code: Span[] = [];
  const links: Span[] = [];
  const pieces: { at: number; node: Nodes }[] = [];

  const add = (node: Nodes, words: string) => {
    const start = text.length;
    pieces.push({ at: start, node });
    text += words;
    return { start, end: text.length };
  };
  const read = (node: Nodes) => {
    switch (node.type) {
      case 'footnoteReference':
        references.push({ node, at: text.length });
        break;
      case 'text':
        add(node, collapse(node.value));
        break;
      case 'inlineCode':
        code.push(add(node, collapse(node.value)));
        break;
      case 'break':
        add(node, ' ');
        break;
      case 'image':
        add(node, node.alt ?? '');
        break;
      default: {
        const start = text.length;
        if ('children' in node) for (const child of node.children) read(child);
        if (node.type === 'link' && /^[/#](?!\/)/.test(node.url)) links.push({ start, end: text.length });
      }
    }
  };
  read(block);
  return { text, references, code, links, pieces };
}

/** The words of a block that readers see, without footnote references. */
export function plainText(block: Nodes): string {
  return flatten(block).text;
}

/** A sentence of a run of prose, with the references that it ends or that stand in it. */
export interface Sentence extends Span {
  readonly references: readonly FootnoteReference[];
}

const sentencesOfProse = new WeakMap<Prose, readonly Span[]>();

/** The sentences of a run of prose, without the space around them. Split once. */
export function sentencesOf(prose: Prose): readonly Span[] {
  const sentences = sentencesOfProse.get(prose) ?? splitSentences(prose.text);
  sentencesOfProse.set(prose, sentences);
  return sentences;
}

/** Give each sentence its references: those that stand in it, or right behind. */
export function splitProse(prose: Prose): Sentence[] {
  const { references } = prose;
  const spans = sentencesOf(prose);
  const sentences = spans.map((span) => ({ ...span, references: [] as FootnoteReference[] }));
  for (const { node, at } of references) {
    const index = Math.max(0, countWhile(spans, ({ start }) => start < at) - 1);
    const { end = 0 } = spans[index] ?? {};
    const next = spans[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    if (at <= end || at < next) sentences[index]?.references.push(node);
  }
  return sentences;
}

/** Tell where a character of `prose` stands in the file, as an offset in UTF-16 code units. */
export function offsetIn({ pieces }: Prose, at: number, file: string): number {
  // The first one begins with the text.
  const piece = pieces[countWhile(pieces, (other) => other.at <= at) - 1] as Prose['pieces'][number];
  const { node } = piece;
  const { start, end } = node.position as Place;
  const value = 'value' in node ? node.value : '';
  // Most prose stands in the file as readers see it.
  if (isAsWritten(node, value)) return start.offset + Math.min(at - piece.at, value.length);
  const offsets = offsetsOf(node, value, file.slice(start.offset, end.offset), start.offset);
  return Number(offsets[Math.min(at - piece.at, offsets.length - 1)]);
}

const writtenNodes = new WeakMap<Nodes, boolean>();

/** Markdown makes no text longer: one as long as what is written is the same. */
function isAsWritten(node: Nodes, value: string): boolean {
  const known = writtenNodes.get(node);
  if (known !== undefined) return known;
  const { start, end } = node.position as Place;
  const isWritten = value.length === end.offset - start.offset && !UNEVEN.test(value);
  writtenNodes.set(node, isWritten);
  return isWritten;
}

/** White space that is not as long as in the text, where all of it is one space. */
const UNEVEN = /\s\s/;

const offsetsOfNodes = new WeakMap<Nodes, readonly number[]>();

/**
 * Where each unit of the text of a node stands in the file, and what follows the last one. What Markdown has decoded, or taken
 * apart, can't be followed by the letter: the node as a whole is the place. Looked up once for each node.
 */
function offsetsOf(node: Nodes, value: string, written: string, start: number): readonly number[] {
  const known = offsetsOfNodes.get(node);
  if (known) return known;
  const offsets = [start];
  if (collapse(value) === collapse(written)) {
    let offset = start;
    // Any white space of the file is one space of the text.
    for (const [unit] of written.matchAll(/\s+|\S/g)) {
      offset += unit.length;
      offsets.push(offset);
    }
  }
  offsetsOfNodes.set(node, offsets);
  return offsets;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}
