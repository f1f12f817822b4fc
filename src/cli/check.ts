import type { Memory } from '#check/memory.ts';
import { type Corpus, documentsOf } from '#check/model.ts';
import { newLetters } from '#fonts/letters.ts';
import { listFiles } from '#io/list-files.ts';
import { printDenominators, printReport, type Style } from '#problem/print.ts';
import { printGithub, printUnshown } from '#problem/print-github.ts';
import { printJson } from '#problem/print-json.ts';
import { printSarif } from '#problem/print-sarif.ts';
import { isError, type Report, type RuleId } from '#problem/problem.ts';
import { didYouMean } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';
import { type FIXES, fix } from './fix.ts';
import { printStatements } from './print-statements.ts';
import { attempt, readProject } from './read-project.ts';
import { staleEditorFiles } from './schemas.ts';
import { selectFiles, selectionOf } from './select-files.ts';
import { selectRules } from './select-rules.ts';
import { addToSummary } from './step-summary.ts';
import { usageError } from './terminal.ts';

export const FORMATS = ['pretty', 'json', 'github', 'sarif'] as const;

export interface CheckOptions {
  /** Rules as given on the command line; none: all. */
  readonly only?: readonly string[];
  readonly format?: (typeof FORMATS)[number];
  /** Files and folders whose problems are shown; none: all. Everything is checked in any case. */
  readonly files?: readonly string[];
  /** More warnings than these fail the check. */
  readonly maxWarnings?: number;
  /** First fix this, in the files of `files`. */
  readonly fix?: (typeof FIXES)[number] | undefined;
  /** A document, by its path from the root: print what was compared in it instead of the report. */
  readonly explain?: string;
  /** Of earlier checks by the same process. */
  readonly memory?: Memory;
}

/**
 * Check the project in `root` and print the report. Problems of rules not in `only` are not printed, but count; those of
 * files not in `files` do neither. Returns the exit code: 0 all citations hold, 1 problems, 2 wrong use.
 */
export function check(
  root: string,
  {
    only = [],
    format = 'pretty',
    maxWarnings = Number.POSITIVE_INFINITY,
    fix: what,
    explain,
    files = [],
    memory,
  }: CheckOptions,
  style: Style,
  out: { readonly write: (text: string) => void },
  err: NodeJS.WritableStream,
): 0 | 1 | 2 {
  const selection = selectRules(only);
  if ('error' in selection) return usageError({ err }, selection.error);
  if (what) {
    const fixed = attempt(() => fix(root, what, selectionOf(root, files), style, err));
    if (fixed && 'error' in fixed) return usageError({ err }, fixed.error);
  }
  const project = readProject(root, memory);
  if ('error' in project) return usageError({ err }, project.error);

  const { corpus, report: whole } = project;
  const known = [
    ...['content', 'sources'].flatMap((folder) => listFiles(root, folder).map(({ name }) => `${folder}/${name}`)),
    ...whole.problems.map(({ file }) => file),
  ];
  const chosen = selectFiles(root, files, known);
  if ('error' in chosen) return usageError({ err }, chosen.error);
  const report = { ...whole, problems: whole.problems.filter(({ file }) => chosen.isSelected(file)) };
  if (explain !== undefined) {
    const documents = documentsOf(corpus);
    const file = explain.replaceAll('\\', '/').replace(/^\.\//, '');
    const asked = documents.find(({ document }) => document.file === file);
    if (!asked) {
      const files = documents.map(({ document }) => document.file);
      const meant = didYouMean(suggest(file, files));
      return usageError({ err }, `There is no document \`${file}\` that can be read`, ...meant);
    }
    out.write(printStatements(asked, style));
  } else {
    out.write(print(report, format, style, selection.rules));
    const { length: others } = whole.problems.filter(({ file }) => !chosen.isSelected(file));
    if (others > 0) err.write(`${others} in other files, not shown\n`);
    if (format === 'pretty') for (const line of outOfDate(root, corpus)) err.write(`${line}\n`);
  }
  const { length: errors } = report.problems.filter(isError);
  return errors > 0 || report.problems.length - errors > maxWarnings ? 1 : 0;
}

/** What is made from the content, is in the project, and is not as it would be made now; with the command for it. */
function outOfDate(root: string, corpus: Corpus): string[] {
  const files = staleEditorFiles(root);
  const letters = newLetters(root, corpus);
  return [
    ...(files.length > 0 ? [`out of date: ${files.join(', ')}; \`npm run schemas\` writes them`] : []),
    ...(letters === '' ? [] : [`out of date: the typeface, without ${letters}; \`npm run fonts\` cuts it`]),
  ];
}

function print(report: Report, format: (typeof FORMATS)[number], style: Style, rules: readonly RuleId[]): string {
  const selected = { ...report, problems: report.problems.filter(({ ruleId }) => rules.includes(ruleId)) };
  switch (format) {
    case 'pretty':
      return printReport(report, style, rules) + printDenominators(report);
    case 'json':
      return printJson(selected);
    case 'github':
      addToSummary(printUnshown(selected));
      return printGithub(selected);
    case 'sarif':
      return printSarif(selected);
  }
}
