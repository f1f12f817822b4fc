import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { type Problem, RULE_GROUPS } from '#problem/problem.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const people = documentOf(
  'pages',
  'people',
  'names: true\naliases: { Harbor Office of Almar: [HOA], Norway: [Norse] }\nimplied: { Norway: [Oslo, both kingdoms] }\n',
  '## People\n\n### Mira Oren\n\n### Tomas Lund\n\n## Bodies\n\n### Harbor Office of Almar',
);

/** What the check says of a sentence with one footnote, which quotes all of `passage`: none for a sentence that holds. */
function judge(sentence: string, passage: string, more?: string, csl?: Readonly<Record<string, string>>): string[] {
  const quote = passage.length < 20 ? `${passage} Nothing else is said here.` : passage;
  const source = sourceOf('memo', `${quote}\n`, more, csl);
  const { report } = checkCorpus(
    [{ id: 'memo', source, problems: [] }],
    [people, articleOf('grain', `${sentence}[^a]\n\n[^a]: @memo "${quote}"`)],
  );
  return report.problems
    .filter((problem) => problem.file.endsWith('grain.mdx') && problem.place?.start.line !== 5)
    .flatMap(say);
}

function say(problem: Problem): string[] {
  switch (problem.ruleId) {
    case 'figure-unsupported':
      return [`${problem.fault} ${problem.figure}`];
    case 'date-unsupported':
      return [`date ${problem.date}`];
    case 'quotation-unsupported':
      return [`quotation ${problem.quotation}`];
    case 'name-unsupported':
      return [`name ${problem.name}`];
    default:
      // A document of one sentence has other problems, such as a theme that is not there.
      return RULE_GROUPS.statement.some((id) => id === problem.ruleId) || problem.ruleId === 'quote-not-found'
        ? [problem.ruleId]
        : [];
  }
}

/** A sentence, the passage that it cites, and what is wrong: nothing where the passage supports it. */
type Pair = readonly [sentence: string, passage: string, wrong?: string];

