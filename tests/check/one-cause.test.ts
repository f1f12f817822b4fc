import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { printPlace } from '#problem/print.ts';
import { articleOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const source = sourceOf('memo', 'The port of Almar shipped more grain.\n\nMost of it went west in May, they say.\n');
const GRAIN = '[^grain]: @memo "The port of Almar shipped more grain."';
const WEST = '[^west]: @memo "Most of it went west in May, they say."';

function problemsOf(body: string): string[] {
  const { report } = checkCorpus([{ id: 'memo', source, problems: [] }], [articleOf('grain', body)]);
  // Not those of the front matter.
  const inText = report.problems.filter(({ place }) => place && place.start.line >= 7);
  return inText.map((problem) => {
    const hints =
      problem.ruleId === 'statement-uncited'
        ? [problem.unused, problem.behind].filter((hint) => hint !== undefined)
        : [];
    return [printPlace(problem).replace(/^[^:]*:/, ''), problem.ruleId, ...hints].join(' ');
  });
}

test.for<[name: string, body: string, expected: string[]]>([
  ['a reference that is forgotten', `It shipped more.\n\n${GRAIN}`, ['9:1 statement-uncited grain']],
  [
    'two that are forgotten: nobody knows which is which',
    `It shipped more.\n\nIt went west.\n\n${GRAIN}\n\n${WEST}`,
    ['9:1 statement-uncited', '11:1 statement-uncited', '13:1 footnote-unused', '15:1 footnote-unused'],
  ],
  ['a footnote that nothing needs', `It shipped more.[^grain]\n\n${GRAIN}\n\n${WEST}`, ['13:1 footnote-unused']],
  [
    'a note without its indentation',
    `It shipped more.[^grain]\n\n${GRAIN}\n\nThey do not say how much.`,
    ['13:1 statement-uncited grain'],
  ],
  ['a picture that is not there', '![The port.](/port.png)', ['9:1 link-broken']],
  ['a link that is broken, in a sentence', '[The port.](/port/)', ['9:1 link-broken', '9:2 statement-uncited']],
  [
    'two footnotes of one label: which one is meant is unknown',
    `It went west in June.[^grain]\n\n${GRAIN}\n\n${WEST.replace('west', 'grain')}`,
    ['13:1 footnote-duplicate'],
  ],
  [
    'an exemption without a reason',
    `{/* citations-ignore-next statement-uncited */}\nIt shipped more.\n\nIt went west.[^west]\n\n${WEST}`,
    ['9:1 exemption-unused'],
  ],
  [
    'a misspelt exemption, but not what follows its statement',
    `{/* citation-ignore statement-uncited: x */}\nIt shipped more.\n\nIt went west.`,
    ['9:1 exemption-unused', '12:1 statement-uncited'],
  ],
  [
    'a reference in a quote',
    `It shipped more.[^grain]\n\n${GRAIN.replace('more', '[^west] more')}\n\n${WEST}`,
    ['11:11 quote-not-found'],
  ],
  ['words of a program', `It shipped {12} tons more.[^grain]\n\n${GRAIN}`, ['9:12 article-invalid']],
  ['an article without a word', '', ['7:4 article-invalid']],
  ['an article with a comment alone', '{/* Later. */}', ['9:15 article-invalid']],
])('%s', ([, body, expected]) => {
  expect(problemsOf(body)).toEqual(expected);
});
