import type { Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { indexLines, isIn, type Place, placeOf, placeOfNode, type Span, spanOf } from '#text/location.ts';
import { nodesOf } from './nodes.ts';

/** A `[^label]` that does not become a footnote reference: GFM and MDX drop it silently. */
export interface LostReference {
  /** The label as written. */
  readonly label: string;
  /**
   * `missing`: no footnote has the label; `white-space`: labels may not have any; `not-in-prose`: it is in the text
   * of an image, an address or title, an attribute, or a string of an expression.
   */
  readonly fault: 'missing' | 'white-space' | 'not-in-prose';
  readonly place: Place;
}

/** An even number of backslashes before it: they escape each other. */
const WRITTEN = /(?<=(?<!\\)(?:\\\\)*)\[\^((?:\\.|[^[\]\\])+)\]/g;

/**
 * Find lost references in the text as written, since in the tree they are ordinary text. Code, comments and `\[^x]` are
 * intentional. A label with white space is reported once, at its first occurrence. In the order of the file.
 */
export function findLostReferences(tree: Root, text: string): LostReference[] {
  const written = [...text.matchAll(WRITTEN)]
    .map(({ 0: whole, index }) => ({ label: whole.slice(2, -1), start: index, end: index + whole.length }))
    .filter(({ label }) => !/\n\s*\n/.test(label));
  if (written.length === 0) return [];

  const lines = indexLines(text);
  const blocks = tree.children.map(spanOfNode);
  const { settled, hidden } = sortStretches(tree);
  const spaced = new Set<string>();

  return written.flatMap(({ label, start, end }): LostReference[] => {
    const lost = (fault: LostReference['fault']) => [{ label, fault, place: placeOf(lines, { start, end }) }];

    if (isIn(hidden, start)) return lost('not-in-prose');
    // Front matter is in no block.
    if (isIn(settled, start) || !isIn(blocks, start)) return [];
    if (!/\s/.test(label)) return lost('missing');
    const name = normalizeIdentifier(label);
    if (spaced.has(name)) return [];
    spaced.add(name);
    return lost('white-space');
  });
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
