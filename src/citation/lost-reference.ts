import type { Definition, Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { indexLines, isIn, type Place, placeOf, placeOfNode, type Span, spanOf } from '#text/location.ts';
import { nodesOf } from './nodes.ts';

/** A `[^label]` that does not become a footnote reference: GFM and MDX drop it silently. */
export interface LostReference {
  /** The label as written. */
  readonly label: string;
  /**
   * `missing`: no footnote has the label; `white-space`: labels may not have any; `not-in-prose`: it is in the text
   * of an image, an address or title, an attribute, or a string of an expression; `joined`: labels of several
   * footnotes; `no-caret`: `[label]`, or `[label]: @…`; `no-bracket`: `[^label`; `no-colon`: `[^label] @…`.
   */
  readonly fault: 'missing' | 'white-space' | 'not-in-prose' | 'joined' | 'no-caret' | 'no-bracket' | 'no-colon';
  readonly place: Place;
}

/** An even number of backslashes before it: they escape each other. */
const WRITTEN = /(?<=(?<!\\)(?:\\\\)*)\[\^((?:\\.|[^[\]\\])+)\]/g;
/** One that nothing closes. */
const UNCLOSED = /(?<=(?<!\\)(?:\\\\)*)\[\^([^\s[\]\\.,;:!?(){}"“”]+)(?!(?:[^[\]\n]|\n(?!\s*\n))*\])/g;
/** A label in brackets right after a word or a mark; `^[label]` too. */
const BARE = /(?=\^?\[)(?<=[\p{L}\p{N}.,;:!?"”’)])\^?\[([^\s[\]^\\]+)\](?![([:\p{L}\p{N}])/gu;

/**
 * Find lost references in the text as written, since in the tree they are ordinary text. Code, comments and `\[^x]` are
 * intentional. A label with white space is reported once, at its first occurrence. In the order of the file.
 */
export function findLostReferences(tree: Root, text: string): LostReference[] {
  const labels = labelsOf(tree);
  const lines = indexLines(text);
  const written = [
    ...matchesOf(text, WRITTEN, 'missing').filter(({ label }) => !/\n\s*\n/.test(label)),
    ...matchesOf(text, UNCLOSED, 'no-bracket'),
    ...matchesOf(text, BARE, 'no-caret').filter(({ label }) => labels.has(normalizeIdentifier(label))),
  ].sort((a, b) => a.start - b.start);
  const definitions = tree.children.flatMap((node): LostReference[] =>
    node.type === 'definition' && isMistaken(node) && !node.identifier.startsWith('^')
      ? [{ label: node.label ?? '', fault: 'no-caret', place: placeOfNode(node) }]
      : [],
  );
  if (written.length === 0 && definitions.length === 0) return [];

  const blocks = tree.children.map(spanOfNode);
  const { settled, hidden } = sortStretches(tree);
  const spaced = new Set<string>();

  const found = written.flatMap(({ label, fault, start, end }): LostReference[] => {
    const lost = (fault: LostReference['fault']) => [{ label, fault, place: placeOf(lines, { start, end }) }];

    // Where there can be no reference, what is written in another way is not one.
    if (isIn(hidden, start)) return fault === 'missing' ? lost('not-in-prose') : [];
    // Front matter is in no block.
    if (isIn(settled, start) || !isIn(blocks, start)) return [];
    if (fault !== 'missing') return lost(fault);
    if (/^[ \t]*(?:[=-][ \t]*)?@/.test(text.slice(end, end + 9)) && isFirstOfLine(text, start)) {
      const length = text.slice(end).search(/\r?\n\s*\n|\s*$/);
      return [{ label, fault: 'no-colon', place: placeOf(lines, { start, end: end + length }) }];
    }
    const several = labelsIn(label);
    if (several.length > 1 && several.every((one) => labels.has(normalizeIdentifier(one)))) return lost('joined');
    if (!/\s/.test(label)) return lost('missing');
    const name = normalizeIdentifier(label);
    if (spaced.has(name)) return [];
    spaced.add(name);
    return lost('white-space');
  });

  return [...definitions, ...found].sort((a, b) => a.place.start.offset - b.place.start.offset);
}

function isFirstOfLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

/** The labels in what may be several, `a, b` or `a; ^b`. */
export function labelsIn(written: string): string[] {
  return written.split(/[\s,;]+\^?/).filter((label) => label !== '');
}

function matchesOf(text: string, pattern: RegExp, fault: LostReference['fault']) {
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: label = '', index }) => {
    return { label, fault, start: index, end: index + whole.length };
  });
}

/** Of the footnotes, but not of addresses: `[label]` leads to these. */
function labelsOf(tree: Root): ReadonlySet<string> {
  const of = (type: 'footnoteDefinition' | 'definition') =>
    new Set(nodesOf(tree).flatMap((node) => (node.type === type ? normalizeIdentifier(node.identifier) : [])));
  return of('footnoteDefinition').difference(of('definition'));
}

/** Is it meant as a footnote, `[label]: @id "…"`? To Markdown it is a link. */
export function isMistaken({ url }: Definition): boolean {
  return url.startsWith('@');
}

/** The stretches that are references, footnotes or code (`settled`), and those where no reference can be (`hidden`). */
function sortStretches(tree: Root): { settled: Span[]; hidden: Span[] } {
  const settled: Span[] = [];
  const hidden: Span[] = [];

  for (const node of nodesOf(tree)) {
    // The root that `fixFootnotes` makes has no place.
    if (!node.position) continue;
    const { start, end } = spanOfNode(node);
    switch (node.type) {
      case 'code':
      case 'inlineCode':
      case 'footnoteReference':
        settled.push({ start, end });
        break;
      case 'footnoteDefinition':
        settled.push({ start, end: start + 1 });
        break;
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
      case 'mdxjsEsm':
        settled.push({ start, end });
        hidden.push(...textsOf(node.data));
        break;
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        for (const attribute of node.attributes) {
          const isText = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
          if (isText) hidden.push(spanOfNode(attribute));
          else settled.push(spanOfNode(attribute));
          hidden.push(...textsOf(attribute));
        }
        break;
      case 'image':
      case 'imageReference':
        hidden.push({ start, end });
        break;
      case 'definition':
        hidden.push({ start: start + 1, end });
        break;
      case 'link': {
        const texts = node.children.map(spanOfNode);
        // In an autolink the address is the text.
        const isBare = texts.some((text) => text.start === start);
        hidden.push(isBare ? { start, end } : { start: Math.max(start, ...texts.map((text) => text.end)), end });
        break;
      }
    }
  }

  return { settled, hidden };
}

/** The spans of the strings in a program (ESTree), or in a node that holds one. */
function textsOf(node: unknown): Span[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && TEXTS.has(node.type) && !('regex' in node) && 'start' in node && 'end' in node) {
    return [{ start: Number(node.start), end: Number(node.end) }];
  }
  return Object.entries(node).flatMap(([, value]) => textsOf(value));
}

/** A regular expression is a literal too, where `[^a-z]` is legitimate: see `regex` above. */
const TEXTS: ReadonlySet<unknown> = new Set(['Literal', 'TemplateElement', 'JSXText']);

function spanOfNode(node: { readonly position?: unknown }): Span {
  return spanOf(placeOfNode(node));
}
