import type { FootnoteReference, Root } from 'mdast';
import { countWhile } from '#text/cover.ts';
import type { Span } from '#text/location.ts';
import { type Prose, readBlocks, sentencesOf } from './prose.ts';

/** For each reference outside of footnotes, in the order of the file: the words that it stands behind, as plain text. */
export type Claims = ReadonlyMap<FootnoteReference, string>;

/**
 * Find what each footnote reference stands behind. The claim of a reference is the sentence that it ends, together with
 * the sentences before it in the same block that have no reference of their own; references side by side share one claim.
 * In a table it is the row.
 */
export function readClaims(tree: Root): Claims {
  const claims = new Map<FootnoteReference, string>();
  for (const block of readBlocks(tree)) {
    if ('cells' in block) claimRow(block.cells, claims);
    else claimSentences(block.prose, claims);
  }
  return claims;
}

function claimRow(cells: readonly Prose[], claims: Map<FootnoteReference, string>): void {
  const claim = cells
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' · ');
  for (const { references } of cells) for (const { node } of references) claims.set(node, claim);
}

function claimSentences(prose: Prose, claims: Map<FootnoteReference, string>): void {
  const { text, references } = prose;
  if (references.length === 0) return;
  const sentences = sentencesOf(prose);

  let from = 0;
  let previous = 0;
  for (const { node, at } of references) {
    if (at !== previous) {
      // A reference inside a sentence leaves the rest of it to the next one: both claim the whole sentence.
      const open = sentenceAround(sentences, previous);
      from = open ? open.start : previous;
      previous = at;
    }
    const cut = sentenceAround(sentences, at);
    claims.set(node, text.slice(from, cut ? cut.end : at).trim());
  }
}

function sentenceAround(sentences: readonly Span[], at: number): Span | undefined {
  const sentence = sentences[countWhile(sentences, ({ start }) => start < at) - 1];
  return sentence && at < sentence.end ? sentence : undefined;
}
