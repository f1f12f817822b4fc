import type { Log, Result } from 'sarif';
import { explain } from './explain.ts';
import { isError, type Problem, type Report, RULE_IDS } from './problem.ts';

/** Print a report as SARIF 2.1.0 (OASIS), for code scanning and editors. */
export function printSarif({ problems }: Report): string {
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'citations', rules: RULE_IDS.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { PROJECT: { description: { text: 'The root of the project' } } },
        results: problems.map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toResult(problem: Problem): Result {
  const { ruleId, file, place } = problem;
  const { reason, notes, help } = explain(problem);
  return {
    ruleId,
    ruleIndex: RULE_IDS.indexOf(ruleId),
    level: isError(problem) ? 'error' : 'warning',
    message: { text: [reason, ...notes, `help: ${help}`].join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'PROJECT' },
          ...(place && {
            region: {
              startLine: place.start.line,
              startColumn: place.start.column,
              endLine: place.end.line,
              endColumn: place.end.column,
            },
          }),
        },
      },
    ],
  };
}
