import type { Nodes, Root } from 'mdast';
import type { ArticleFault, ForeignMarkup, Problem } from '#problem/problem.ts';
import { indexLines, overlaps, type Place, placeOf, placeOfNode, type Span, spanOf } from '#text/location.ts';
import { isExpression, isJsx } from './jsx.ts';

type MarkupFault = ArticleFault & { readonly part: 'markup' };
type Found = Problem & { readonly ruleId: 'article-invalid' } & MarkupFault;

/** In text as it is written: what is escaped is meant. */
const PATTERNS: readonly (readonly [fault: ForeignMarkup, pattern: RegExp])[] = [
  // Pandoc: `^[@memo "…"]`.
  ['note', /(?<!\\)\^\[(?!\^)[^\]]*\]?/g],
  // Pandoc: `[@memo, p. 2]`.
  ['citation', /(?=\[)(?<![\\\p{L}\p{N}!])\[(?:[^[\]@]*\s)?-?@[\p{L}\p{N}][^[\]]*\]/gu],
  ['wiki-link', /(?<!\\)!?\[\[[^[\]\n]+\]\]/g],
  ['reversed-link', /(?<!\\)\([^()\n]+\)\[(?:\/|#|https?:)[^\]\s]*\]/g],
  ['spaced-link', /(?<!\\)\[[^[\]\n]+\] \((?:\/|#|https?:)[^)\s]*\)/g],
  ['lost-link', /(?<!\\)\[[^[\]^\n]+\]\[[^[\]^\n]*\]/g],
  // reStructuredText: `[#label]_`; AsciiDoc: `footnote:[…]`; a number, as printed.
  ['reference', /(?<!\\)\[#?[\p{L}\p{N}-]+\]_(?![\p{L}\p{N}])|\bfootnote(?:ref)?:[\p{L}\p{N}-]*\[[^\]]*\]/gu],
  ['reference', /(?=\[)(?<=[.!?,;:"”’)] ?|(?<!\\\p{L}{0,20})\p{L})\[\d{1,3}\](?![\p{L}\p{N}(])/gu],
  ['comment', /\/\*[\s\S]*?\*\/|%%[^%]+%%/g],
];

/** The same at the start of a line of a paragraph. */
const OPENINGS: readonly (readonly [fault: ForeignMarkup, pattern: RegExp])[] = [
  ['reference', /^\.\. \[#?[^\]\n]+\][^\n]*/gm],
  ['directive', /^(?::::[^\n]*|\[!\p{Lu}+\]|\.\. [\w-]+::[^\n]*)/gmu],
];

/** The same at the start of a paragraph. */
const FIRST: readonly (readonly [fault: ForeignMarkup, pattern: RegExp])[] = [
  ['heading', /^#{2,6}(?=[^ \t#])[^\n]*|^#(?=\p{L})[^\n.!?]*$|^={1,5} \S[^\n]*/gu],
];

/** These stand for a footnote: which ones have a reference is unknown while there are any. */
export const FOR_FOOTNOTES: ReadonlySet<ForeignMarkup> = new Set(['citation', 'note', 'reference']);

/**
 * Find markup of other tools, which readers would see as it is written: citations and footnotes of Pandoc, links of
 * wikis, boxes of Docusaurus, headings and tables that are none, and the like. Code and the citations of footnotes are
 * left alone, as is what a backslash escapes.
 *
 * @param ids Of the sources: `@id` in the text is a citation.
 * @param reported Places that already have a problem.
 */
export function foreignMarkup(
  tree: Root,
  text: string,
  file: string,
  ids: ReadonlyMap<string, unknown>,
  reported: readonly Place[],
): Found[] {
  const lines = indexLines(text);
  const found: Found[] = [];
  const taken: Span[] = reported.map(spanOf);
  const add = (fault: ForeignMarkup, span: Span) => {
    if (taken.some((other) => overlaps(other, span))) return;
    taken.push(span);
    const written = text.slice(span.start, span.end);
    found.push({ ruleId: 'article-invalid', part: 'markup', fault, written, file, place: placeOf(lines, span) });
  };
  const search = (node: Nodes, patterns: typeof PATTERNS) => {
    const { start, end } = spanOf(placeOfNode(node));
    const words = text.slice(start, end);
    for (const [fault, pattern] of patterns) {
      for (const { 0: match, index } of words.matchAll(pattern)) {
        add(fault, { start: start + index, end: start + index + match.trimEnd().length });
      }
    }
  };
  const read = (node: Nodes) => {
    if (node.type === 'paragraph') {
      const [first] = node.children;
      const span = spanOf(placeOfNode(node));
      if (/^\|.*\|[ \t]*(?:\r?\n|$)/.test(text.slice(span.start, span.end))) add('table', span);
      else if (first?.type === 'text') search(first, [...FIRST, ...OPENINGS]);
    }
    if (node.type === 'text') {
      search(node, PATTERNS);
      for (const span of citationsIn(node, text, ids)) add('citation', span);
    }
    if (isExpression(node) || isNumber(node)) {
      const foreign = foreignBefore(text, spanOf(placeOfNode(node)));
      if (foreign) add(foreign.fault, foreign);
    }
    // The citations of a footnote are words of the source.
    const children = 'children' in node ? node.children : [];
    for (const child of node.type === 'footnoteDefinition' ? children.slice(1) : children) read(child);
  };
  read(tree);
  return found;
}

/** `@id` with the id of a source, or followed by a quote. */
function citationsIn(node: Nodes, text: string, ids: ReadonlyMap<string, unknown>): Span[] {
  const { start, end } = spanOf(placeOfNode(node));
  const words = text.slice(start, end);
  return [
    ...words.matchAll(/(?<![\p{L}\p{N}\\@./])@([a-z\d]+(?:-[a-z\d]+)*)(?:#L[\dL-]+)?(\s+["“„][^\n]*)?/gu),
  ].flatMap(({ 0: match, 1: id = '', 2: quote, index }) =>
    ids.has(id) || quote ? [{ start: start + index, end: start + index + match.length }] : [],
  );
}

/** `<sup>1</sup>` after the end of a sentence, where it can be no power. */
function isNumber(node: Nodes): boolean {
  if (!isJsx(node) || node.name !== 'sup') return false;
  const [child, ...others] = node.children;
  return child?.type === 'text' && others.length === 0 && /^\[?\d{1,3}\]?$/.test(child.value.trim());
}

/** In characters: a command of LaTeX with its option. */
const MOST_BEFORE = 80;

/** What an expression or an element is to another tool, by what stands before it: `\cite{…}`, `$10^{3}$`, `.<sup>`. */
export function foreignBefore(
  text: string,
  { start, end }: Span,
): (MarkupFault & Span & Pick<Found, 'ruleId'>) | undefined {
  const before = text.slice(Math.max(0, start - MOST_BEFORE), start);
  const found = (fault: ForeignMarkup, length: number) => {
    const from = start - length;
    return {
      ruleId: 'article-invalid',
      part: 'markup',
      fault,
      written: text.slice(from, end),
      start: from,
      end,
    } as const;
  };
  if (text[start] === '<') return /[.!?,;:"”’]$/.test(before) ? found('reference', 0) : undefined;
  const [command, name] = /\\(\w+)(?:\[[^\]]*\])?$/.exec(before) ?? [];
  if (command !== undefined) return found(/cite|footnote/.test(name ?? '') ? 'reference' : 'formula', command.length);
  return /[\p{L}\p{N}][\^_]$/u.test(before) ? found('formula', 1) : undefined;
}
