import type { Memory } from '#check/memory.ts';
import { documentsOf } from '#check/model.ts';
import { printReport, type Style } from '#problem/print.ts';
import { printGithub } from '#problem/print-github.ts';
import { printJson } from '#problem/print-json.ts';
import { printSarif } from '#problem/print-sarif.ts';
import { isError, type Report, type RuleId } from '#problem/problem.ts';
import { didYouMean } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';
import { fix } from './fix.ts';
import { printStatements } from './print-statements.ts';
import { attempt, readProject } from './read-project.ts';
import { selectRules } from './select-rules.ts';

/** How a report can be printed: for people, or for programs. */
export const FORMATS = ['pretty', 'json', 'github', 'sarif'] as const;

export interface CheckOptions {
  /** Rules as written behind the option; none: all. */
  readonly only?: readonly string[];
  readonly format?: (typeof FORMATS)[number];
  /** More warnings than these are a problem; without it, any number will do. */
  readonly maxWarnings?: number;
  /** Mend first what can be mended without a doubt. */
  readonly fix?: boolean;
  /** A document, as a path from the project's root: print what was compared in it, and no report. */
  readonly explain?: string;
  /** Of earlier checks of the same project by the same process. */
  readonly memory?: Memory;
}

/**
 * Check the project below `root` and print the report. Returns the exit code: 0 all hold, with warnings or without, 1 problems,
 * 2 wrong use. Problems of other rules than `only` are not printed, but they count.
 */
export function check(
  root: string,
  {
    only = [],
    format = 'pretty',
    maxWarnings = Number.POSITIVE_INFINITY,
    fix: isFixing = false,
    explain,
    memory,
  }: CheckOptions,
  style: Style,
  out: { readonly write: (text: string) => void },
  complaints: NodeJS.WritableStream,
): 0 | 1 | 2 {
  const complain = (trouble: string): 2 => {
    complaints.write(`${trouble}\n`);
    return 2;
  };
  const selection = selectRules(only);
  if ('trouble' in selection) return complain(selection.trouble);
  if (isFixing) {
    const fixed = attempt(() => fix(root, style, complaints));
    if (fixed && 'trouble' in fixed) return complain(fixed.trouble);
  }
  const project = readProject(root, complaints, memory);
  if ('trouble' in project) return complain(project.trouble);

  const { corpus, report } = project;
  if (explain !== undefined) {
    const documents = documentsOf(corpus);
    const file = explain.replaceAll('\\', '/').replace(/^\.\//, '');
    const asked = documents.find(({ document }) => document.file === file);
    if (!asked) {
      const files = documents.map(({ document }) => document.file);
      const meant = didYouMean(suggest(file, files));
      return complain([`Cannot find a document \`${file}\` that can be read`, ...meant].join('\n'));
    }
    out.write(printStatements(asked, style));
  } else {
    out.write(print(report, format, style, selection.rules));
  }
  const { length: errors } = report.problems.filter(isError);
  return errors > 0 || report.problems.length - errors > maxWarnings ? 1 : 0;
}

function print(report: Report, format: (typeof FORMATS)[number], style: Style, rules: readonly RuleId[]): string {
  const selected = { ...report, problems: report.problems.filter(({ ruleId }) => rules.includes(ruleId)) };
  switch (format) {
    case 'pretty':
      return printReport(report, style, rules);
    case 'json':
      return printJson(selected);
    case 'github':
      return printGithub(selected);
    case 'sarif':
      return printSarif(selected);
  }
}