const FIGURES: readonly Pair[] = [
  ['Almar has 30,000 people.', 'Some say that 30,000 people live in Almar.'],
  ['Almar has 30.000 people.', 'They count that 30,000 people live in Almar.'],
  ['Almar has 30000 people.', 'They count that 30,000 people live in Almar.'],
  ['Almar has 3,000 people.', 'They count that 30,000 people live in Almar.', 'missing 3,000'],
  ['There were 12 ships.', 'There were 112 ships in the port.', 'missing 12'],
  ['Almar has 1.200.000 people.', 'They count that 1,200,000 people live in Almar.'],
  ['The quay cost $8.2 million.', 'The quay cost $8,200,000 in all.'],
  ['The quay cost $5 million.', 'The quay cost ₪5 million in all.', 'unit $5 million'],
  ['The quay cost $5 million.', 'The quay cost €5 million in all.', 'unit $5 million'],
  ['The crews count 900 thousand to 1 million heads.', 'The crews count 900,000-1,000,000 heads.'],
  ['The coast counts 428 in all.', 'The town shares a 428-mile coast.'],
  ['It lasted three centuries.', 'It was a three-century storm in all.'],
  ['The crews count 25,000 to 30,000 heads.', 'The crews count 25,000-30,000 heads in all.'],
  ['The crews count 16,000-30,000 heads.', 'The crews count 16,000 heads, others 30,000.', 'missing 16,000-30,000'],
  ['It grew by 11 percent.', 'It grew by 11% in a year.'],
  ['It grew by 11.', 'It grew by 11 percent in a year.', 'unit 11'],
  ['It grew by 11 percent.', 'It grew by 11 ships in a year.', 'unit 11 percent'],
  ['It grew by 12 percent.', 'It grew by 11 percent in a year.', 'missing 12 percent'],
  ['The quay cost 1.2 billion dollars.', 'The quay cost $1.2 billion in all.'],
  ['The quay cost €1.2 billion.', 'The quay cost $1.2 billion in all.', 'unit €1.2 billion'],
  ['The quay cost 1.2 billion.', 'The quay cost $1.2 billion in all.', 'unit 1.2 billion'],
  ['Twenty-seven towns sent ships.', 'Ships were sent by 27 towns in all.'],
  ['There were thirty-seven towns.', 'Ships were sent by twenty-seven towns.', 'missing thirty-seven'],
  ['Two hundred ships came.', 'They say that 200 ships came in.'],
  ['A dozen ships came.', 'They count that 12 ships came in.'],
  ['Fifteen firms took part.', 'Fourteen firms took part in the fair.', 'missing Fifteen'],
  ['It was the third fair.', 'There was also a third fair in Almar.'],
  ['It was the fourth fair.', 'There was also a third fair in Almar.', 'missing fourth'],
  ['It was the third fair.', 'There were three fairs in Almar.', 'unit third'],
  ['There were three fairs.', 'There was also a third fair in Almar.', 'unit three'],
  ['It was the 21st fair.', 'It was the twentieth fair in Almar.', 'missing 21st'],
  ['Nine-tenths of it is below.', 'They say that 90 percent of it is below.'],
  ['As much as 90 % of it is below.', 'They say that up to nine-tenths of it is below.'],
  ['Eight-tenths of it is below.', 'They say that nine-tenths of it is below.', 'missing Eight-tenths'],
  ['Half of it went west.', 'They say that 50 percent went west.'],
  ['Two-thirds of it went west.', 'They say that two thirds of it went west.'],
  ['A third of it went west.', 'They say that two thirds of it went west.', 'missing A third'],
  ['It sails twice a week.', 'It sails two times a week to Vellin.'],
  ['It sails three times a week.', 'The ferry sails twice a week to Vellin.', 'missing three times a week'],
  ['Tens of thousands left.', 'They say that tens of thousands left.'],
  ['Thousands left.', 'They say that tens of thousands left.', 'missing Thousands'],
  ['The coast has 428 miles.', 'The town shares a 428-mile coast.'],
  ['The coast has 428 kilometers.', 'The town shares a 428-mile coast.', 'unit 428 kilometers'],
  ['It stood for 23 months.', 'A 23-year-old sailor saw it fall.', 'unit 23 months'],
  ['It stood for 23 months.', 'It stood for a short-lived 23 months.'],
  ['The storm of COVID-19 came.', 'The storm that came had no name at all.', 'name COVID'],
  ['It is on page L9 of the log.', 'It is on a page of the log of Almar.'],
  ['The Eurasia 2 office came.', 'The Eurasia 2 office of Almar came.'],
  ['The Eurasia 3 office came.', 'The Eurasia 2 office of Almar came.', 'missing Eurasia 3'],
  ['There are 3,600 in Almar and 6,000 in Vellin.', 'There are 3,600 in Almar and 6,000 in Vellin.'],
  ['Three or five bombs were found.', 'Three or four bombs were found there.', 'missing five'],
  ['It sails thrice a day.', 'The ferry sails three times a day there.'],
  ['The result was 5-3.', 'The result of the match was five to three.'],
  ['It grew two fifth.', 'It grew by two fifths in all these years.'],
  ['The first half was cold.', 'The first half of the year was cold there.'],
];

const HEDGES: readonly Pair[] = [
  [
    'More than 30,000 people live in Almar, which is a port at the mouth of the river and has a harbour, too.',
    'They count that more than 30,000 people live in Almar.',
  ],
  ['About 30,000 people live there.', 'Nearly 30,000 people live in the town.', 'hedge-dropped 30,000'],
  [
    'An estimate says that 30,000 people live in Almar.',
    'They count that more than 30,000 people live in Almar.',
    'hedge-dropped 30,000',
  ],
  ['There are about 300 ships.', 'There are about 300 ships in Almar.'],
  ['There are some 300 ships.', 'There are about 300 ships in Almar.'],
  ['There are about 300 ships.', 'There are 300 ships in all of Almar.', 'hedge-added 300'],
  ['There are 300 ships.', 'There are about 300 ships in Almar.', 'hedge-dropped 300'],
  ['There are more than 300 ships.', 'There are over 300 ships in Almar.'],
  ['There are more than 300 ships.', 'There are 300 ships in all of Almar.', 'hedge-added 300'],
  ['There are 300 ships.', 'There are more than 300 ships in Almar.', 'hedge-dropped 300'],
  ['There are at least 300 ships.', 'There are nearly 300 ships in Almar.', 'hedge-added 300'],
  ['There are nearly 300 ships.', 'There are 300 ships in all of Almar.', 'hedge-added 300'],
  ['There are up to 300 ships.', 'There are 300 ships in all of Almar.', 'hedge-added 300'],
  ['There are up to 300 ships.', 'There are at most 300 ships in Almar.'],
  ['There are an estimated 300 ships.', 'There are an estimated 300 ships in Almar.'],
  ['By an estimate there are 300 ships.', 'There are an estimated 300 ships in Almar.'],
  ['There are 300 ships.', 'There are an estimated 300 ships in Almar.', 'hedge-dropped 300'],
  ['There are about half as many.', 'The estimate is about half that number.', 'hedge-dropped half'],
  ['The estimate was about half as many.', 'The estimate is about half that number.'],
];

