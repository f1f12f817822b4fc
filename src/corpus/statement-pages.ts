import { curl } from '#text/curl.ts';
import type { PublishedSource } from './publish-source.ts';
import type { Statement } from './statement.ts';

/** What statements have in common: a name, or a line of a source. */
export interface StatementGroup {
  /** Where the group stands on its own page. */
  readonly id: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** No list on a page has more: of a longer one, only the first few stand there, with a link to all. */
const MOST = 100;
const FIRST_FEW = 20;
/** As many as a page of statements has. */
const A_PAGE = 200;

/** Where all statements of a list are that is shown in part. */
export interface Rest {
  /** How many there are in all. */
  readonly count: number;
  readonly href: string;
}

/**
 * Give long lists of statements pages of their own, so that no page grows with the number of articles: each of these has as many
 * statements as fit, and a list can go on over several. None where no list is long.
 */
export function statementPages(groups: readonly StatementGroup[]): readonly (readonly StatementGroup[])[] {
  const pages: StatementGroup[][] = [];
  let room = 0;
  for (const { id, name, statements } of groups.filter(isLong)) {
    let from = 0;
    while (from < statements.length) {
      if (room === 0) {
        pages.push([]);
        room = A_PAGE;
      }
      const own = statements.slice(from, from + room);
      pages.at(-1)?.push({ id, name, statements: own });
      from += own.length;
      room -= own.length;
    }
  }
  return pages;
}

/** The address of one of those pages. `address` is that of the page with the lists, and `number` counts from 1. */
export function statementPageAddress(address: string, number: number): string {
  return `${address}statements/${number}/`;
}

/**
 * Shorten lists of statements for the page with the address `address`: by the id of each group, what stands there, and where the rest is.
 */
export function shorten(
  groups: readonly StatementGroup[],
  address: string,
): (group: StatementGroup) => { readonly shown: readonly Statement[]; readonly rest: Rest | undefined } {
  const pages = statementPages(groups);
  return (group) => {
    const { id, statements } = group;
    if (!isLong(group)) return { shown: statements, rest: undefined };
    const number = pages.findIndex((page) => page.some((other) => other.id === id)) + 1;
    const href = `${statementPageAddress(address, number)}#${id}`;
    return { shown: statements.slice(0, FIRST_FEW), rest: { count: statements.length, href } };
  };
}

/** Group what rests on the passages of a source by the line that they start on, each statement once, in the site's own marks. */
export function groupByLine(passages: PublishedSource['passages']): StatementGroup[] {
  return [...Map.groupBy(passages, ({ line }) => line)].map(([line, own]) => {
    const statements = new Map(own.flatMap((passage) => passage.statements.map((to) => [to.href, to])));
    return {
      id: `L${line}`,
      name: `Line ${line}`,
      statements: [...statements.values()].map((to) => ({ ...to, claim: curl(to.claim), title: curl(to.title) })),
    };
  });
}

function isLong({ statements }: StatementGroup): boolean {
  return statements.length > MOST;
}
