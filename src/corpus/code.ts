import type { Root } from 'mdast';
import { nodesOf } from '#citation/nodes.ts';
import type { ArticleFault, Problem } from '#problem/problem.ts';
import { indexLines, type Place, placeOf, placeOfNode, type Span, spanOf } from '#text/location.ts';
import { isComponent, isJsx, type JsxElement } from './jsx.ts';

/** Elements of HTML that only set words: none of them runs, loads or hides anything. */
const ELEMENTS = new Set(
  'a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'.split(
    ' ',
  ),
);

/** Attributes that readers neither see nor hear. */
const ATTRIBUTES = new Set(['class', 'dir', 'href', 'lang']);

/**
 * Report what would run when the document is rendered, or show words that the check cannot read: expressions, exports and
 * imports, elements and attributes of HTML that do more than set words. Comments are none of these.
 *
 * @param reported Places of which something is said already: one cause, one problem.
 */
export function readCode(tree: Root, text: string, file: string, reported: readonly Place[]): Problem[] {
  const lines = indexLines(text);
  const problems: Problem[] = [];
  const report = (fault: CodeFault, { start, end }: Span) => {
    const isSaid = reported.some(({ start: { offset } }) => start <= offset && offset < end);
    if (isSaid) return;
    const written = text.slice(start, end);
    problems.push({
      ruleId: 'article-invalid',
      part: 'code',
      fault,
      written,
      file,
      place: placeOf(lines, { start, end }),
    });
  };

  for (const node of nodesOf(tree)) {
    if (node.type === 'mdxjsEsm') report('module', spanOfNode(node));
    else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      // An expression with nothing but comments is an empty program.
      if (countStatements(node.data) !== 0) report('expression', spanOfNode(node));
    } else if (isJsx(node) && !isComponent(node) && node.name !== null) {
      if (!ELEMENTS.has(node.name)) report('element', spanOfTag(node, node.name));
      else for (const attribute of otherAttributes(node)) report('attribute', spanOfNode(attribute));
    }
  }
  return problems;
}

type CodeFault = (ArticleFault & { part: 'code' })['fault'];

/** How many statements a parsed expression has (ESTree). */
function countStatements(data: unknown): unknown {
  const body: unknown = Reflect.get(Object(Reflect.get(Object(data), 'estree')), 'body');
  return Reflect.get(Object(body), 'length');
}

function otherAttributes({ attributes }: JsxElement): JsxElement['attributes'] {
  return attributes.filter(
    (attribute) =>
      attribute.type !== 'mdxJsxAttribute' || !ATTRIBUTES.has(attribute.name) || typeof attribute.value === 'object',
  );
}

function spanOfNode(node: { position?: unknown }): Span {
  return spanOf(placeOfNode(node));
}

function spanOfTag(node: JsxElement, name: string): Span {
  const { start } = spanOfNode(node);
  return { start, end: start + 1 + name.length };
}