const COUNTS: readonly Pair[] = [
  ['There are 2 sentences.', 'There was a storm in the port of Almar.', 'missing 2'],
  ['Two thirds of the sentences tell it.', 'There was a storm in the port.', 'missing Two thirds'],
  ['Two texts speak of it.', 'The port was closed by the storm.'],
  ['The first sentence speaks of it.', 'The port was closed by the storm.'],
  ['All five are about the storm.', 'The port was closed by the storm.'],
  ['The two countries agree.', 'Both of them agree on the new quay.'],
  ['The two ships left.', 'Both of the ships left the port.', 'missing two'],
  ['Two ports agree.', 'Both of them agree on the new quay.', 'missing Two'],
  ['It is one of the ports.', 'It is a port on the coast of the bay.'],
  ['The three ships left.', 'All of the ships left the port.', 'missing three'],
];

const DATES: readonly Pair[] = [
  ['It came on 2014-05-03.', 'It came on 3 May 2014, as they say.'],
  ['It came on 2014-05-03.', 'It came in May 2014, as they say.', 'date 2014-05-03'],
  ['It came in the 1990s.', 'It came in 1999, as they say there.'],
  ['It came in the 1990s.', 'It came in 2000, as they say there.', 'date the 1990s'],
  ['It came in the late 18th century.', 'It came in 1710, as they say there.', 'date the late 18th century'],
  ['In 2012 and on 5 May 2014 it came.', 'It came on 5 May 2014, as they say.', 'date 2012'],
  ['It came on 25 December 1991.', 'It came on December 25, 1991 at noon.'],
  ['It came on December 25, 1991.', 'It came on 25 December 1991 at noon.'],
  ['It came on 1991-12-25.', 'It came on Dec. 25, 1991 at noon.'],
  ['It came in December 1991.', 'It came on December 25, 1991 at noon.'],
  ['It came in late December 1991.', 'It came on December 25, 1991 at noon.'],
  ['It came in early December 1991.', 'It came on December 25, 1991 at noon.', 'date early December 1991'],
  ['It came in 1991.', 'It came on December 25, 1991 at noon.'],
  ['It came in the 1990s.', 'It came on December 25, 1991 at noon.'],
  ['It came in December.', 'It came on December 25, 1991 at noon.'],
  ['It came on 25 December.', 'It came on December 25, 1991 at noon.'],
  ['It came on 26 December 1991.', 'It came on December 25, 1991 at noon.', 'date 26 December 1991'],
  ['It came on 25 December 1992.', 'It came on December 25, 1991 at noon.', 'date 25 December 1992'],
  ['It came on 25 December 1991.', 'It came in December 1991, in the morning.', 'date 25 December 1991'],
  ['It came in the early 1990s.', 'It came in the very early 1990s.'],
  ['It came in the early 1990s.', 'It came in the 1990s, as they say.', 'date the early 1990s'],
  ['It came in the 1990s.', 'It came in the early 1990s, they say.'],
  ['It came in the early 1990s.', 'It came in 1992, as they say there.'],
  ['It came in the early 1990s.', 'It came in 1998, as they say there.', 'date the early 1990s'],
  ['It came in early 1994.', 'It came in early 1994, as they say.'],
  ['It came in late 1994.', 'It came in early 1994, as they say.', 'date late 1994'],
  ['It came in summer 2014.', 'It came in July 2014, as they say there.'],
  ['It stood since the 5th century.', 'It stood since the fifth century AD.'],
  ['It stood since the 6th century.', 'It stood since the fifth century AD.', 'date the 6th century'],
  ['It stood since the 5th century BC.', 'It stood since the fifth century AD.', 'date the 5th century BC'],
  ['It stood since the 18th century.', 'It stood since the 1700s, they say.'],
  ['It came in the nineties.', 'It came in 1994, as they say there.'],
  ["It came in the '80s.", 'It came in 1994, as they say there.', "date the '80s"],
  ['It came in September.', 'It came in September, they say there.'],
  ['It came in September 2014.', 'It came in September, they say there.', 'date September 2014'],
  ['It came in early December.', 'It came in early December, they say.'],
  ['It came in late December.', 'It came in early December, they say.', 'date late December'],
  ['It came in early December.', 'It came in December, they say there.', 'date early December'],
  ['They may march in spring.', 'They will walk when it is warm again.'],
  ['It stood for 1500 years.', 'It stood there for close to 1500 years.', 'hedge-dropped 1500 years'],
  ['There are 1991 ships.', 'There are 1,991 ships in all of Almar.', 'date 1991'],
  ['There are 5000 ships.', 'There are 5,000 ships in all of Almar.'],
  ['It came with OsloTel-2014.', 'It came with the OsloTel-2014 fair.'],
  ['It came with OsloTel-2015.', 'It came with the OsloTel-2014 fair.', 'date 2015'],
  ['It stood since the 5th century BC.', 'It stood since the fifth century BC.'],
  ['It stood since the 5th century BC.', 'It stood since the fourth century BC.', 'date the 5th century BC'],
  ['It stood since the 5th century BC.', 'It stood since the sixth century AD.', 'date the 5th century BC'],
  ['It stood since the 5th century BC.', 'It stood since the early first century.', 'date the 5th century BC'],
];

