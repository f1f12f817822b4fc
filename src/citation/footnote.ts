import type { FootnoteDefinition as DefinitionNode, Root } from 'mdast';
import { type Place, placeOfNode, spanOf } from '#text/location.ts';
import { findLostReferences, type LostReference } from './lost-reference.ts';
import { nodesOf } from './nodes.ts';
import { readBlocks, wordsBehind } from './prose.ts';

/** One definition `[^label]: …`. */
export interface FootnoteDefinition {
  /** The label in GFM's normal form, which references share. */
  readonly identifier: string;
  /** The label as written. */
  readonly label: string;
  readonly place: Place;
  /** The first paragraph as written in the file; undefined where the footnote starts with something else. */
  readonly citations: { readonly source: string; readonly offset: number } | undefined;
  /** Is there a later paragraph, the editor's note? */
  readonly hasNote: boolean;
}

/** One reference `[^label]` in the prose; one inside another footnote follows nothing. */
interface FootnoteReference {
  readonly identifier: string;
  readonly label: string;
  readonly place: Place;
  /** The words it follows, as plain text. */
  readonly statement: string;
}

/** The footnotes of one document, in the order of the file. */
export interface Footnotes {
  readonly definitions: readonly FootnoteDefinition[];
  readonly references: readonly FootnoteReference[];
  readonly lostReferences: readonly LostReference[];
}

/**
 * Collect GFM footnote definitions and references. Nothing is judged here: definitions may repeat, references may lead
 * nowhere.
 */
export function readFootnotes(tree: Root, text: string): Footnotes {
  const definitions = nodesOf(tree).flatMap((node) =>
    node.type === 'footnoteDefinition' ? readDefinition(node, text) : [],
  );
  const references = [...wordsBehind(readBlocks(tree, text))].map(([node, statement]) => ({
    identifier: node.identifier,
    label: node.label ?? node.identifier,
    place: placeOfNode(node),
    statement,
  }));
  return { definitions, references, lostReferences: findLostReferences(tree, text) };
}

function readDefinition(node: DefinitionNode, text: string): FootnoteDefinition {
  const { identifier } = node;
  const [first, ...later] = node.children;
  const { start, end } = spanOf(placeOfNode(first ?? node));
  const citations = first?.type === 'paragraph' ? { source: text.slice(start, end), offset: start } : undefined;
  return {
    identifier,
    label: node.label ?? node.identifier,
    place: placeOfNode(node),
    citations,
    hasNote: later.length > 0,
  };
}
