import type { Paragraph } from 'mdast';
import type { Name } from '#corpus/names.ts';
import { shorten } from '#corpus/statement-pages.ts';
import { statementList } from './statement-list.ts';

/** Set the statements that name a person, body or place, as a list that opens in place. `names` are all of its page. */
export function nameStatements(names: readonly Name[]): (name: Name) => Paragraph {
  const shortened = shorten(names, names[0]?.page ?? '');
  return (name) => {
    const { length } = name.statements;
    const summary = `Named in ${length.toLocaleString('en')} ${length === 1 ? 'statement' : 'statements'}`;
    const { tagName, properties, children } = statementList(summary, shortened(name), {
      className: 'statements',
      dataPagefindIgnore: '',
    });
    // `mdast-util-to-hast` builds what `data` says: the node's own type and children do not matter.
    return { type: 'paragraph', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
  };
}
