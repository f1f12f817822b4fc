import type { Root } from 'mdast';
import { nodesOf } from '#citation/nodes.ts';
import type { ArticleFault, Problem } from '#problem/problem.ts';
import { indexLines, isIn, type Place, placeOf, placeOfNode, spanOf } from '#text/location.ts';
import { isComponent, isExpression, isJsx, type JsxElement } from './jsx.ts';
import { placeOfName } from './read-attributes.ts';

/** HTML elements that only format text: they run, load and hide nothing. */
const ELEMENTS = new Set(
  `a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6
  hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th
  thead tr u ul var wbr`.split(/\s+/),
);

/** Attributes whose values a reader neither sees nor hears. */
const ATTRIBUTES = new Set(['class', 'dir', 'href', 'lang']);

/**
 * Report whatever would run when the document is rendered, or show words that the check cannot read: expressions,
 * imports and exports, and HTML elements and attributes that do more than format text. Comments are allowed.
 *
 * @param reported Places that already have a problem: one cause, one problem.
 */
export function readCode(tree: Root, text: string, file: string, reported: readonly Place[]): Problem[] {
  const lines = indexLines(text);
  const problems: Problem[] = [];
  const report = (fault: CodeFault, place: Place) => {
    const span = spanOf(place);
    if (reported.some(({ start }) => isIn([span], start.offset))) return;
    const written = text.slice(span.start, span.end);
    problems.push({ ruleId: 'article-invalid', part: 'code', fault, written, file, place: placeOf(lines, span) });
  };

  for (const node of nodesOf(tree)) {
    if (node.type === 'mdxjsEsm') report('module', placeOfNode(node));
    else if (isExpression(node)) {
      // With only a comment in it, an expression is an empty program.
      if (node.data?.estree?.body.length !== 0) report('expression', placeOfNode(node));
    } else if (isJsx(node) && !isComponent(node) && node.name !== null) {
      if (!ELEMENTS.has(node.name)) report('element', placeOfName(node, lines));
      else for (const attribute of node.attributes.filter(isRefused)) report('attribute', placeOfNode(attribute));
    }
  }
  return problems;
}

type CodeFault = (ArticleFault & { part: 'code' })['fault'];

function isRefused(attribute: JsxElement['attributes'][number]): boolean {
  return attribute.type !== 'mdxJsxAttribute' || !ATTRIBUTES.has(attribute.name) || typeof attribute.value !== 'string';
}