const QUOTATIONS: readonly Pair[] = [
  ['He calls it "a blessing for the town".', 'It is, he said, a blessing for the town.'],
  ['He calls it “a blessing for the town”.', 'It is, he said, a blessing for the town.'],
  ['He calls it "a blessing".', 'It is, he said, a blessing for the town.'],
  ['He calls it a "blessing".', 'It is, he said, a blessing for the town.'],
  ['He calls it a "curse".', 'It is, he said, a blessing for the town.', 'quotation curse'],
  ['He calls it a "bless".', 'It is, he said, a blessing for the town.', 'quotation bless'],
  ['He calls it a "Blessing".', 'It is, he said, a blessing for the town.', 'quotation Blessing'],
  [
    'He calls it "a blessing to the town".',
    'It is, he said, a blessing for the town.',
    'quotation a blessing to the town',
  ],
  ['He calls it "a blessing […] town".', 'It is, he said, a blessing for the town.'],
  ['He calls it "a blessing [...] town".', 'It is, he said, a blessing for the town.'],
  [
    'He calls it "the town […] a blessing".',
    'It is, he said, a blessing for the town.',
    'quotation the town [...] a blessing',
  ],
  ['He calls it "a blessing for [all of] the town".', 'It is, he said, a blessing for the town.'],
  ['He calls it "a blessing for [the port]".', 'It is, he said, a blessing for the town.'],
  [
    'He says "a [great] blessing, he said".',
    'It is a [big] blessing, he said to us.',
    'quotation a [great] blessing, he said',
  ],
  ['He says "a [big] blessing".', 'It is a [big] blessing, he said to us.'],
  ['"A blessing for the town," he says.', 'A blessing for the town is what it is.'],
  ['He calls it "a blessing for the town."', 'It is, he said, a blessing for the town to us.'],
  ['He calls it “the crew’s joy”.', "It is, he said, the crew's joy and pride."],
  ['He speaks of “‘living ships’ of Almar”.', 'He speaks of ‘living ships’ of Almar there.'],
  ['He speaks of "the team “Like Oil” of Almar".', 'They saw the team “Like Oil” of Almar win.'],
  [
    'He speaks of "the team “Like Tar” of Almar".',
    'They saw the team “Like Oil” of Almar win.',
    'quotation the team "Like Tar" of Almar',
  ],
  ['He speaks of "2 ships".', 'He speaks of 12 ships in the port.', 'quotation 2 ships; missing 2'],
  ['He writes `"nothing at all"` in code.', 'He writes about the ships of the port.'],
  ['He calls it "the blessing".', 'It is, he said, a blessing for the town.', 'quotation the blessing'],
  [
    'He calls it "a blessing for the towns".',
    'It is, he said, a blessing for the town.',
    'quotation a blessing for the towns',
  ],
  [
    'He calls it "a  blessing, for the town".',
    'It is, he said, a blessing for the town.',
    'quotation a blessing, for the town',
  ],
  ['He calls it "no blessing".', 'It is, he said, a blessing for the town.', 'quotation no blessing'],
  ['He calls it "a" and "blissing".', 'It is, he said, a blessing for the town.', 'quotation blissing'],
  ['He writes "`nothing at all`" in code.', 'He writes about the ships of the port.'],
];

