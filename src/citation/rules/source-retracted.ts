import type { Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';

/** Report a citation of a withdrawn text. */
export function sourceRetracted({ id, record }: Source): Fact[] {
  const { status } = record;
  return typeof status === 'object' && 'retracted' in status
    ? [{ ruleId: 'source-retracted', sourceId: id, why: status.retracted }]
    : [];
}
