import type { Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';

/** Report a citation of a superseded text, unless an editor's note says why it is cited. */
export function sourceSuperseded({ id, record }: Source, hasNote: boolean): Fact[] {
  const { status } = record;
  return typeof status === 'object' && 'superseded' in status && !hasNote
    ? [{ ruleId: 'source-superseded', sourceId: id, by: status.superseded }]
    : [];
}
