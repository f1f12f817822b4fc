import { h } from 'hastscript';
import type { Paragraph } from 'mdast';
import type { Name } from '#corpus/names.ts';

/** Set the statements that name a person, body or place, as a list that opens in place. */
export function nameStatements({ statements }: Name): Paragraph {
  const { length } = statements;
  const { tagName, properties, children } = h('details', { className: 'statements', dataPagefindIgnore: '' }, [
    h('summary', `Named in ${length} ${length === 1 ? 'statement' : 'statements'}`),
    h(
      'ul',
      { className: 'plain-list' },
      statements.map(({ href, claim, title, number }) =>
        h('li', [h('a', { href }, claim), ' ', h('span', { className: 'quiet' }, `${title}, note ${number}`)]),
      ),
    ),
  ]);
  // `mdast-util-to-hast` builds what `data` says: the node's own type and children do not matter.
  return { type: 'paragraph', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
}
