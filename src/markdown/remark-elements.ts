import { valueToEstree } from 'estree-util-value-to-estree';
import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { isComponent, type JsxElement } from '#document/jsx.ts';
import { placeOfNode } from '#text/location.ts';
import type { Options } from './checked-document.ts';

/**
 * Replace the attributes of each `<Event>`, `<Chart>` and `<Point>` by its published data, as the property `event`,
 * `chart` or `point`. The check was done before.
 */
export const remarkElements: Plugin<[Options], Root> =
  ({ documentOf }) =>
  (tree, file) => {
    const { events, charts, hasProblems } = documentOf(file.path, String(file.value));
    const values = new Map<number, readonly [name: string, value: unknown]>();
    for (const event of events) values.set(event.offset, ['event', event]);
    for (const chart of charts) {
      values.set(chart.offset, ['chart', chart]);
      for (const point of chart.points) values.set(point.offset, ['point', point]);
    }

    visit(tree, (node: Nodes) => {
      if (!isComponent(node)) return;
      const [name, value] = values.get(placeOfNode(node).start.offset) ?? [];
      if (name !== undefined) setProperty(node, name, value);
      else if (hasProblems) withdraw(node);
      else throw new Error(`Element \`${node.name}\` was not checked`);
    });
  };

function setProperty(element: JsxElement, name: string, value: unknown): void {
  const expression = valueToEstree(value);
  element.attributes = [
    {
      type: 'mdxJsxAttribute',
      name,
      value: {
        type: 'mdxJsxAttributeValueExpression',
        value: name,
        data: {
          estree: {
            type: 'Program',
            sourceType: 'module',
            comments: [],
            body: [{ type: 'ExpressionStatement', expression }],
          },
        },
      },
    },
  ];
}

/** Show only the words of an element with a problem: the component would fail without its data. */
function withdraw(element: JsxElement): void {
  element.name = element.type === 'mdxJsxFlowElement' ? 'div' : 'span';
  element.attributes = [];
}
