import type { Element, ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Words in letters that only Azerbaijani has of the languages here, and those between two of them. */
const AZERBAIJANI = /[\p{L}]*[əƏıİ]\p{L}*(?:\s+\p{L}*[əƏıİ]\p{L}*)*/u;
const UNTOUCHED = new Set(['code', 'pre', 'style', 'script']);

/** Say the language of Azerbaijani words, so that screen readers can speak them. */
export const rehypeLanguage: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'text', (node, index, parent) => {
    if (parent?.type !== 'element' || index === undefined || UNTOUCHED.has(parent.tagName)) return;
    if (parent.properties['lang'] || !AZERBAIJANI.test(node.value)) return;
    const pieces = piecesOf(node.value);
    (parent as Element).children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
};

function piecesOf(text: string): ElementContent[] {
  const pieces: (Text | Element)[] = [];
  let from = 0;
  for (const { 0: words, index } of text.matchAll(new RegExp(AZERBAIJANI, 'gu'))) {
    if (index > from) pieces.push({ type: 'text', value: text.slice(from, index) });
    pieces.push(h('span', { lang: 'az' }, words));
    from = index + words.length;
  }
  if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) });
  return pieces;
}
