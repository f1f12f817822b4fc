import { expect, test } from 'vitest';
import { parseMdx } from '#markdown/parse.ts';
import { checkStatements } from '#statement/check.ts';
import { indexNames } from '#statement/name.ts';
import { indexSpeakers } from '#statement/speaker.ts';
import { readStatements } from '#statement/statement.ts';
import { indexTexts } from '#statement/text-name.ts';
import { indexLines } from '#text/location.ts';

const known = indexNames([]);

/** What becomes of the statements of a text: of none of its footnotes it is known what they quote. */
function check(file: string) {
  const parsed = parseMdx(file, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { judged, problems } = checkStatements(
    readStatements(parsed.tree, file),
    { exemptions: [], faults: [] },
    {
      file: 'grain.mdx',
      lines: indexLines(file),
      evidenceOf: () => undefined,
      footnotes: [],
      names: { known, texts: indexTexts([]), speakers: indexSpeakers([], known) },
      lost: [],
      elsewhere: [],
    },
  );
  return {
    judged: judged.map(({ evidence, comparisons, exemptions }) => ({ evidence, comparisons, exemptions })),
    problems: problems.map(({ ruleId }) => ruleId),
  };
}

test('a sentence without a note has nothing to rest on', () => {
  expect(check('It was 12 percent.')).toEqual({
    judged: [{ evidence: [], comparisons: [], exemptions: [] }],
    problems: ['statement-uncited'],
  });
});

test.for([
  ['a heading of a document without notes has nothing to be compared with', '## All 12 of 2014', []],
  ['a sentence whose note is not known is not judged', 'It was 12 percent.[^a]\n\n[^a]: @memo "x"', undefined],
] as const)('%s', ([, text, evidence]) => {
  expect(check(text)).toEqual({ judged: [{ evidence, comparisons: [], exemptions: [] }], problems: [] });
});
