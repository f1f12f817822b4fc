import type { FootnoteReference, Nodes, Root } from 'mdast';
import { type Block, type Prose, readBlocks, sentenceAt } from '#citation/prose.ts';
import { overlaps, placeOfNode, type Span, spanOf } from '#text/location.ts';
import { type NormalizedText, normalize, normalSpan, rawSpan } from '#text/normalize.ts';
import { findQuoted, type Quoted } from '#text/quoted.ts';
import { withoutQuotations } from '#text/saying.ts';
import type { DateMention } from './date.ts';
import type { Figure } from './figure.ts';

/** A run of words of a statement: a sentence, or a cell of a row. */
export interface StatementPart {
  /** In normal form, without code, which states nothing about the subject. */
  readonly text: string;
  /** As readers see it. */
  readonly words: string;
  /** The offset in the file of a unit of `text`. */
  readonly offsetOf: (at: number) => number;
  /** Words between quotation marks, as spans of `text`, where curly and straight marks can no longer be told apart. */
  readonly quoted: readonly Quoted[];
  /** Links to pages of this site, as spans of `text`: their words may be titles of ours. */
  readonly links: readonly Span[];
}

/** What readers are asked to believe on the strength of some footnotes. */
export interface Statement {
  /**
   * `sentence`, `row`: needs footnotes; `label`: a heading, the head of a table, or a value of the front matter,
   * which any footnote of the document may support.
   */
  readonly kind: 'sentence' | 'row' | 'label';
  readonly parts: readonly StatementPart[];
  /** In the file, in UTF-16 code units. */
  readonly span: Span;
  /** The identifiers of its footnotes, each once; none for a label that rests on all of them. */
  readonly footnotes: readonly string[];
  /** Does it begin its paragraph? Every row and label does. */
  readonly opensParagraph: boolean;
  /**
   * What is read with it, in normal form: the head of its table, the paragraph that leads to its list or block
   * quotation, and who is named under the quotation.
   */
  readonly head?: readonly string[];
  /** From the attributes of an element: figures of a chart, days on a timeline. */
  readonly attributes?: { readonly figures: readonly Figure[]; readonly dates: readonly DateMention[] };
}

/** A statement as readers see it, on one line. */
export function wordsOf({ parts }: Pick<Statement, 'parts'>): string {
  return parts
    .map(({ words }) => words)
    .filter((words) => words !== '')
    .join(' · ');
}

/**
 * Split a document into statements, in the order of the file. A sentence rests on the footnotes referred to in it or
 * right after it; without any, on those of the next sentence of its paragraph that has some. A table row is one
 * statement. A paragraph that ends in a colon without a reference rests on the footnotes of what follows it; one that
 * says whose words a block quotation has, on those of the paragraph before.
 */
export function readStatements(tree: Root, file: string): Statement[] {
  const blocks = readBlocks(tree, file);
  const outer = new Set<Nodes>(tree.children);
  return blocks.flatMap((block, index): Statement[] => {
    const head = headOf(blocks, index, outer);
    const statements = readBlock(block).map((statement) => ({ ...statement, head }));
    const last = statements.at(-1);
    if (block.kind !== 'paragraph' || last?.footnotes.length !== 0) return statements;
    const words = wordsOf(last);
    const [before, next, afterNext] = [blocks[index - 1], blocks[index + 1], blocks[index + 2]];
    const isAttribution = block.isQuotation && (isCite(block) || ATTRIBUTION.test(words));
    const neighbor = isAttribution ? before : next?.kind === 'table-head' ? afterNext : next;
    if (!neighbor || !(isAttribution || words.endsWith(':'))) return statements;
    const footnotes = readBlock(neighbor).at(isAttribution ? -1 : 0)?.footnotes ?? [];
    return statements.map((statement) => (statement.footnotes.length === 0 ? { ...statement, footnotes } : statement));
  });
}

/** What is read with a block, in normal form. `outer` are the blocks in no list, table or quotation. */
function headOf(blocks: readonly Block[], index: number, outer: ReadonlySet<Nodes>): string[] {
  const block = blocks[index] as Block;
  if (block.kind !== 'row' && outer.has(block.node)) return [];
  const before = blocks.slice(0, index);
  if ('cells' in block) return textsOf(before.findLast(({ kind }) => kind === 'table-head'));
  const lead = textsOf(before.findLast(({ kind, node }) => kind === 'paragraph' && outer.has(node)));
  if (!block.isQuotation) return lead.filter((text) => text.endsWith(':'));
  const end = blocks.findIndex((other, at) => at > index && !('isQuotation' in other && other.isQuotation));
  const quotation = blocks.slice(index, end === -1 ? undefined : end).flatMap(readBlock);
  return [
    ...lead,
    ...quotation.flatMap(({ parts }) => parts.map(({ text, quoted }) => withoutQuotations(text, quoted))),
  ];
}

function textsOf(block: Block | undefined): string[] {
  return block ? readBlock(block).flatMap(({ parts }) => parts.map(({ text }) => text)) : [];
}

