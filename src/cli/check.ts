import { printReport, type Style } from '#problem/print.ts';
import { isError } from '#problem/problem.ts';
import { readProject } from './read-project.ts';
import { selectRules } from './select-rules.ts';

/**
 * Check the project below `root` and print the report. Returns the exit code: 0 all hold, with warnings or without, 1 problems, 2 wrong use. With
 * `only`, as written behind the option, the problems of other rules are counted, not shown.
 */
export function check(
  root: string,
  only: readonly string[],
  style: Style,
  out: NodeJS.WritableStream,
  complaints: NodeJS.WritableStream,
): 0 | 1 | 2 {
  const selection = selectRules(only);
  if ('trouble' in selection) {
    complaints.write(`${selection.trouble}\n`);
    return 2;
  }
  const project = readProject(root);
  if ('trouble' in project) {
    complaints.write(`${project.trouble}\n`);
    return 2;
  }
  const { report } = project;
  out.write(printReport(report, style, selection.rules));
  return report.problems.some(isError) ? 1 : 0;
}
