import { expect, test } from 'vitest';
import { parseDocument } from '#io/read-corpus.ts';
import { findExcess, MOST } from '#markdown/limits.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Excess } from '#problem/problem.ts';

/** As much as is allowed and one more of what each limit counts, and the line and column where that one stands. */
test.for<[fault: Excess, text: (count: number) => string, at: string]>([
  ['characters', (count) => 'word '.repeat(count / 5 + 1).slice(0, count), '1:1000001'],
  ['lines', (count) => `a${'\n'.repeat(count - 1)}`, '50000:1'],
  ['nesting', (count) => `So.\n\n${'> - '.repeat(count / 2)}${'1. '.repeat(count % 2)}a`, '3:67'],
  ['indentation', (count) => `${' '.repeat(count)}a`, '1:102'],
  ['marks', (count) => `So.\n${'*'.repeat(count - 1000)}\n${'[`'.repeat(500)}\n`, '3:1000'],
  ['word', (count) => `a ${'b'.repeat(count)} c`, '1:3003'],
  ['pipes', (count) => `| a |\n${'| '.repeat(count)}`, '2:2001'],
  ['elements', (count) => `${'<b>'.repeat(count)}a${'</b>'.repeat(count)}`, '1:301'],
  ['braces', (count) => '{/* a */}\n\n'.repeat(count), '1001:9'],
  ['module', (count) => `So.\n\nexport const a = 1${'\n\nb'.repeat(count)}`, '3:1'],
])('%s are counted', ([fault, text, at]) => {
  expect(findExcess(text(MOST[fault]), 'a.mdx')).toBeUndefined();

  const over = text(MOST[fault] + 1);
  const problem = findExcess(over, 'a.mdx');
  expect(problem).toMatchObject({ ruleId: 'article-invalid', part: 'limit', fault, most: MOST[fault], file: 'a.mdx' });
  expect(`${problem?.place?.start.line}:${problem?.place?.start.column}`).toBe(at);
  // Whoever parses a document asks first.
  expect(parseMdx(over, 'a.mdx')).toEqual({ problem });
  expect(parseDocument(over, 'a.mdx')).toEqual({ problem });
});

test.for<[name: string, text: string]>([
  ['marks of paragraphs apart', `${'[a] '.repeat(600)}\n\n${'[a] '.repeat(600)}`],
  ['marks of quoted paragraphs apart', `> ${'[a] '.repeat(600)}\r\n>\r\n> ${'[a] '.repeat(600)}`],
  ['footnotes below each other', Array.from({ length: 1500 }, (_, index) => `[^a${index}]: So.`).join('\n')],
  ['elements behind each other', '<b>So.</b> <br/> '.repeat(200)],
  ['elements that are none', 'a \\<b> 5 < 6 '.repeat(200)],
  ['white space in front matter that was blanked', `${' '.repeat(300)}\n\nSo.`],
  [
    'a rule and the ends of the lines of a table',
    `${'-'.repeat(300)}\n\n${'| a '.repeat(900)}|\n${'| a '.repeat(900)}|`,
  ],
  ['words on lines that begin with `export` in a paragraph', `Oil for\nexport goes west.${'\n\nSo.'.repeat(600)}`],
  ['letters beyond ASCII', 'əи '.repeat(2000)],
  ['a short document with a module', 'export const a = 1'],
  ['the word `export` within a line', `Oil for export.${'\n\nSo.'.repeat(600)}`],
  ['marks of quoted paragraphs apart by a space', `> ${'[a] '.repeat(600)}\n> \n> ${'[a] '.repeat(600)}`],
  ['lines without an empty one behind a module', `export const a = 1${'\nb'.repeat(600)}`],
  ['lines that end with CR and LF, without an empty one behind a module', `export const a = 1${'\r\nb'.repeat(600)}`],
  ['as many marks as a paragraph may have, beside others', `${'['.repeat(2000)}\n\n[a]`],
])('%s are let be', ([, text]) => {
  expect(findExcess(text, 'a.mdx')).toBeUndefined();
});

test('lines of one paragraph that end with CR and LF are not apart', () => {
  const line = '[a] '.repeat(100);
  const problem = findExcess(`${line}\r\n`.repeat(11), 'a.mdx');
  expect(problem).toMatchObject({ fault: 'marks', place: { start: { line: 11, column: 1 } } });
});

test('indentation counts on any line', () => {
  expect(findExcess(`So.\n\n${' '.repeat(MOST.indentation + 1)}a`, 'a.mdx')).toMatchObject({ fault: 'indentation' });
});

test('what stands at the very beginning counts', () => {
  expect(findExcess('|'.repeat(MOST.pipes + 1), 'a.mdx')).toMatchObject({ fault: 'pipes' });
});

test('a mark with a backslash closes no element', () => {
  expect(findExcess('<b>\\< '.repeat(101), 'a.mdx')).toMatchObject({ fault: 'elements' });
});

test('closing tags without an element do not make room for others', () => {
  expect(findExcess(`${'</b>'.repeat(200)}${'<b>'.repeat(101)}`, 'a.mdx')).toMatchObject({ fault: 'elements' });
});