function readBlock(block: Block): Statement[] {
  if ('cells' in block) {
    const references = block.cells.flatMap((cell) => cell.references.map(({ node }) => node));
    const parts = block.cells.map((cell) => partOf(cell, { start: 0, end: cell.text.length }));
    const footnotes = identifiers(references);
    const kind = block.kind === 'table-head' && footnotes.length === 0 ? 'label' : 'row';
    const span = spanOf(placeOfNode(block.node));
    return parts.some(({ words }) => words !== '') ? [{ kind, parts, span, footnotes, opensParagraph: true }] : [];
  }

  const { prose, isQuotation } = block;
  const { offsets, references } = prose;
  const sentences = isQuotation ? withAttributions(prose) : prose.sentences;
  // A reference right before a sentence, after a space, could belong to either.
  const isUnclear = (at: number, { end }: Span) => at > end && sentences.some(({ start }) => start === at);
  let footnotes: readonly string[] = [];
  // From the last to the first: a sentence without references has those of the next one that has some.
  return sentences
    .toReversed()
    .map((sentence): Statement => {
      const own = references.filter(({ at }) => sentenceAt(sentences, at) === sentence && !isUnclear(at, sentence));
      if (own.length > 0) footnotes = identifiers(own.map(({ node }) => node));
      const start = offsets[sentence.start] ?? 0;
      const last = offsets[Math.max(sentence.start, sentence.end - 1)] ?? start;
      return {
        kind: block.kind === 'heading' && footnotes.length === 0 ? 'label' : 'sentence',
        parts: [partOf(prose, sentence, isQuotation && !isCite(block))],
        span: { start, end: last + 1 },
        footnotes,
        opensParagraph: sentence === sentences[0],
      };
    })
    .toReversed();
}

/** `<cite>` alone: it says whose words a block quotation has. */
function isCite({ node }: Block): boolean {
  return 'name' in node && node.name === 'cite';
}

function identifiers(references: readonly FootnoteReference[]): string[] {
  return [...new Set(references.map(({ identifier }) => identifier))];
}

/** A statement in plain text, such as a value of the front matter. */
export function plainStatement(
  words: string,
  span: Span,
  footnotes: readonly string[],
  kind: Statement['kind'],
): Statement {
  const normal = normalize(words);
  const offsetOf = () => span.start;
  return {
    kind,
    parts: [{ text: normal.text, words, offsetOf, quoted: quotedIn(words, normal), links: [] }],
    span,
    footnotes,
    opensParagraph: true,
  };
}

/** Replaces code: not a letter, digit or mark. */
const LEFT_OUT = '￼';

function partOf({ text, offsets, code, links }: Prose, { start, end }: Span, isQuotation = false): StatementPart {
  let masked = '';
  let past = start;
  for (const span of code.filter((span) => overlaps(span, { start, end }))) {
    masked += text.slice(past, span.start) + LEFT_OUT.repeat(Math.min(end, span.end) - Math.max(past, span.start));
    past = Math.min(end, span.end);
  }
  masked += text.slice(past, end);
  const normal = normalize(masked);
  return {
    text: normal.text,
    words: text.slice(start, end).replace(/\s+/g, ' ').trim(),
    offsetOf: (at) => offsets[start + rawSpan(normal, { start: at, end: at }).start] ?? 0,
    quoted: isQuotation ? quotedWhole(masked, normal) : quotedIn(masked, normal),
    links: links
      .filter((link) => start <= link.start && link.end <= end)
      .map((link) => normalSpan(normal, { start: link.start - start, end: link.end - start })),
  };
}

function quotedIn(words: string, normal: NormalizedText): Quoted[] {
  return findQuoted(words).map((quoted) => toNormal(quoted, normal));
}

/** A sentence of a block quotation, which may have marks of its own, and then a line that says whose words it has. */
function quotedWhole(words: string, normal: NormalizedText): Quoted[] {
  const whole = { start: words.search(/\S/), end: words.replace(ATTRIBUTION, '').trimEnd().length };
  if (whole.start >= whole.end) return [];
  const [marked] = findQuoted(words);
  const isMarked = marked?.start === whole.start && marked.end === whole.end;
  return [toNormal(isMarked ? marked : { ...whole, inner: whole }, normal)];
}

/** `– The master, in a letter`, after a sentence or alone. */
const ATTRIBUTION =
  /(?:^|(?<=[.!?…"'”’»\])]) *)[-–—―] ?(?=\p{Lu}|(?:an?|the|from|in) )(?:[^.!?]|(?<=\P{L}\p{Lu})\.){1,80}\.?$/u;

/** The sentences of a block quotation, each with what says whose words it has. */
function withAttributions({ text, sentences }: Prose): readonly Span[] {
  const joined: Span[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    const isAttribution = ATTRIBUTION.test(text.slice(sentence.start, sentence.end));
    if (last && isAttribution) joined[joined.length - 1] = { start: last.start, end: sentence.end };
    else joined.push(sentence);
  }
  return joined;
}

function toNormal({ inner, ...span }: Quoted, normal: NormalizedText): Quoted {
  return { ...normalSpan(normal, span), inner: normalSpan(normal, inner) };
}
