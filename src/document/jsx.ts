import type { Nodes, Root } from 'mdast';
import { isUnraveled } from '#citation/prose.ts';

/** `<Name …>…</Name>` in a document, on lines of its own or inside a paragraph. */
export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
export type Component = JsxElement & { name: string };
type Expression = Extract<Nodes, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>;

export function isJsx(node: Nodes): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Is it, by the rule of JSX, not an HTML element? A fragment, `<>`, has no name and is neither. */
export function isComponent(node: Nodes): node is Component {
  return isJsx(node) && node.name !== null && /^[^a-z]|\./.test(node.name);
}

export function isExpression(node: Nodes): node is Expression {
  return node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
}

/** Is it an expression with only a comment? */
export function isComment(node: Nodes): boolean {
  return isExpression(node) && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value);
}

/**
 * The blocks in a node. A paragraph that MDX unwraps (`isUnraveled`) is replaced by the elements and expressions in it.
 */
export function blocksOf(node: Root | JsxElement): Nodes[] {
  return node.children.flatMap((child): Nodes[] =>
    child.type === 'paragraph' && isUnraveled(child) ? child.children.filter(({ type }) => type !== 'text') : [child],
  );
}
