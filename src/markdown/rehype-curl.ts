import type { Root, RootContent } from 'hast';
import type { Plugin } from 'unified';
import { curl } from '#text/curl.ts';

/** Quoted words and code, which stay as they are. */
const UNTOUCHED = new Set(['q', 'code', 'pre', 'blockquote', 'style', 'script']);
/** Phrasing elements: a sentence continues through them. */
const PHRASING = new Set(['a', 'em', 'strong', 'cite', 'span', 'abbr', 'del', 'ins', 'i', 'b', 'u']);

/**
 * Replace the straight quotation marks and apostrophes of our own prose by typographic ones. Runs last, after the
 * quotes of notes have been cut from their sources, and leaves those unchanged.
 */
export const rehypeCurl: Plugin<[], Root> = () => (tree) => {
  curlWithin(tree.children);
};

/** Returns the last character of the nodes. */
function curlWithin(nodes: readonly RootContent[], before = ''): string {
  let previous = before;
  for (const node of nodes) {
    if (node.type === 'text') {
      node.value = curl(node.value, previous);
      previous = `${previous}${node.value}`.slice(-1);
    } else if (node.type === 'element' && !UNTOUCHED.has(node.tagName)) {
      if (PHRASING.has(node.tagName)) previous = curlWithin(node.children, previous);
      else curlWithin(node.children);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') curlWithin(node.children);
  }
  return previous;
}
