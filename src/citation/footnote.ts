import type { Association, FootnoteDefinition as DefinitionNode, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '#text/location.ts';
import { readClaims } from './claim.ts';

/** One definition `[^label]: …`. */
export interface FootnoteDefinition {
  /** What joins it to its references: the label in GFM's normal form. */
  readonly identifier: string;
  /** The label as written. */
  readonly label: string;
  readonly place: Place;
  /** The first paragraph, as written in the file: the citations. Undefined where the footnote starts otherwise. */
  readonly citations: { readonly source: string; readonly offset: number } | undefined;
  /** Has it a later paragraph, the editor's note? */
  readonly hasNote: boolean;
}

/** One reference `[^label]` in the prose. */
export interface FootnoteReference {
  readonly identifier: string;
  readonly label: string;
  readonly place: Place;
  /** Which reference to this footnote it is, from 1, in the order of the file. */
  readonly ordinal: number;
  /** What the reader is asked to believe, as plain text. */
  readonly claim: string;
}

/** The footnotes of one document, in the order of the file. */
export interface Footnotes {
  readonly definitions: readonly FootnoteDefinition[];
  readonly references: readonly FootnoteReference[];
  /** What looks like a reference and has no definition: GFM shows it as plain text. */
  readonly undefinedReferences: readonly { readonly label: string; readonly place: Place }[];
}

/**
 * Collect definitions and references from the syntax tree of a document (GFM footnotes).
 * Nothing is judged here: definitions may repeat, references may lead nowhere.
 */
export function readFootnotes(tree: Root, text: string): Footnotes {
  const definitions: FootnoteDefinition[] = [];
  const undefinedReferences: { label: string; place: Place }[] = [];

  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') definitions.push(readDefinition(node, text));
    else if (node.type === 'text') undefinedReferences.push(...findUndefined(node, text));
  });

  return { definitions, references: readReferences(tree), undefinedReferences };
}

function readReferences(tree: Root): FootnoteReference[] {
  const counts = new Map<string, number>();
  return [...readClaims(tree)].map(([node, claim]) => {
    const { identifier } = node;
    const ordinal = (counts.get(identifier) ?? 0) + 1;
    counts.set(identifier, ordinal);
    return { identifier, label: labelOf(node), place: place(node), ordinal, claim };
  });
}

function readDefinition(node: DefinitionNode, text: string): FootnoteDefinition {
  const { identifier } = node;
  const [first, ...later] = node.children;
  const citations =
    first?.type === 'paragraph'
      ? { source: text.slice(place(first).start.offset, place(first).end.offset), offset: place(first).start.offset }
      : undefined;
  return { identifier, label: labelOf(node), place: place(node), citations, hasNote: later.length > 0 };
}

/** `[^x]` without a definition is plain text to GFM, so it is looked for in the text as written; `\[^x]` is meant as text. */
function findUndefined(node: { position?: unknown }, text: string): { label: string; place: Place }[] {
  const { start, end } = place(node);
  const written = text.slice(start.offset, end.offset);
  if (!written.includes('[^')) return [];

  return [...written.matchAll(/(?<!\\)\[\^([^\s[\]]+)\]/g)].map((match) => {
    const before = written.slice(0, match.index);
    const line = start.line + before.split('\n').length - 1;
    const column = line === start.line ? start.column + match.index : match.index - before.lastIndexOf('\n');
    const offset = start.offset + match.index;
    const { length } = match[0];
    return {
      label: match[1] ?? '',
      place: { start: { line, column, offset }, end: { line, column: column + length, offset: offset + length } },
    };
  });
}

/** A tree made by hand may leave the label out. */
function labelOf({ label, identifier }: Association): string {
  return label ?? identifier;
}

/** Nodes that come from a parser always have a position with offsets; the types allow trees made by hand. */
function place(node: { position?: unknown }): Place {
  return node.position as Place;
}
