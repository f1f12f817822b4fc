import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { documentOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const log = sourceOf('log', 'The storm came to Almar in May, at noon.\n');
const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', '');

const chart = (unit: string, point: string, words: string) =>
  `<Chart title="Storms" unit="${unit}">\n<Point ${point} by="A" when="now">${words}[^a]</Point>\n</Chart>`;

test.for<[what: string, body: string, said: string[]]>([
  ['the date of an event', '<Event date="1991" themes="trade">It came.[^a]</Event>', ['1991 at It came.']],
  ['the date of an event without words', '<Event date="1991" themes="trade">[^a]</Event>', ['1991 at <']],
  ['the label of an event', '<Event themes="trade" label="3 ships leave">It came.[^a]</Event>', ['3 at I']],
  ['a label of the words of its text', '<Event themes="trade" label="A storm comes to Almar">It came.[^a]</Event>', []],
  ['a range', chart('storms', 'value="3/5" label="several"', 'They came.'), ['3-5 at They came.']],
  ['a number', chart('storms', 'value="3" label="several"', 'They came.'), ['3 at They came.']],
  ['a share', chart('percent', 'value="30" label="several"', 'They came.'), ['30 % at They came.']],
  ['a range of shares', chart('percent', 'value="30/50" label="several"', 'They came.'), ['30-50 % at They came.']],
  ['a figure of a point without words', chart('storms', 'value="3" label="several"', ''), ['3 at <']],
])('attributes of an element are compared with the text: %s', ([, body, said]) => {
  const file = documentOf('pages', 'storms', '', `${body}\n\n[^a]: @log "The storm came to Almar"`);
  const { report } = checkCorpus([{ id: 'log', source: log, problems: [] }], [file, theme]);
  expect(
    report.problems.map((problem) => {
      const words = 'figure' in problem ? problem.figure : 'date' in problem ? problem.date : problem.ruleId;
      return `${words} at ${file.text.slice(problem.place?.start.offset, problem.place?.end.offset)}`;
    }),
  ).toEqual(said);
});

test('a footnote labelled like a source, but without a passage, is not compared with that source', () => {
  const file = documentOf('pages', 'storms', '', 'It came in 1991.[^log]\n\n[^log]: @log "It never came to Almar"');
  const { report } = checkCorpus([{ id: 'log', source: log, problems: [] }], [file, theme]);
  expect(report.problems.map(({ ruleId }) => ruleId)).toEqual(['quote-not-found']);
});
