import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PublishedStatement } from '#publication/uses.ts';

/** Render statements by document, each with its number of statements, and each statement with a link to its note. */
export function statementLists(statements: readonly PublishedStatement[]): Element[] {
  return [...Map.groupBy(statements, ({ title }) => title)].flatMap(([title, own]) => [
    h('p', { className: 'title' }, [title, ' ', h('span', { className: 'quiet' }, `(${own.length})`)]),
    h(
      'ul',
      { className: 'plain-list' },
      own.map(({ href, text, number }) =>
        h('li', [h('a', { href }, text), ' ', h('span', { className: 'quiet' }, `note ${number}`)]),
      ),
    ),
  ]);
}
