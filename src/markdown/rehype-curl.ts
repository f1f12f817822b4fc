import type { Root, RootContent } from 'hast';
import type { Plugin } from 'unified';
import { curl } from '#text/curl.ts';

/** Words that are not ours, or no words at all: they stay as they are. */
const LEFT_ALONE = new Set(['q', 'code', 'pre', 'blockquote', 'style', 'script']);
/** Elements within a line: a sentence goes on through them. */
const WITHIN = new Set(['a', 'em', 'strong', 'cite', 'span', 'abbr', 'del', 'ins', 'i', 'b', 'u']);

/**
 * Set the quotation marks and apostrophes of our own prose as printers do. It runs last: after the quotes of notes have been
 * checked and cut from their sources, and it leaves those to the letter.
 */
export const rehypeCurl: Plugin<[], Root> = () => (tree) => {
  curlWithin(tree.children);
};

/** Returns the last character. */
function curlWithin(nodes: readonly RootContent[], before = ''): string {
  let previous = before;
  for (const node of nodes) {
    if (node.type === 'text') {
      node.value = curl(node.value, previous);
      previous = `${previous}${node.value}`.slice(-1);
    } else if (node.type === 'element' && !LEFT_ALONE.has(node.tagName)) {
      if (WITHIN.has(node.tagName)) previous = curlWithin(node.children, previous);
      else curlWithin(node.children);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') curlWithin(node.children);
  }
  return previous;
}
