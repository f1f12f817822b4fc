import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { wrapStatements } from '#markdown/statement-spans.ts';

type Child = string | ElementContent;

const note = (number: number) => h('sup', { className: ['reference'] }, [h('a', String(number))]);

/** What becomes of a paragraph: statements in `()`, clusters in `[]`, `=` before the notes of the statement before. */
function wrapped(...children: Child[]): string {
  const element = h('p', {}, ...children);
  wrapStatements(element);
  return toHtml(element)
    .replace(/<span class="statement">/g, '(')
    .replace(/<span class="cluster again">/g, '[=')
    .replace(/<span class="cluster">/g, '[')
    .replace(/<sup class="reference"><a>(\d+)<\/a><\/sup>/g, '$1')
    .replace(/<\/span>/g, '⟩')
    .replace(/<\/?p>/g, '')
    .replaceAll('\u202f', '_');
}

test.for<[what: string, children: Child[], expected: string]>([
  ['a sentence with its references', ['It rained.', note(1), note(2)], '(It rained.[1_2⟩⟩'],
  ['space between statements outside of both', ['A.', note(1), ' B.', note(2)], '(A.[1⟩⟩ (B.[2⟩⟩'],
  ['references in ascending order', ['A.', note(7), note(2)], '(A.[2_7⟩⟩'],
  ['references with space between them as one cluster', ['A.', note(1), ' ', note(2)], '(A.[1_2⟩⟩'],
  ['the same notes again', ['A.', note(1), ' B.', note(1), ' C.', note(2)], '(A.[1⟩⟩ (B.[=1⟩⟩ (C.[2⟩⟩'],
  [
    'the same notes in another order as the same',
    ['A.', note(1), note(2), ' B.', note(2), note(1)],
    '(A.[1_2⟩⟩ (B.[=1_2⟩⟩',
  ],
  ['elements within a statement', ['A ', h('em', 'b'), ' c.', note(1)], '(A <em>b</em> c.[1⟩⟩'],
  ['no element around words without a reference', ['A.', note(1), ' Then.'], '(A.[1⟩⟩ Then.'],
  ['a paragraph without references as it is', ['A.'], 'A.'],
])('has %s', ([, children, expected]) => {
  expect(wrapped(...children)).toBe(expected);
});
