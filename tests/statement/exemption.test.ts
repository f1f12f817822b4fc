import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import { RULE_GROUPS } from '#problem/problem.ts';
import { readExemptions } from '#statement/exemption.ts';
import { articleOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const memo = sourceOf('memo', 'The port of Almar shipped 11 percent more grain. Most of it went west on ships.\n');
const notes =
  '[^a]: @memo "The port of Almar shipped 11 percent more grain."\n\n[^b]: @memo "Most of it went west on ships."';

/** The problems of statements in a document, with the lines of its body from 1. */
function problems(body: string, definitions = notes): string[] {
  const { report } = checkCorpus(
    [{ id: 'memo', source: memo, problems: [] }],
    [articleOf('grain', `${body}\n\n${definitions}`)],
  );
  return report.problems
    .filter(({ ruleId, place }) => RULE_GROUPS.statement.some((id) => id === ruleId) && place?.start.line !== 5)
    .map(({ ruleId, place }) => `${Number(place?.start.line) - 8} ${ruleId}`);
}

const figure = '{/* citations-ignore-next figure-unsupported: our own sum */}';

test.for<[name: string, body: string, expected: string[]]>([
  ['the next statement', `${figure}\n\nIt was 12 percent.[^a] It was 13 percent.[^a]`, ['3 figure-unsupported']],
  [
    'the statement that contains it',
    `It was 13 percent.[^a] It ${figure}was 12 percent.[^a]`,
    ['1 figure-unsupported'],
  ],
  ['a row of a table', `| a |\n|---|\n| ${figure} 12 percent[^a] |\n| 13 percent[^a] |`, ['4 figure-unsupported']],
  [
    'the whole page',
    `It was 12 percent.[^a]\n\n{/* citations-ignore-page figure-unsupported: x */}\n\nIt was 13 percent.[^a]`,
    [],
  ],
  [
    'both the next statement and the whole page, of which the second has nothing left to do',
    `{/* citations-ignore-page figure-unsupported: x */}\n\n${figure}\n\nIt was 12 percent.[^a]`,
    ['3 exemption-unused'],
  ],
  [
    'the next statement only, where the whole page is exempted after it',
    `${figure}\n\nIt was 12 percent.[^a]\n\n{/* citations-ignore-page figure-unsupported: x */}`,
    ['5 exemption-unused'],
  ],
  [
    'the next statement, where it comes right after another',
    `It was 13 percent.${figure}\nIt was 12 percent.[^a]`,
    ['1 figure-unsupported'],
  ],
  [
    'nothing of the whole page',
    '{/* citations-ignore-page figure-unsupported: x */}\n\nIt was 11 percent.[^a]',
    ['1 exemption-unused'],
  ],
  ['a sentence without a note', '{/* citations-ignore-next statement-uncited: x */}\n\nIt went west.', []],
  [
    'several rules',
    '{/* citations-ignore-next figure-unsupported, date-unsupported: x */}\n\nIt was 12 percent in 2014.[^a]',
    [],
  ],
  ['its own rule only', `${figure}\n\nIt was 12 percent in 2014.[^a]`, ['3 date-unsupported']],
  ['an event', `${figure}\n\n<Event themes="x">\nIt was 12 percent.[^a]\n</Event>`, []],
  ['nothing', `${figure}\n\nIt was 11 percent.[^a]`, ['1 exemption-unused']],
  ['nothing at the end', `It was 11 percent.[^a]\n\n${figure}`, ['3 exemption-unused']],
  ['nothing that can be judged', `${figure}\n\nIt was 12 percent.[^c]`, []],
  [
    'nothing on a page where something is broken',
    '{/* citations-ignore-page figure-unsupported: x */}\n\nIt was 12 percent.[^c]',
    [],
  ],
  [
    'nothing next to a statement where something is broken',
    `It was 12 percent.[^c]\n\n${figure}\n\nIt was 11 percent.[^a]`,
    ['3 exemption-unused'],
  ],
  [
    'nothing on a page where something else is broken',
    'It was 12 percent.[^c]\n\n{/* citations-ignore-page figure-unsupported: x */}\n\nIt was 11 percent.[^a]',
    [],
  ],
  ['other comments', '{/* a remark: of mine */}\n\nIt was 12 percent.[^a]', ['3 figure-unsupported']],
  ['an expression', '{"citations-ignore-next"}\n\nIt was 12 percent.[^a]', ['3 figure-unsupported']],
  [
    'without a reason',
    '{/* citations-ignore-next figure-unsupported: */}\n\nIt was 11 percent.[^a]',
    ['1 exemption-unused'],
  ],
  ['of no rule', '{/* citations-ignore-next : x */}\n\nIt was 11 percent.[^a]', ['1 exemption-unused']],
  ['of itself', '{/* citations-ignore-next exemption-unused: x */}\n\nIt was 11 percent.[^a]', ['1 exemption-unused']],
  [
    'of a rule of sources',
    '{/* citations-ignore-page source-stale: x */}\n\nIt was 11 percent.[^a]',
    ['1 exemption-unused'],
  ],
])('an exemption covers %s', ([, body, expected]) => {
  expect(problems(body)).toEqual(expected);
});

test('a statement with a broken quote is not judged', () => {
  const broken = notes.replace('11 percent more', '12 percent more');
  expect(problems('It was 12 percent.[^a] It was 3 percent.[^b]', broken)).toEqual(['1 figure-unsupported']);
  // Labels rest on all footnotes, so that they are not judged either.
  expect(problems('## It was 99 percent\n\nIt went west.[^b] Grain.[^a]', broken)).toEqual([]);
  expect(problems('## It was 99 percent\n\nIt went west.[^b] Grain.[^a]')).toEqual(['1 figure-unsupported']);
});

test('a statement with a reference that leads nowhere is not judged, and those beside it are', () => {
  expect(problems('It was 12 percent.[^a] It was 13 percent.[^none] It was 14 percent.[^a]')).toEqual([
    '1 figure-unsupported',
  ]);
  expect(problems('It was 12 percent.[^a]\n\nIt was 13 percent.[^none]\n\nIt was 14 percent.[^a]')).toEqual([
    '1 figure-unsupported',
    '5 figure-unsupported',
  ]);
  expect(problems('It was 13 percent.[^none]\n\nIt was 14 percent.[^a]')).toEqual(['3 figure-unsupported']);
});

test('a sentence without a footnote is reported, and an element as a whole', () => {
  const event = '<Event date="2014" themes="x">\nIt went west.\n</Event>';
  expect(problems(`It rained.\n\n${event}\n\nIt went on.`)).toEqual(['1 statement-uncited', '7 statement-uncited']);
});

test('rules of an exemption without effect are named', () => {
  const { report } = checkCorpus(
    [{ id: 'memo', source: memo, problems: [] }],
    [
      articleOf(
        'grain',
        `{/* citations-ignore-next figure-unsupported, date-unsupported: x */}\n\nIt went west.[^b]\n\n${notes}`,
      ),
    ],
  );
  expect(report.problems).toContainEqual(
    expect.objectContaining({ ruleId: 'exemption-unused', written: 'figure-unsupported, date-unsupported' }),
  );
});

test.for<[name: string, body: string, expected: string[]]>([
  ['the day of an event', '<Event date="2014-12-24" themes="x">\nIt went west.[^b]\n</Event>', ['2 date-unsupported']],
  ['not a day that is inferred', '<Event date="2014-12-24?" themes="x">\nIt went west.[^b]\n</Event>', []],
  ['the day of an event without words', '<Event date="2014" themes="x">\n[^b]\n</Event>', ['1 date-unsupported']],
  [
    'the figure of a point, its label, and who gave it when',
    '<Chart title="Grain" unit="percent">\n<Point value="12" label="12 percent" by="The memo" when="2014">It went west.[^b]</Point>\n</Chart>',
    ['2 date-unsupported', '2 figure-unsupported', '2 figure-unsupported'],
  ],
  [
    'not a half of another figure',
    '<Chart title="Grain" unit="percent">\n<Point id="x" value="11" label="11 percent" by="The memo" when="undated">It grew.[^a]</Point>\n<Point half-of="x" label="a part" by="The memo" when="undated">It went west.[^b]</Point>\n</Chart>',
    [],
  ],
  [
    'a range of figures',
    '<Chart title="Grain" unit="people">\n<Point value="11/12" label="some" by="The memo" when="undated">It grew.[^a]</Point>\n</Chart>',
    ['2 figure-unsupported'],
  ],
])('attributes are compared: %s', ([, body, expected]) => {
  expect(problems(body)).toEqual(expected);
});

test('the rules and the reason are read from a comment, on one line and trimmed', () => {
  const parsed = parseMdx(
    '{/* citations-ignore-next figure-unsupported, date-unsupported: our   own\n sum */}\n\n{/* citations-ignore-page figure-unsupported,date-unsupported*/}\n',
    'grain.mdx',
  );
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { exemptions, faults } = readExemptions(parsed.tree);

  expect(exemptions).toMatchObject([
    { scope: 'next', rules: ['figure-unsupported', 'date-unsupported'], reason: 'our own sum' },
  ]);
  expect(faults).toMatchObject([{ fault: 'reason', written: 'figure-unsupported, date-unsupported' }]);
});

test.for<[comment: string, rules: string[]]>([
  ['{/*citations-ignore-next figure-unsupported: x*/}', ['figure-unsupported']],
  ['{ /*  citations-ignore-next figure-unsupported: x */ }', ['figure-unsupported']],
  ['{1 /* citations-ignore-next figure-unsupported: x */}', []],
  ['{/* citations-ignore-next figure-unsupported: x */ 1}', []],
])('%s takes out %j', ([comment, rules]) => {
  const parsed = parseMdx(`${comment}\n`, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { exemptions, faults } = readExemptions(parsed.tree);

  expect(exemptions.flatMap((exemption) => exemption.rules)).toEqual(rules);
  expect(faults).toEqual([]);
});

test('no exemption can exempt itself', () => {
  const parsed = parseMdx('{/* citations-ignore-next exemption-unused: x */}\n', 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { exemptions, faults } = readExemptions(parsed.tree);

  expect(exemptions).toEqual([]);
  expect(faults).toMatchObject([{ fault: 'rule', written: 'exemption-unused' }]);
});
