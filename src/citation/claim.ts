import type { FootnoteReference, Nodes, Root, TableRow } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** For each reference outside of footnotes, in the order of the file: the words that it stands behind, as plain text. */
export type Claims = ReadonlyMap<FootnoteReference, string>;

/**
 * Find what each footnote reference stands behind. The claim of a reference is the sentence that it ends, together with
 * the sentences before it in the same block that have no reference of their own; references side by side share one claim.
 * In a table it is the row.
 */
export function readClaims(tree: Root): Claims {
  const claims = new Map<FootnoteReference, string>();
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type === 'tableRow') {
      claimRow(node, claims);
      return SKIP;
    }
    if (node.type === 'paragraph' || node.type === 'heading') {
      claimSentences(flatten(node), claims);
      return SKIP;
    }
    return undefined;
  });
  return claims;
}

function claimRow(row: TableRow, claims: Map<FootnoteReference, string>): void {
  const cells = row.children.map((cell) => flatten(cell));
  const claim = cells
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' · ');
  for (const { references } of cells) for (const { node } of references) claims.set(node, claim);
}

/** The words of a block that readers see, without footnote references. */
export function plainText(block: Nodes): string {
  return flatten(block).text;
}

interface FlatText {
  readonly text: string;
  /** Where each reference stands in `text`. */
  readonly references: readonly { readonly node: FootnoteReference; readonly at: number }[];
}

function flatten(block: Nodes): FlatText {
  let text = '';
  const references: { node: FootnoteReference; at: number }[] = [];
  visit(block, (node) => {
    if (node.type === 'footnoteReference') references.push({ node, at: text.length });
    else if (node.type === 'text' || node.type === 'inlineCode') text += node.value.replace(/\s+/g, ' ');
    else if (node.type === 'break') text += ' ';
    else if (node.type === 'image') text += node.alt ?? '';
  });
  return { text, references };
}

function claimSentences({ text, references }: FlatText, claims: Map<FootnoteReference, string>): void {
  if (references.length === 0) return;
  const sentences = [...sentenceSegmenter.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.trimEnd().length,
  }));

  let from = 0;
  let previous = 0;
  for (const { node, at } of references) {
    if (at !== previous) {
      // A reference inside a sentence leaves the rest of it to the next one: both claim the whole sentence.
      const open = sentences.find(({ start, end }) => start < previous && previous < end);
      from = open ? open.start : previous;
      previous = at;
    }
    const cut = sentences.find(({ start, end }) => start < at && at < end);
    claims.set(node, text.slice(from, cut ? cut.end : at).trim());
  }
}

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
