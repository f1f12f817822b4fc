import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Statement } from '#corpus/statement.ts';
import type { Rest } from '#corpus/statement-pages.ts';

/** Set statements as a list that opens in place, each with the way to its note, and last the way to the rest. */
export function statementList(
  summary: string,
  { shown, rest }: { readonly shown: readonly Statement[]; readonly rest: Rest | undefined },
  properties: Readonly<Record<string, string>>,
): Element {
  return h('details', { ...properties }, [
    h('summary', summary),
    h('ul', { className: 'plain-list' }, [
      ...shown.map(({ href, claim, title, number }) =>
        h('li', [h('a', { href }, claim), ' ', h('span', { className: 'quiet' }, `${title}, note ${number}`)]),
      ),
      ...(rest ? [h('li', h('a', { href: rest.href }, `All ${rest.count.toLocaleString('en')} statements`))] : []),
    ]),
  ]);
}
