import type { Nodes, Root } from 'mdast';
import { isUnraveled } from '#citation/prose.ts';

/** `<Name …>…</Name>` in a document, on lines of its own or inside a paragraph. */
export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export function isJsx(node: Nodes): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Is it no HTML element, by the rule of JSX? A fragment, `<>`, has no name. */
export function isComponent(node: Nodes): node is JsxElement & { name: string } {
  return isJsx(node) && node.name !== null && /^[^a-z]|\./.test(node.name);
}

/** Is it an expression with nothing but a comment? */
export function isComment(node: Nodes): boolean {
  return isExpression(node) && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value);
}

/**
 * The blocks inside of a node; what is in a paragraph that MDX takes away (`isUnraveled`) is one each.
 */
export function blocksOf(node: Root | JsxElement): Nodes[] {
  return node.children.flatMap((child): Nodes[] => {
    if (child.type !== 'paragraph') return [child];
    return isUnraveled(child) ? child.children.filter(({ type }) => type !== 'text') : [child];
  });
}

function isExpression(node: Nodes): node is Extract<Nodes, { type: 'mdxTextExpression' | 'mdxFlowExpression' }> {
  return node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
}
