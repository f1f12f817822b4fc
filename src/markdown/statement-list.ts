import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PublishedStatement } from '#publication/uses.ts';

/** Render statements as a list that opens in place, each with a link to its note. */
export function statementList(
  summary: string,
  statements: readonly PublishedStatement[],
  properties: Readonly<Record<string, string>>,
): Element {
  return h('details', { ...properties }, [
    h('summary', summary),
    h(
      'ul',
      { className: 'plain-list' },
      statements.map(({ href, text, title, number }) =>
        h('li', [h('a', { href }, text), ' ', h('span', { className: 'quiet' }, `${title}, note ${number}`)]),
      ),
    ),
  ]);
}
