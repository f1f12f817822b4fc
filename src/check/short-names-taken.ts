import type { Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';

/** Report short names that an earlier source has: a sentence that uses one would name both. */
export function shortNamesTaken(sources: readonly Source[]): Problem[] {
  const taken = new Map<string, string>();
  return sources.flatMap(({ id, record: { short }, shortAt: place }): Problem[] => {
    if (short === undefined) return [];
    const key = short.toLowerCase().replace(/^(?:the|an?) /, '');
    const sourceId = taken.get(key);
    if (sourceId === undefined) taken.set(key, id);
    return sourceId === undefined
      ? []
      : [{ ruleId: 'record-invalid', fault: 'short', short, sourceId, file: `sources/${id}.yaml`, place }];
  });
}