const NAMES: readonly Pair[] = [
  ['Mira Oren praised it.', 'Mira Oren praised the crews of Almar.'],
  ['It was told by the HOA.', 'The WHOA told us so in the port.', 'name HOA'],
  ['It was told by the HOA.', 'It was told in Almar to the crews.', 'name HOA'],
  ["It was Jona Berg's view.", 'Jona Berg came to the port of Almar.'],
  ['It was told by Norway.', 'It was told by the Norwegians in the port.'],
  ['It was told by Norwegians.', 'It was told by the Norse in the port.'],
  ['It was told by Norway.', 'It was told by Oslo to the crews of Almar.'],
  ['It was told by Norway and Sweden.', 'It was told by both kingdoms to the crews.', 'name Sweden'],
  ['It was told by Oslo.', 'It was told by Norway to the crews of Almar.', 'name Oslo'],
  ['It was told by Norway.', 'It was told by the Swedes in the port.', 'name Norway'],
  ["It was Vellin's Foreign Minister.", 'The minister came to the port of Vellin.'],
  ['They saw the American Harbor.', 'Nobody came to the port of Almar.', 'name American Harbor'],
  ['(The Grain came.)', 'The grain came to the port of Almar.'],
  ['The crews were praised by Mira Oren.', 'She praised the crews of the port.', 'name Mira Oren'],
  ['The crews were praised by Oren.', 'Mira Oren praised the crews of Almar.'],
  ['The crews were praised by Oren.', 'She praised the crews of the port.', 'name Oren'],
  ['Mira Oren praised it.', 'Oren praised the crews of the port.'],
  ['Mira Oren praised it.', 'Tomas Lund praised the crews there.', 'name Mira Oren'],
  ["It was Mira Oren's view.", 'Mira Oren praised the crews of Almar.'],
  ['Yesterday Lund came.', 'Tomas Lund came to the port of Almar.'],
  ['It was told by the HOA.', 'The Harbor Office of Almar told us so.'],
  ['It was told by the Harbor Office of Almar.', 'It was told by the HOA to the crews.'],
  [
    'It was told by the Harbor Office of Almar.',
    'It was told by somebody to the crews.',
    'name Harbor Office of Almar',
  ],
  ['It was told by the HOA.', 'The WHOA and the HOA told us so there.'],
  ['Yesterday Jona Berg came.', 'Jona Berg came to the port of Almar.'],
  ['Yesterday Jona Berg came.', 'Nobody came to the port of Almar.', 'name Jona Berg'],
  ['They saw Old Almar Square.', 'They saw the Old Almar Square there.'],
  ['They saw New Almar Square.', 'They saw the Old Almar Square there.', 'name New Almar Square'],
  ['They saw Almar Square.', 'In Almar they saw the Square of the port.'],
  ['The Grain came.', 'The grain came to the port of Almar.'],
  ['They met Christian Orens.', 'They met the Christian Oren of the port.'],
  ['American Flemish groups came.', 'Groups came to the port in the morning.', 'name American; name Flemish'],
  ['More stands in [Mira Oren and Tomas Lund](/people/).', 'More is said about the port of Almar.'],
  ['They met Mira Lund.', 'They met Mira Oren and Tomas Lund.', 'name Mira Lund'],
  ['They met Jona Lund.', 'They met Mira Oren and Tomas Lund.', 'name Jona Lund'],
  ['Then came Lund.', 'Mira Oren praised the crews of Almar.', 'name Lund'],
  ['It was told by the HOA.', 'It was told by somebody to the crews.', 'name HOA'],
  ['Arthur B. Merrow met her.', 'Arthur B. Langley met her in the port.', 'name Arthur B. Merrow'],
  // A currency is no name.
  ['It cost USD 40 million.', 'It cost EUR 40 million in all.', 'unit USD 40 million'],
  ['Yesterday J. Merrow met her.', 'Jona Merrow met her in the port.'],
  ['She met J. R. Merrow there.', 'She met J. R. Langley in the port.', 'name J. R. Merrow'],
];

