import type { Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';

/** Report a citation of a text that another one replaces, unless the editor's note says why the old one is cited. */
export function sourceSuperseded({ id, record }: Source, hasNote: boolean): Fact[] {
  const { status } = record;
  return typeof status === 'object' && 'superseded' in status && !hasNote
    ? [{ ruleId: 'source-superseded', sourceId: id, by: status.superseded }]
    : [];
}
