import { NotAProject, readCorpus } from '#io/read-corpus.ts';
import { printReport, type Style } from '#problem/print.ts';
import { selectRules } from './select-rules.ts';

/**
 * Check the project below `root` and print the report. Returns the exit code: 0 all hold, 1 problems, 2 wrong use. With
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
  try {
    const { report } = readCorpus(root);
    out.write(printReport(report, style, selection.rules));
    return report.problems.length === 0 ? 0 : 1;
  } catch (error) {
    const trouble = describe(error);
    // A bug of ours keeps its stack trace: hiding it would help nobody.
    if (trouble === undefined) throw error;
    complaints.write(`${trouble}\n`);
    return 2;
  }
}

function describe(error: unknown): string | undefined {
  if (error instanceof NotAProject) return `${error.message}; run the check in the folder of the project`;
  if (error instanceof Error && 'code' in error && 'path' in error)
    return `Cannot read \`${error.path}\`: ${error.code}`;
  return undefined;
}
