import { escapeMarkdown, verbatimInItem } from '#text/escape-markdown.ts';
import { explain } from './explain.ts';
import { printPlace } from './print.ts';
import { isError, type Problem, type Report } from './problem.ts';

/** Print a report as workflow commands of GitHub Actions, which shows each problem next to its line. */
export function printGithub({ problems }: Report): string {
  return problems.map((problem) => `${printCommand(problem)}\n`).join('');
}

/** GitHub shows so many errors of a step beside their lines, and so many warnings; the others are only in its log. */
const MOST_SHOWN = 10;

/** Print the problems that GitHub does not show beside their lines, as blocks of Markdown; none where it shows all. */
export function printUnshown({ problems }: Report): string[] {
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  const unshown = [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)];
  if (unshown.length === 0) return [];
  return ['# Problems without an annotation', ...unshown.map(printItem)];
}

function printItem(problem: Problem): string {
  const { reason, notes, help } = explain(problem);
  const kind = isError(problem) ? problem.ruleId : `${problem.ruleId} (warning)`;
  return `- ${escapeMarkdown(printPlace(problem))} **${kind}**\n${verbatimInItem([reason, ...notes, `help: ${help}`])}`;
}

function printCommand(problem: Problem): string {
  const { file, place, ruleId } = problem;
  const { reason, notes, help } = explain(problem);
  const { start = { line: 1, column: 1 }, end = start } = place ?? {};
  // GitHub takes columns within one line only, with the end included.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : {};
  const properties = Object.entries({ file, line: start.line, endLine: end.line, ...columns, title: ruleId });
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  const message = [reason, ...notes, `help: ${help}`].join('\n');
  return `::${isError(problem) ? 'error' : 'warning'} ${written}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
