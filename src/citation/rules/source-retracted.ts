import type { Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';

/** Report a citation of a text that was withdrawn: nothing can rest on it. */
export function sourceRetracted({ id, record }: Source): Fact[] {
  const { status } = record;
  return typeof status === 'object' && 'retracted' in status
    ? [{ ruleId: 'source-retracted', sourceId: id, why: status.retracted }]
    : [];
}
