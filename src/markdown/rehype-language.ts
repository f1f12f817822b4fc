import type { Element, ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

const UNTOUCHED = new Set(['code', 'pre', 'style', 'script']);

/**
 * Say the language of words in letters that only it has of the languages here, so that screen readers can speak them.
 *
 * @param letters By language, BCP 47.
 */
export const rehypeLanguage: Plugin<[Readonly<Record<string, string>>], Root> = (letters) => {
  const languages = Object.keys(letters);
  // Words next to each other are marked as one.
  const runs = Object.values(letters).map((own) => `(\\p{L}*[${own}]\\p{L}*(?:\\s+\\p{L}*[${own}]\\p{L}*)*)`);
  const pattern = new RegExp(runs.join('|'), 'gu');
  if (languages.length === 0) return;

  const piecesOf = (text: string): ElementContent[] => {
    const pieces: (Text | Element)[] = [];
    let from = 0;
    for (const { 0: words, index, ...groups } of text.matchAll(pattern)) {
      if (index > from) pieces.push({ type: 'text', value: text.slice(from, index) });
      const lang = languages.find((_, at) => groups[at + 1] !== undefined);
      pieces.push(h('span', { lang }, words));
      from = index + words.length;
    }
    if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) });
    return pieces;
  };

  return (tree) => {
    visit(tree, 'text', (node, index, parent) => {
      if (parent?.type !== 'element' || index === undefined || UNTOUCHED.has(parent.tagName)) return;
      if (parent.properties['lang'] || node.value.search(pattern) === -1) return;
      const pieces = piecesOf(node.value);
      (parent as Element).children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
};
