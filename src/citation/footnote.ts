import type { Association, FootnoteDefinition as DefinitionNode, Root } from 'mdast';
import type { Place } from '#text/location.ts';
import { readClaims } from './claim.ts';
import { findLostReferences, type LostReference } from './lost-reference.ts';
import { nodesOf } from './nodes.ts';

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

/** One reference `[^label]` in the prose: one inside another footnote gives no claim a source. */
interface FootnoteReference {
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
  readonly lostReferences: readonly LostReference[];
}

/**
 * Collect definitions and references from the syntax tree of a document (GFM footnotes).
 * Nothing is judged here: definitions may repeat, references may lead nowhere.
 */
export function readFootnotes(tree: Root, text: string): Footnotes {
  const definitions = nodesOf(tree).flatMap((node) =>
    node.type === 'footnoteDefinition' ? readDefinition(node, text) : [],
  );
  return { definitions, references: readReferences(tree), lostReferences: findLostReferences(tree, text) };
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

/** A tree made by hand may leave the label out. */
function labelOf({ label, identifier }: Association): string {
  return label ?? identifier;
}

/** Nodes that come from a parser always have a position with offsets; the types allow trees made by hand. */
function place(node: { position?: unknown }): Place {
  return node.position as Place;
}
