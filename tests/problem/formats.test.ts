import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { printDenominators, printProblem, printReport } from '#problem/print.ts';
import { printGithub, printUnshown } from '#problem/print-github.ts';
import { printJson } from '#problem/print-json.ts';
import { printSarif } from '#problem/print-sarif.ts';
import { type Problem, type Report, RULE_IDS } from '#problem/problem.ts';
import { countStatements } from '#statement/check.ts';

const folderOf = (ruleId: string) => fileURLToPath(new URL(`../../docs/rules/${ruleId}`, import.meta.url));
const { report } = readCorpus(folderOf('figure-unsupported'));

const statements = countStatements([]);
const counts = { documents: 1, sources: 1, citations: 0, holding: 0, statements };
const reportOf = (...problems: Problem[]): Report => ({ problems, counts });
const stray: Problem = {
  ruleId: 'source-unrecorded',
  sourceId: 'a',
  citations: 0,
  fault: 'name',
  file: 'sources/100 %, a:b.txt',
  place: undefined,
};
const point = (line: number, column: number) => ({ line, column, offset: 0 });
const lost: Problem = {
  ruleId: 'citation-missing',
  label: 'x',
  file: 'content/articles/grain.mdx',
  place: { start: point(3, 1), end: point(5, 9) },
};

test('a single problem has no colours unless asked for', () => {
  const lines = printProblem(lost).split('\n');
  expect(lines[0]).toBe('content/articles/grain.mdx:3:1  citation-missing');
});

test('problems of rules other than those asked for are only counted', () => {
  const [first, ...rest] = printReport(reportOf(lost, stray), undefined, ['citation-missing']).split('\n\n');
  expect(first).toBe(printProblem(lost));
  expect(rest).toEqual(['2 problems, 1 of them not shown; 0 of 0 citations hold, in 1 document and 1 source\n']);
});

test('a report says how many statements were compared', () => {
  const counted = { ...statements, all: 1204, compared: 1000, exempt: 3, empty: 200, unjudged: 1 };
  expect(printDenominators(reportOf())).toBe('0 statements: 0 compared, 0 exempted, 0 with nothing to compare\n');
  expect(printDenominators({ problems: [], counts: { ...counts, statements: counted } })).toBe(
    '1,204 statements: 1,000 compared, 3 exempted, 200 with nothing to compare, 1 not judged: their footnotes have problems\n',
  );
});

test('JSON has facts, words, severity and place of each problem', () => {
  const { version, counts, problems } = JSON.parse(printJson(report));

  expect(version).toBe(1);
  expect(counts).toEqual({ documents: 2, sources: 1, citations: 2, holding: 2, statements: expect.anything() });
  expect(problems).toHaveLength(report.problems.length);
  expect(problems[0]).toMatchObject({
    severity: 'error',
    ruleId: 'figure-unsupported',
    figure: '12 percent',
    evidence: ['11 percent', '3,000 tons'],
    file: 'content/articles/grain.mdx',
    place: { start: { line: 9, column: 15 }, end: { line: 9, column: 25 } },
    reason: 'No passage cited here has the figure `12 percent`',
    page: '/problems/figure-unsupported/',
  });
  expect(problems.map(({ severity }: { severity: string }) => severity)).toContain('warning');
});

test('GitHub gets one command per problem, on one line, with place and level', () => {
  const lines = printGithub(report).trimEnd().split('\n');

  expect(lines).toHaveLength(report.problems.length);
  expect(lines[0]).toMatch(
    /^::error file=content\/articles\/grain\.mdx,line=9,endLine=9,col=15,endColumn=24,title=figure-unsupported::No passage cited here .*%0Athey have 11 percent · 3,000 tons%0Ahelp: /,
  );
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(2);
  expect(printGithub(reportOf())).toBe('');
});

test('GitHub gets columns of one line only, and its own signs are escaped', () => {
  const [whole, long, broken] = printGithub(reportOf(stray, lost, { ...stray, file: 'a\r\nb.txt' })).split('\n');
  expect(whole).toMatch(
    /^::error file=sources\/100 %25%2C a%3Ab\.txt,line=1,endLine=1,col=1,endColumn=1,title=source-unrecorded::/,
  );
  expect(long).toMatch(/^::error file=content\/articles\/grain\.mdx,line=3,endLine=5,title=citation-missing::/);
  expect(broken).toMatch(/^::error file=a%0D%0Ab\.txt,line=1/);
});

test.for<[errors: number, warnings: number, unshown: readonly string[]]>([
  [0, 0, []],
  [10, 10, []],
  [12, 0, ['error 10', 'error 11']],
  [0, 11, ['warning 10']],
  [11, 12, ['error 10', 'warning 10', 'warning 11']],
])(
  'of %i errors and %i warnings, the summary has those that GitHub does not annotate',
  ([errors, warnings, unshown]) => {
    const make = (count: number, what: string, inDraft: object) =>
      Array.from({ length: count }, (_, index): Problem => ({ ...lost, label: `${what} ${index}`, ...inDraft }));
    const problems = [...make(warnings, 'warning', { inDraft: true }), ...make(errors, 'error', {})];
    const [head, ...items] = printUnshown(reportOf(...problems));
    expect(head).toBe(unshown.length > 0 ? '# Problems without an annotation' : undefined);
    expect(items).toHaveLength(unshown.length);
    for (const [index, label] of unshown.entries()) {
      expect(items[index]).toMatch(
        /^- content\/articles\/grain\.mdx:3:1 \*\*citation-missing( \(warning\))?\*\*\n\n {2}~+\n {2}[A-Z]/,
      );
      expect(items[index]).toContain(label);
      expect(items[index]?.includes('(warning)')).toBe(label.startsWith('warning'));
    }
  },
);

test('SARIF has a result for each problem, at its place, of a rule that it names', () => {
  const log = JSON.parse(printSarif(report));
  const [run] = log.runs;

  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/^https:.*sarif-schema-2\.1\.0\.json$/);
  expect(run.tool.driver.name).toBe('citations');
  expect(run.originalUriBaseIds).toEqual({ PROJECT: { description: { text: 'The root of the project' } } });
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULE_IDS);
  expect(run.results).toHaveLength(report.problems.length);
  for (const { ruleId, ruleIndex, level, message } of run.results) {
    expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(['error', 'warning']).toContain(level);
    expect(message.text).toMatch(/\nhelp: /);
  }
  expect(run.results[0].locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'content/articles/grain.mdx', uriBaseId: 'PROJECT' },
        region: { startLine: 9, startColumn: 15, endLine: 9, endColumn: 25 },
      },
    },
  ]);
});

test('SARIF reports a whole file without a region, and its name as an address', () => {
  const [result] = JSON.parse(printSarif(reportOf(stray))).runs[0].results;
  expect(result.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'sources/100%20%25%2C%20a%3Ab.txt', uriBaseId: 'PROJECT' },
      },
    },
  ]);
});
