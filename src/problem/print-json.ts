import { explain } from './explain.ts';
import { isError, type Report } from './problem.ts';

/**
 * Print a report for programs: `{ version: 1, counts, problems }`. Each problem has its facts (`problem.ts`), its words
 * and `severity`; `place` is as in unist, missing for a whole file. Keys may be added, but do not change.
 */
export function printJson({ problems, counts }: Report): string {
  const listed = problems.map((problem) => ({
    severity: isError(problem) ? 'error' : 'warning',
    ...problem,
    ...explain(problem),
    page: `/problems/${problem.ruleId}/`,
  }));
  return `${JSON.stringify({ version: 1, counts, problems: listed }, undefined, 2)}\n`;
}