const ALL = [...FIGURES, ...HEDGES, ...COUNTS, ...DATES, ...QUOTATIONS, ...NAMES];

test.for(ALL.map(([sentence, passage, wrong]) => [sentence, passage, wrong ? wrong.split('; ') : []] as const))(
  '%s ← %s',
  ([sentence, passage, wrong]) => {
    expect(judge(sentence, passage)).toEqual(wrong);
  },
);

const record = {
  title: '{ known: stated, value: "The storm of Almar", words: memo }',
  author: '{ known: stated, value: [{ given: Jona, family: Berg }, { literal: The Harbor Master }], words: memo }',
  publisher: '{ known: inferred, value: Almar Daily, note: Read. }',
  issued: '{ known: stated, value: "2014-12-24", words: memo }',
};

test.for<[name: string, sentence: string, wrong: string[]]>([
  ['the month of issue', 'In December 2014 the memo reported it.', []],
  ['the day of issue', 'On 24 December 2014 the memo reported it.', []],
  ['another month than that of issue', 'In November 2014 the memo reported it.', ['date November 2014']],
  ['a month without a year', 'In December the storm came.', ['date December']],
  ['the title', 'It is reported in "The storm of Almar".', []],
  ['another title', 'It is reported in "The storm of Vellin".', ['quotation The storm of Vellin']],
  ['the author', 'It is told by Jona Berg.', []],
  ['an author in one piece', 'It is told by The Harbor Master.', []],
  ['the publisher', 'It is reported in Almar Daily.', []],
])('the record of a source supports %s, or does not', ([, sentence, wrong]) => {
  expect(judge(sentence, 'The memo reports a storm in the port.', '', record)).toEqual(wrong);
});

test('what a chart draws has no hedges, and needs none', () => {
  const chart = (label: string) =>
    `<Chart title="Ships" unit="ships">\n<Point value="11" label="${label}" by="The log" when="undated">${label} ships left.[^a]</Point>\n</Chart>\n\nIt rained.`;
  expect(judge(chart('More than 11'), 'They say that more than 11 ships left.')).toEqual([]);
  expect(judge(chart('More than 12'), 'They say that more than 11 ships left.')).toContain('missing 12');
});

test('what a chart draws and prints is explained with its passage, or reported if each passage hedges it', () => {
  const passage = 'They say that about 11 ships left.';
  const body =
    '<Chart title="Ships" unit="ships">\n<Point value="11" label="about 11" by="The log" when="undated">Ships left.[^a]</Point>\n</Chart>\n\nAbout 12 left.[^a]';
  const { corpus, report } = checkCorpus(
    [{ id: 'memo', source: sourceOf('memo', `${passage}\n`), problems: [] }],
    [articleOf('grain', `${body}\n\n[^a]: @memo "${passage}"`)],
  );
  const compared = corpus.articles.flatMap(({ statements }) => statements.flatMap(({ comparisons }) => comparisons));

  expect(
    compared.filter(({ words }) => words === '11').map(({ kind, verdict, where }) => [kind, verdict, where]),
  ).toEqual([
    ['figure', 'held', 'passage'],
    ['figure', 'held', 'passage'],
  ]);
  expect(report.problems.filter(({ ruleId }) => ruleId === 'figure-unsupported')).toMatchObject([
    { figure: '12', fault: 'missing', hedges: [] },
  ]);
});

