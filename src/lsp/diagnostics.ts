import type { Diagnostic } from 'vscode-languageserver';
import { explain } from '#problem/explain.ts';
import { isError, type Problem } from '#problem/problem.ts';
import { rangeOf } from './convert.ts';

/** `DiagnosticSeverity`, which is an enum of the protocol. */
const SEVERITY = { error: 1, warning: 2 } as const;

/** The problems of each file, in the protocol. A problem of a file as a whole is at its beginning. */
export function diagnosticsOf(problems: readonly Problem[]): ReadonlyMap<string, Diagnostic[]> {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return new Map([...byFile].map(([file, own]) => [file, own.map(toDiagnostic)]));
}

function toDiagnostic(problem: Problem): Diagnostic {
  const { reason, notes, help } = explain(problem);
  const start = { line: 0, character: 0 };
  return {
    range: problem.place ? rangeOf(problem.place) : { start, end: start },
    severity: isError(problem) ? SEVERITY.error : SEVERITY.warning,
    code: problem.ruleId,
    source: 'citations',
    message: [reason, ...notes, `help: ${help}`].join('\n'),
  };
}
