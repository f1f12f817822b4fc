import { h } from 'hastscript';
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import type { Plugin } from 'unified';
import { plainText } from '#citation/prose.ts';
import type { Name } from '#publication/names.ts';
import { count } from '#text/count.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import type { Options } from './checked-document.ts';
import { statementLists } from './statement-list.ts';

/**
 * Link the first mention of each name to its entry, and end each entry with the statements that have its name.
 * Headings, links and footnotes stay as they are.
 */
export const remarkNames: Plugin<[Options], Root> =
  ({ documentOf }) =>
  (tree, file) => {
    const { links, entries } = documentOf(file.path, String(file.value));
    linkFirstMentions(tree, links);
    appendStatements(tree, entries);
  };

function linkFirstMentions(tree: Root, links: ReadonlyMap<string, string>): void {
  const pattern = phrasePattern([...links.keys()]);
  if (!pattern) return;
  const unlinked = new Map(links);
  const link = (words: string): PhrasingContent | false => {
    const url = unlinked.get(words);
    if (url === undefined) return false;
    unlinked.delete(words);
    return {
      type: 'link',
      url,
      children: [{ type: 'text', value: words }],
      data: { hProperties: { className: ['name'] } },
    };
  };
  findAndReplace(tree, [[pattern, link]], {
    ignore: ['heading', 'link', 'linkReference', 'footnoteDefinition', ANCHOR],
  });
}

/** `<a href="…">`. */
const ANCHOR = { name: 'a' };

function appendStatements(tree: Root, entries: readonly Name[]): void {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  tree.children = tree.children.flatMap((node, index): RootContent[] => {
    const heading = tree.children.slice(0, index + 1).findLast((before) => before.type === 'heading');
    const next = tree.children[index + 1];
    const isLast = !next || next.type === 'heading' || next.type === 'footnoteDefinition';
    const entry =
      heading?.depth === 3 && node.type !== 'footnoteDefinition' && isLast && byName.get(plainText(heading));
    return entry && entry.statements.length > 0 ? [node, renderStatements(entry)] : [node];
  });
}

function renderStatements({ statements }: Name): Paragraph {
  const { length } = statements;
  const summary = `Named in ${count(length, 'statement')}`;
  const properties = { className: ['statements'], dataPagefindIgnore: '' };
  const { tagName, children } = h('details', [h('summary', summary), ...statementLists(statements)]);
  // `mdast-util-to-hast` renders `data`, whatever the node's own type and children.
  return { type: 'paragraph', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
}