test.for<[label: string, wrong: string[]]>([
  ['The long way of Jona Berg', ['name Jona Berg']],
  ['The Port of Jona Berg', []],
  ['The Port of Turkish Almar', ['name Turkish']],
  ['Where Oren was', ['name Oren']],
  ['Harbor Office of Almar', []],
  ['Two texts on Almar', ['missing Two']],
  ['One text on Almar', []],
  ['The two ports of Almar', ['missing two']],
])('a heading names and counts what the passages of its document have: %s', ([label, wrong]) => {
  expect(judge(`## ${label}\n\nIt rained.`, 'It rained in the port of Almar.')).toEqual(wrong);
});

test('the passage that has all hedges of a figure decides which are reported as left out', () => {
  const source = sourceOf('memo', 'There were 11 ships in Almar. It had an estimated more than 11 ships.\n');
  const { report } = checkCorpus(
    [{ id: 'memo', source, problems: [] }],
    [
      articleOf(
        'grain',
        'There were more than 11 ships.[^a]\n\n[^a]: @memo "There were 11 ships in Almar."\n    @memo "It had an estimated more than 11 ships."',
      ),
    ],
  );
  expect(report.problems.filter(({ ruleId }) => ruleId === 'figure-unsupported')).toMatchObject([
    { fault: 'hedge-dropped', hedges: ['estimated'] },
  ]);
});

test('how far the texts reach is as exact as their sources say', () => {
  const wrong = (more: string) => {
    const source = sourceOf('memo', `It rained in the port. ${more}\n`);
    const { report } = checkCorpus(
      [{ id: 'memo', source, problems: [] }],
      [articleOf('grain', 'It rained.[^a]\n\n[^a]: @memo "It rained in the port."')],
    );
    return report.problems.flatMap((problem) => (problem.ruleId === 'date-unsupported' ? [problem.date] : []));
  };
  expect(wrong('It snowed in 2023.')).toEqual([]);
  expect(wrong('It snowed on 3 May 2023.')).toEqual(['2023']);
});

test('of two entries with one last name neither has it alone', () => {
  const twins = documentOf('pages', 'people', 'names: true\n', '## People\n\n### Mira Oren\n\n### Jona Oren');
  const source = sourceOf('memo', 'Mira Oren praised the crews of Almar.\n');
  const { report } = checkCorpus(
    [{ id: 'memo', source, problems: [] }],
    [twins, articleOf('grain', 'They met Jona Oren.[^a]\n\n[^a]: @memo "Mira Oren praised the crews of Almar."')],
  );
  expect(report.problems.flatMap((problem) => (problem.ruleId === 'name-unsupported' ? [problem.name] : []))).toEqual([
    'Jona Oren',
  ]);
});

test('a date that is only a limit supports nothing', () => {
  const issued = '{ known: inferred, value: "2017-01/..", note: Read. }';
  expect(judge('In January 2017 it was reported.', 'It reports a storm in the port.', '', { issued })).toEqual([
    'date January 2017',
  ]);
});

test.for<[sentence: string, wrong: string[]]>([
  ['The p0rt counts "20 ships".', []],
  ['The port counts "2O ships".', []],
  ['The port counts "29 ships".', ['quotation 29 ships', 'missing 29']],
  ['It was told by Mira Oren.', []],
])('a slip of printing counts as printed and as read: %s', ([sentence, wrong]) => {
  const errata = `errata:
  - { line: 1, printed: 2O, read: "20", certainty: certain }
  - { line: 1, printed: "M1ra Oren", read: Mira Oren, certainty: certain }
  - { line: 1, printed: p0rt, certainty: unsettled }`;
  expect(judge(sentence, 'The p0rt of M1ra Oren counts 2O ships in all.', errata)).toEqual(wrong);
});

test.for<[where: string, sentence: string, wrong: string[]]>([
  ['at the beginning', 'There were 20 ships.', []],
  ['at the end', 'There were 30 boats.', []],
  ['at the beginning', 'There were 29 ships.', ['missing 29']],
])('a slip of printing counts %s of a passage, too', ([, sentence, wrong]) => {
  const errata = `errata:
  - { line: 1, printed: 2O, read: "20", certainty: certain }
  - { line: 1, printed: boatz 3O, read: "boats: 30", certainty: certain }`;
  expect(judge(sentence, '2O ships came to the port, and of boatz 3O', errata)).toEqual(wrong);
});

