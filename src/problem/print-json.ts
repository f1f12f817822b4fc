import type { Place, Point } from '#text/location.ts';
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
    place: problem.place && inOrder(problem.place),
    ...explain(problem),
    page: `/problems/${problem.ruleId}/`,
  }));
  return `${JSON.stringify({ version: 1, counts, problems: listed }, undefined, 2)}\n`;
}

/** The keys in one order, whichever parser made them. */
function inOrder({ start, end }: Place): Place {
  const ordered = ({ line, column, offset }: Point): Point => ({ line, column, offset });
  return { start: ordered(start), end: ordered(end) };
}
