import { explain } from '#problem/explain.ts';
import { printReport } from '#problem/print.ts';
import { printGithub } from '#problem/print-github.ts';
import { printJson } from '#problem/print-json.ts';
import { printSarif } from '#problem/print-sarif.ts';
import { type Problem, type Report, RULE_IDS } from '#problem/problem.ts';
import type { Place, Point, Span } from '#text/location.ts';
import { must, mustEqual } from './property.ts';

/** A span is in a text, and runs forward. */
export function mustBeIn({ start, end }: Span, text: string, what: string): void {
  const isWhole = Number.isInteger(start) && Number.isInteger(end);
  must(
    isWhole && 0 <= start && start <= end && end <= text.length,
    `${what}: a span of the text`,
    { start, end },
    text,
  );
}

/** Spans are in a text, one after the other. */
export function mustFollow(spans: readonly Span[], text: string, what: string): void {
  let past = 0;
  for (const span of spans) {
    mustBeIn(span, text, what);
    must(span.start >= past, `${what}: in order, not overlapping`, spans, text);
    past = span.end;
  }
}

/** A place is in a text: line and column are those of its offset, lines counted by LF. */
export function mustBePlace({ start, end }: Place, text: string, what: string): void {
  mustBePoint(start, text, what);
  mustBePoint(end, text, what);
  must(start.offset <= end.offset, `${what}: a place that runs forward`, { start, end });
}

function mustBePoint({ line, column, offset }: Point, text: string, what: string): void {
  const isIn = Number.isInteger(offset) && offset >= 0 && offset <= text.length;
  must(isIn, `${what}: an offset of the text`, offset, text);
  let lineOf = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    lineOf++;
    start = at + 1;
  }
  const isRight = line === lineOf && column === offset - start + 1;
  must(isRight, `${what}: line and column of an offset`, { line, column, offset }, { line: lineOf, start }, text);
}

/** Each problem is of a known rule and file, has a place there if any, and can be explained. */
export function mustBeProblems(problems: readonly Problem[], texts: ReadonlyMap<string, string>): void {
  for (const problem of problems) {
    const { ruleId, file, place } = problem;
    must(RULE_IDS.includes(ruleId), 'a rule', ruleId);
    const text = texts.get(file);
    must(text !== undefined, `${ruleId}: a file that was read`, file);
    if (place) mustBePlace(place, text ?? '', ruleId);
    else must(isOfWhole(problem), 'a place', problem);
    const { reason, notes, help } = explain(problem);
    for (const line of [reason, ...notes, help]) {
      must(line.trim() !== '' && !/undefined|NaN|\[object /.test(withoutValues(line)), `${ruleId}: words`, line);
    }
  }
}

/** Is it one of a file as a whole, which has no place in it? */
function isOfWhole(problem: Problem): boolean {
  if (problem.ruleId === 'article-invalid') return problem.part === 'file';
  if (problem.ruleId === 'record-invalid') return problem.fault === 'name' || problem.fault === 'link';
  return problem.ruleId === 'source-unrecorded';
}

function withoutValues(line: string): string {
  return line.replace(/`[^`]*`|"[^"]*"|`` .*? ``|it says .*|they (?:have|say) .*/gs, '');
}

/** A report can be printed in every format, and read back where that is one of data. */
export function mustPrint(report: Report): void {
  const { problems } = report;
  const { length: count } = problems;
  const plain = printReport(report);
  must(plain.endsWith('\n') && plain.includes('citations hold'), 'a report in words', plain);

  const github = printGithub(report).split('\n').slice(0, -1);
  mustEqual(github.length, count, 'a line of GitHub for each problem');
  for (const line of github)
    must(/^::(?:error|warning) file=[^,]*,line=\d+,endLine=\d+,/.test(line), 'a command', line);

  const json = JSON.parse(printJson(report));
  mustEqual([json.version, json.problems.length], [1, count], 'the problems in JSON');

  const sarif = JSON.parse(printSarif(report));
  const [run] = sarif.runs;
  mustEqual([sarif.version, sarif.runs.length, run.results.length], ['2.1.0', 1, count], 'the results in SARIF');
  for (const result of run.results) {
    mustEqual(run.tool.driver.rules[result.ruleIndex].id, result.ruleId, 'the rule of a result');
    must(typeof result.message.text === 'string' && result.message.text !== '', 'a message', result);
    const [{ physicalLocation }] = result.locations;
    must(/^[\w.%/-]+$/.test(physicalLocation.artifactLocation.uri), 'an address of a file', physicalLocation);
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region ?? DEFAULT_REGION;
    const isForward = startLine < endLine || (startLine === endLine && startColumn <= endColumn);
    must(startLine >= 1 && startColumn >= 1 && isForward, 'a region of a file', physicalLocation);
  }
}

const DEFAULT_REGION = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
