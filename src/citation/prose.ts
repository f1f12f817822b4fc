import type { FootnoteReference, Nodes, Paragraph, Root } from 'mdast';
import { placeOfNode, type Span, spanOf } from '#text/location.ts';
import { raised } from '#text/raised.ts';
import { BLOCK_END, splitSentences } from '#text/sentences.ts';

/** A reference and where it is in its prose. */
interface PlacedReference {
  readonly node: FootnoteReference;
  readonly at: number;
}

/** A run of prose as readers see it: plain text, without its footnote references. */
export interface Prose {
  /** White space collapsed. */
  readonly text: string;
  /** For each unit of `text`, and for its end, the offset in the file. */
  readonly offsets: readonly number[];
  /** Without the space around them, in order. */
  readonly sentences: readonly Span[];
  /** In order. */
  readonly references: readonly PlacedReference[];
  /** Where code is in `text`. */
  readonly code: readonly Span[];
  /** Where links to pages of this site are in `text`. */
  readonly links: readonly Span[];
}

/** A paragraph, a heading, or a table row, cell by cell. */
export type Block =
  | {
      readonly kind: 'paragraph' | 'heading';
      readonly node: Nodes;
      readonly prose: Prose;
      /** Is it part of a block quotation? */
      readonly isQuotation: boolean;
    }
  | { readonly kind: 'row' | 'table-head'; readonly node: Nodes; readonly cells: readonly Prose[] };

/** The blocks of a document outside its footnotes, in the order of the file. */
export function readBlocks(tree: Root, file: string): Block[] {
  return tree.children.flatMap((child, index) => blocksIn(child, index, file, false));
}

function blocksIn(node: Nodes, index: number, file: string, isInQuotation: boolean): Block[] {
  switch (node.type) {
    case 'footnoteDefinition':
      return [];
    case 'tableRow': {
      const kind = index === 0 ? 'table-head' : 'row';
      return [{ kind, node, cells: node.children.map((cell) => readProse(cell, file)) }];
    }
    case 'heading':
    case 'paragraph':
      return (node.type === 'paragraph' ? unravel(node) : [node]).map((block) => {
        const isQuotation = isInQuotation || isQuoting(block);
        return { kind: node.type, node: block, prose: readProse(block, file), isQuotation };
      });
    default: {
      const isQuotation = isInQuotation || isQuoting(node);
      return 'children' in node ? node.children.flatMap((child, at) => blocksIn(child, at, file, isQuotation)) : [];
    }
  }
}

/** Do readers see its words as those of somebody else? */
function isQuoting(node: Nodes): boolean {
  return node.type === 'blockquote' || /^(?:q|blockquote)$/.test(nameOf(node));
}

/** The name of a JSX element; empty for all other nodes. */
function nameOf(node: Nodes): string {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : '';
}

function unravel(paragraph: Paragraph): Nodes[] {
  return isUnraveled(paragraph) ? paragraph.children.filter(({ type }) => type === 'mdxJsxTextElement') : [paragraph];
}

/** Is a paragraph nothing but elements? Then MDX makes a block of each (`remark-mark-and-unravel`). */
export function isUnraveled({ children }: Paragraph): boolean {
  return children.every(
    (child) =>
      child.type === 'mdxJsxTextElement' ||
      child.type === 'mdxTextExpression' ||
      (child.type === 'text' && child.value.trim() === ''),
  );
}

function readProse(block: Nodes, file: string): Prose {
  const { pieces, ...prose } = flatten(block);
  const references = prose.references.map(({ at }) => at);
  return { ...prose, offsets: offsetsOf(pieces, file), sentences: splitSentences(prose.text, references) };
}

/** Words of a run of prose, and the node they come from. */
interface Piece {
  readonly node: Nodes;
  readonly words: string;
  /** Is it what closes the node? */
  readonly isEnd?: boolean;
}

