import type { Paragraph } from 'mdast';
import type { Name } from '#corpus/names.ts';
import { statementList } from './statement-list.ts';

/** Set the statements that name a person, body or place, as a list that opens in place. */
export function nameStatements({ statements }: Name): Paragraph {
  const { length } = statements;
  const summary = `Named in ${length} ${length === 1 ? 'statement' : 'statements'}`;
  const { tagName, properties, children } = statementList(summary, statements, {
    className: 'statements',
    dataPagefindIgnore: '',
  });
  // `mdast-util-to-hast` builds what `data` says: the node's own type and children do not matter.
  return { type: 'paragraph', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
}
