/** Words that readers see as somebody's: between marks of any kind, in elements, in block quotations. */
import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { explain } from '#problem/explain.ts';
import type { Problem } from '#problem/problem.ts';
import { articleOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const MEMO =
  'It was the worst year of the port, "a curse" for all. It sold 40 ships in May, the master said. ' +
  `The 12" pipe of Ya'alon's crew cost "dear money" there.`;
const source = sourceOf('memo', MEMO);

function problemsOf(body: string): Problem[] {
  const article = articleOf('grain', `${body}\n\n[^a]: @memo "${MEMO}"`);
  const { problems } = checkCorpus([{ id: 'memo', source, problems: [] }], [article]).report;
  const about = ['quotation-unsupported', 'statement-uncited', 'article-invalid'];
  return problems.filter(({ ruleId }) => about.includes(ruleId));
}

const wrong = (body: string) =>
  problemsOf(body).map((problem) => ('quotation' in problem ? problem.quotation : problem.ruleId));

test.for<[body: string, ...wrong: string[]]>([
  ['> It was the best year of the port.[^a]', 'It was the best year of the port.'],
  ['> It was the worst year.[^a] It sold 50 ships.[^a]', 'It sold 50 ships.'],
  ['> "It was the best year."[^a]', 'It was the best year.'],
  ['> - It was the best year[^a]', 'It was the best year'],
  ['> > It was the best year[^a]', 'It was the best year'],
  ['> It was the best year.[^a]\n>\n> — The master', 'It was the best year.'],
  ['> It was the best year.[^a]\\\n> — The master of it', 'It was the best year.'],
  ['The master said:\n\n> It was the best year.[^a]', 'It was the best year.'],
  ['<blockquote>It was the best year.[^a]</blockquote>', 'It was the best year.'],
  ['<blockquote>\nIt was the best year.[^a]\n</blockquote>', 'It was the best year.'],
  ['<blockquote>\n\nIt was the best year.[^a]\n\n- and more[^a]\n\n</blockquote>', 'It was the best year.', 'and more'],
  ['He said <blockquote>the best year</blockquote> there.[^a]', 'the best year'],
  ['It was <q>the best year</q> of it.[^a]', 'the best year'],
  ['<q>It was the best year.[^a]</q>', 'It was the best year.'],
  ['| a |\n|---|\n| It was <q>the best</q>[^a] |', 'the best'],
  ["It was 'the best year' of it.[^a]", 'the best year'],
  ['It was “the best year" of it.[^a]', 'the best year'],
  ['The 12" pipe was "the best year" of it.[^a]', 'the best year'],
  ['It sold 40" pipes for "good money".[^a]', 'good money'],
  ['It was "[t]he best year".[^a]', '[t]he best year'],
  ['It "call[s]" him.[^a]', 'call[s]'],
  ['It was "the worst year [of it] the ports".[^a]', 'the worst year [of it] the ports'],
  ['It was "the worst … of the port".[^a]', 'the worst ... of the port'],
])('%j is not in the passage', ([body, ...expected]) => expect(wrong(body)).toEqual(expected));

test.for<[body: string]>([
  ['> It was the worst year of the port[^a]'],
  ['> It was the worst year of the port.[^a] It sold 40 ships in May.[^a]'],
  ['> “It was the worst year of the port.”[^a]'],
  ['> It was the worst year […] for all.[^a]'],
  ['> [This] was the worst year of the port.[^a]'],
  ['> It was the worst year of the port.[^a] — The master'],
  ['> It was the worst year of the port.<br/>— J. R. Lund, in a memo[^a]'],
  ['> It was the worst year of the port.[^a]\n>\n> — The master[^a]'],
  ['> It was the worst year of the port.[^a]\n>\n> — The master'],
  ['> It was the worst year of the port.[^a]\n>\n> <cite>The master</cite>'],
  ['> It was *the worst year* of the<br/>port.[^a]'],
  ['The master said:\n\n> It was the worst year of the port.[^a]'],
  ['<blockquote>It was the worst year of the port.[^a]</blockquote>'],
  ['It was <q>the worst year</q> of it, <q>a curse</q>.[^a]'],
  ['<q>It was the worst year of the port.[^a]</q>'],
  ["It was 'the worst year' of it.[^a]"],
  ["In the '90s Ya'alon saw the countries' ports, and '98 was bad.[^a]"],
  ['He is 5\'10" tall, with a 12" pipe and 40" of rope.[^a]'],
  ['The 12" pipe cost "dear money" there.[^a]'],
  ['He spoke of "The 12" pipe of Ya\'alon\'s crew".[^a]'],
  ['It says "[i]t sold 40 ships in May".[^a]'],
  ['It says "It [s]old 40 ship[s] in May".[^a]'],
  ['It says "[the port] sold 40 ships in May".[^a]'],
  ['It says "It sold 40 [big] ships in May, [he] said".[^a]'],
  ['It was "the worst […] of the port".[^a]'],
])('%j is in the passage', ([body]) => expect(wrong(body)).toEqual([]));

test('an ellipsis without brackets gets the hint at those with', () => {
  const helps = ['"the worst … of the port"', '"the worst ... of the port"', '"the best year"'].map((words) =>
    problemsOf(`It was ${words}.[^a]`).map((problem) => explain(problem).help.includes('[…]')),
  );
  expect(helps).toEqual([[true], [true], [false]]);
});

test('so does one in the quote of a footnote', () => {
  const article = articleOf('grain', 'So.[^a]\n\n[^a]: @memo "It was the worst year … a curse for all"');
  const { problems } = checkCorpus([{ id: 'memo', source, problems: [] }], [article]).report;
  const helps = problems.filter(({ ruleId }) => ruleId === 'quote-not-found').map((problem) => explain(problem).help);
  expect(helps).toEqual([expect.stringContaining('[…]')]);
});

test('the place of a quotation is that of its words', () => {
  const body = '> So:\n>\n> It was the best year.[^a]\n\nIt is <q>the best</q>.[^a]';
  const { text } = articleOf('grain', body);
  const places = problemsOf(body).map(({ place }) => text.slice(place?.start.offset, place?.end.offset));
  expect(places).toEqual(['So:', 'It was the best year.', '<q>the best</q>']);
});

test.for<[body: string, ...written: string[]]>([
  ['The [port[^a]](#top) is here.[^a]', '[^a]'],
  ['The [*port*, **so[^a]**](#top) is here.[^a]', '[^a]'],
  ['The [port[^a]][top] is here.[^a]\n\n[top]: #top', '[^a]'],
  ['The <a href="#top">port[^a]</a> is here.[^a]', '[^a]'],
  ['The <a href="#top">port [of](#of) it</a> is here.[^a]', '[of](#of)'],
  ['The <a href="#top">port <b><a href="#of">of</a></b> it</a> is here.[^a]', '<a href="#of">of</a>'],
  ['The <a href="#top">https://a.example</a> is here.[^a]', 'https://a.example'],
  ['The [port](#top)[^a] is <a href="#top">here</a>.[^a]'],
  ['## Port[^a]\n\nThe [port](#port) is here.[^a]'],
  ['| Port[^a] |\n|---|\n| Almar[^a] |'],
])('%j has nothing but words in a link, or a problem', ([body, ...written]) => {
  const found = problemsOf(body).flatMap((problem) =>
    'part' in problem && problem.part === 'link' ? problem.written : [],
  );
  expect(found).toEqual(written);
});
