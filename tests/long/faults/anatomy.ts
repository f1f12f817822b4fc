import type { Nodes, Root, RootContent } from 'mdast';
import { readFootnotes } from '#citation/footnote.ts';
import { blankFrontMatter } from '#document/document.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Place, Span } from '#text/location.ts';

/** A footnote or a reference, with its place in the file. */
interface Part extends Span {
  readonly identifier: string;
  readonly label: string;
}

/** The places of the parts of a document that a change can hit. */
export interface Anatomy {
  readonly file: string;
  readonly text: string;
  readonly tree: Root;
  /** After the front matter. */
  readonly body: number;
  readonly footnotes: readonly (Part & { readonly citations: Span | undefined })[];
  /** Outside footnotes. */
  readonly references: readonly Part[];
  /** What is not a footnote, in the order of the file. */
  readonly blocks: readonly (Span & { readonly type: RootContent['type'] })[];
  /** Runs of letters in paragraphs, outside code and elements. */
  readonly prose: readonly (Span & { readonly isInFootnote: boolean })[];
}

export function dissect(text: string, file: string): Anatomy {
  const blank = blankFrontMatter(text);
  const parsed = parseMdx(blank, file);
  if (!('tree' in parsed)) throw new Error(`Cannot parse ${file}`);
  const { tree } = parsed;
  const { definitions, references } = readFootnotes(tree, blank);
  return {
    file,
    text,
    tree,
    body: blank.search(/\S/),
    footnotes: definitions.map(({ identifier, label, place, citations }) => ({
      identifier,
      label,
      ...toSpan(place),
      citations: citations && { start: citations.offset, end: citations.offset + citations.source.length },
    })),
    references: references.map(({ identifier, label, place }) => ({ identifier, label, ...toSpan(place) })),
    blocks: tree.children
      .filter(({ type }) => type !== 'footnoteDefinition')
      .map((node) => ({ type: node.type, ...spanOf(node) })),
    prose: readProse(tree, false),
  };
}

/**
 * One footnote of a document, with the block that refers to it first and all footnotes of that block, as a text of
 * their own.
 */
export function excerpt(anatomy: Anatomy, identifier: string): Anatomy | undefined {
  const { text, file, blocks, references, footnotes } = anatomy;
  const first = references.find((reference) => reference.identifier === identifier);
  const block = blocks.find(({ start, end }) => first && start <= first.start && first.end <= end);
  if (!block) return undefined;
  const used = references.filter(({ start, end }) => block.start <= start && end <= block.end);
  const names = new Set(used.map((reference) => reference.identifier));
  const notes = footnotes.filter((footnote) => names.has(footnote.identifier));
  return dissect([block, ...notes].map(({ start, end }) => text.slice(start, end)).join('\n\n'), file);
}

/** Replace stretches of a text, which do not overlap. */
export function replaceAt(text: string, spans: readonly Span[], now: (written: string, span: Span) => string): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, span) => {
      const { start, end } = span;
      return result.slice(0, start) + now(text.slice(start, end), span) + result.slice(end);
    }, text);
}

const PLAIN: readonly string[] = ['root', 'paragraph', 'list', 'listItem', 'blockquote', 'footnoteDefinition'];

function readProse(node: Nodes, isInFootnote: boolean): Anatomy['prose'] {
  // A bare address has no place of its own.
  if (node.type === 'text') return node.position ? [{ ...spanOf(node), isInFootnote }] : [];
  if (!PLAIN.includes(node.type) || !('children' in node)) return [];
  return node.children.flatMap((child) => readProse(child, isInFootnote || node.type === 'footnoteDefinition'));
}

function spanOf(node: Nodes): Span {
  return toSpan(node.position as Place);
}

function toSpan({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset };
}
