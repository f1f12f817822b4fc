import type { Root } from 'mdast';
import { nodesOf } from '#citation/nodes.ts';
import type { ArticleFault, Problem } from '#problem/problem.ts';
import { indexLines, type Place, placeOf, type Span } from '#text/location.ts';
import { isComponent, isJsx, type JsxElement, placeOfNode } from './jsx.ts';

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
    if (node.type === 'mdxjsEsm') report('module', spanOf(node));
    else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      // An expression with nothing but comments is an empty program.
      if (countStatements(node.data) !== 0) report('expression', spanOf(node));
    } else if (isJsx(node) && !isComponent(node) && node.name !== null) {
      if (!ELEMENTS.has(node.name)) report('element', spanOfTag(node, node.name));
      else for (const attribute of otherAttributes(node)) report('attribute', spanOf(attribute));
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

function spanOf(node: { position?: unknown }): Span {
  const { start, end } = placeOfNode(node);
  return { start: start.offset, end: end.offset };
}

function spanOfTag(node: JsxElement, name: string): Span {
  const { start } = spanOf(node);
  return { start, end: start + 1 + name.length };
}