test('what was compared is explained, with the place that supports it', () => {
  const source = sourceOf('memo', 'The memo of Mira Oren said that 11 ships came on 3 May.\n', '', record);
  const sentence =
    'On 3 May, 11 ships and 12 boats, told Mira Oren "said that", "no" and Jona Berg in "The storm of Almar".';
  const { corpus } = checkCorpus(
    [{ id: 'memo', source, problems: [] }],
    [articleOf('grain', `${sentence}[^a]\n\n[^a]: @memo "The memo of Mira Oren said that 11 ships came on 3 May."`)],
  );
  const [judged] = corpus.articles.flatMap(({ statements }) =>
    statements.filter(({ statement }) => statement.kind === 'sentence'),
  );

  expect(judged?.comparisons.map(({ kind, words, verdict, where }) => [kind, words, verdict, where ?? ''])).toEqual([
    ['date', '3 May', 'held', 'passage'],
    ['figure', '11', 'held', 'passage'],
    ['figure', '12', 'unsupported', ''],
    ['name', 'Mira Oren', 'held', 'passage'],
    ['quotation', 'said that', 'held', 'passage'],
    ['quotation', 'no', 'unsupported', ''],
    ['quotation', 'The storm of Almar', 'held', 'record'],
    ['text', 'Jona Berg', 'held', 'record'],
    ['text', 'The storm of Almar', 'held', 'record'],
  ]);
});

test('what is not supported exactly is explained as a warning, as the page’s own or as exempted', () => {
  const passage = 'Grain of more than 11 ships came in the storm of Almar, says the memo.';
  const source = sourceOf('memo', `${passage}\n`, '', record);
  const body =
    'Some Grain of 11 ships came in December 2014 and in May 2015.[^a] They say that Vera Holm tells it in two sentences.[^a] {/* citations-ignore-next figure-unsupported: a sum */}It was 12.[^a]';
  const { corpus } = checkCorpus(
    [{ id: 'memo', source, problems: [] }],
    [articleOf('grain', `${body}\n\n[^a]: @memo "${passage}"`)],
  );
  const judged = corpus.articles.flatMap(({ statements }) =>
    statements.filter(({ statement }) => statement.kind === 'sentence').flatMap(({ comparisons }) => comparisons),
  );

  expect(judged.map(({ kind, words, verdict, where }) => [kind, words, verdict, where ?? ''])).toEqual([
    ['name', 'Grain', 'held', 'passage'],
    ['figure', '11', 'warning', ''],
    ['date', 'December 2014', 'unsupported', ''],
    ['date', 'May 2015', 'unsupported', ''],
    ['name', 'Vera Holm', 'unsupported', ''],
    ['figure', 'two', 'own-count', ''],
    ['figure', '12', 'exempt', ''],
  ]);
});

test('the nearest words of one passage are shown for a quotation of eight letters and more', () => {
  const source = sourceOf(
    'memo',
    'A port with a b1essing.\nIt has a harbour master, too.\n',
    'errata: [{ line: 1, printed: b1essing, read: blessing, certainty: certain }]',
  );
  const nearest = (quotation: string) => {
    const { report } = checkCorpus(
      [{ id: 'memo', source, problems: [] }],
      [
        articleOf(
          'grain',
          `He says "${quotation}".[^a]\n\n[^a]: @memo "A port with a b1essing."\n    @memo "It has a harbour master, too."`,
        ),
      ],
    );
    return report.problems.flatMap((problem) => (problem.ruleId === 'quotation-unsupported' ? [problem.nearest] : []));
  };

  expect(nearest('blissing')).toEqual(['b1essing']);
  expect(nearest('harbour mister')).toEqual(['harbour master']);
  expect(nearest('harbors')).toEqual([undefined]);
  expect(nearest('blessing. It had')).toEqual(['b1essing.\nIt has']);
});

test('there are enough pairs, and enough of them are wrong', () => {
  const wrong = ALL.filter(([, , found]) => found !== undefined);
  expect(ALL.length).toBeGreaterThanOrEqual(120);
  expect(wrong.length / ALL.length).toBeGreaterThan(0.4);
});
