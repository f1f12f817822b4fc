import { count } from '#text/count.ts';
import { showSuspicious } from '#text/suspicious.ts';
import { explain } from './explain.ts';
import { isError, type Problem, type Report, RULE_IDS, type RuleId } from './problem.ts';
import { formatCount } from './wording.ts';

/** Colours for a terminal, around whole pieces of text. */
export interface Style {
  readonly file: (text: string) => string;
  readonly rule: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

const same = (text: string) => text;

/** No colour. */
export const PLAIN: Style = { file: same, rule: same, faint: same, good: same, bad: same };

/** Print a report for people: each problem, then the count. Problems of rules not in `rules` are only counted. */
export function printReport(
  { problems, counts }: Report,
  style: Style = PLAIN,
  rules: readonly RuleId[] = RULE_IDS,
): string {
  const blocks = problems.filter(({ ruleId }) => rules.includes(ruleId)).map((problem) => printProblem(problem, style));
  const { documents, sources, citations, holding } = counts;
  const read = `${count(documents, 'document')} and ${count(sources, 'source')}`;
  const hidden = problems.length - blocks.length;
  const { length: errors } = problems.filter(isError);
  const warnings = problems.length - errors;
  const error = errors === 0 ? style.good('no problems') : style.bad(count(errors, 'problem'));
  const warned = warnings === 0 ? '' : `, ${count(warnings, 'warning')}`;
  const verdict = `${error}${warned}${hidden > 0 ? `, ${hidden} of them not shown` : ''}`;
  return `${[...blocks, `${verdict}; ${holding} of ${citations} citations hold, in ${read}`].join('\n\n')}\n`;
}

/** Print how many statements were compared, exempted, or had nothing to compare. */
export function printDenominators({ counts: { statements } }: Report): string {
  const { all, compared, exempt, empty, unjudged } = statements;
  const rest = unjudged === 0 ? '' : `, ${formatCount(unjudged)} not judged: their footnotes have problems`;
  return (
    `${count(all, 'statement')}: ${formatCount(compared)} compared, ${formatCount(exempt)} exempted, ` +
    `${formatCount(empty)} with nothing to compare${rest}\n`
  );
}

/** Print one problem, without a line break at the end. */
export function printProblem(problem: Problem, style: Style = PLAIN): string {
  const { reason, notes, help } = explain(problem);
  return [
    `${style.file(printPlace(problem))}  ${style.rule(problem.ruleId)}${isError(problem) ? '' : ' (warning)'}`,
    `  ${reason}`,
    ...notes.map((note) => `  ${note}`),
    style.faint(`  help: ${help}`),
    style.faint(`  more: /problems/${problem.ruleId}/`),
  ].join('\n');
}

/** `file:line:column`, which editors and terminals link. A whole file is at its first character. */
export function printPlace({ file, place }: Pick<Problem, 'file' | 'place'>): string {
  return `${showSuspicious(file)}:${place?.start.line ?? 1}:${place?.start.column ?? 1}`;
}