/** What separates an HTML element from the words around it. Cells are in one row, as in Markdown. */
const AROUND = new Map([
  ...['br', 'td', 'th'].map((name) => [name, ' '] as const),
  ...(
    'blockquote caption dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre section summary table ' +
    'tbody tfoot thead tr ul'
  )
    .split(' ')
    .map((name) => [name, BLOCK_END] as const),
]);

/** Make plain text of a block, or of any part of one. */
function flatten(block: Nodes) {
  let text = '';
  const references: PlacedReference[] = [];
  const code: Span[] = [];
  const links: Span[] = [];
  const pieces: Piece[] = [];

  const add = (node: Nodes, words: string, isEnd = false) => {
    const start = text.length;
    pieces.push({ node, words, isEnd });
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
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement': {
        // The block itself is told apart by its kind.
        const around = node === block ? '' : (AROUND.get(nameOf(node)) ?? '');
        const [open, close] = node !== block && isQuoting(node) ? ['“', '”'] : ['', ''];
        add(node, around + open);
        const name = nameOf(node);
        const [child, ...others] = node.children;
        if ((name === 'sup' || name === 'sub') && child?.type === 'text' && others.length === 0) {
          add(child, raised(collapse(child.value), name));
        } else for (const child of node.children) read(child);
        add(node, close + around, true);
        break;
      }
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

/** The words of a block that readers see, without footnote references, on one line. */
export function plainText(block: Nodes): string {
  return collapse(flatten(block).text).trim();
}

/**
 * The offset in the file of each unit of the pieces, and of the end of the last one. A piece that Markdown has
 * decoded or taken apart cannot be followed unit by unit: all of its units are at the start of its node, or at the
 * last character of what it closes.
 */
function offsetsOf(pieces: readonly Piece[], file: string): number[] {
  const offsets: number[] = [];
  let past = 0;
  for (const { node, words, isEnd } of pieces) {
    const { start, end } = spanOf(placeOfNode(node));
    // Any white space of the file is one space of the text, with the marks of a quotation at the start of a line.
    const written = node.type === 'text' ? (file.slice(start, end).match(/\s*\n[\s>]*|\s+|\S/g) ?? []) : [];
    const isAsWritten = words === written.map((unit) => (/^\s/.test(unit) ? ' ' : unit)).join('');
    const units = isAsWritten ? written : [];
    past = isEnd ? end - 1 : start;
    for (let unit = 0; unit < words.length; unit++) {
      offsets.push(past);
      past += units[unit]?.length ?? 0;
    }
  }
  return [...offsets, past];
}

/** The sentence that a reference at this place ends or is in; the first one for a reference before it. */
export function sentenceAt<Sentence extends Span>(sentences: readonly Sentence[], at: number): Sentence | undefined {
  return sentences.findLast(({ start }) => start < at) ?? sentences[0];
}

/**
 * For each reference, in the order of the file, the words it follows: its sentence, with those before it in the
 * same block that have no reference; in a table, the row.
 */
export function wordsBehind(blocks: readonly Block[]): ReadonlyMap<FootnoteReference, string> {
  return new Map(
    blocks.flatMap((block) => ('cells' in block ? wordsBehindRow(block.cells) : wordsBehindSentences(block.prose))),
  );
}

function wordsBehindRow(cells: readonly Prose[]): [FootnoteReference, string][] {
  const words = cells
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' · ');
  return cells.flatMap(({ references }) => references.map(({ node }): [FootnoteReference, string] => [node, words]));
}

function wordsBehindSentences({ text, sentences, references }: Prose): [FootnoteReference, string][] {
  let from = 0;
  let last: Span | undefined;
  return references.map(({ node, at }) => {
    const sentence = sentenceAt(sentences, at);
    if (sentence !== last) from = last?.end ?? 0;
    last = sentence;
    return [node, collapse(text.slice(from, sentence?.end ?? at)).trim()];
  });
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}
