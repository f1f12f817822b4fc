import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublishedLine, PublishedRun } from '#corpus/publish-source.ts';
import { divide, landmarksOf } from '#corpus/sections.ts';

const run = (text: string, more: Partial<PublishedRun> = {}): PublishedRun => ({
  ...{ text, at: 0, passages: [], starts: [], region: undefined, slip: undefined },
  ...more,
});
/** Lines of one row each, numbered from 1; some of them other ones, by number. */
const linesOf = (count: number, others: Readonly<Record<number, PublishedRun[]>> = {}): PublishedLine[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    runs: others[index + 1] ?? [run(`Line ${index + 1} of the log`)],
    reason: undefined,
  }));
const begins = (sections: readonly (readonly PublishedLine[])[]) => sections.map(([first]) => first?.number);

describe('a text', () => {
  test.for<[name: string, lines: PublishedLine[], begins: number[]]>([
    ['without lines has no section', [], []],
    ['that is short is one section', linesOf(500), [1]],
    ['that is long is cut when a section is full', linesOf(501), [1, 121, 241, 361, 481]],
    ['is cut behind an empty line', linesOf(501, { 90: [run(' ')], 180: [] }), [1, 91, 181, 301, 421]],
    [
      'is cut before a heading',
      linesOf(501, { 82: [run('The storm', { region: 'heading' })] }),
      [1, 82, 202, 322, 442],
    ],
    [
      'is not cut by each empty line',
      linesOf(501, { 10: [], 20: [], 40: [], 79: [], 200: [] }),
      [1, 121, 201, 321, 441],
    ],
    [
      'counts the rows of long lines',
      linesOf(60, { 7: [run('x'.repeat(72 * 200))], 9: [run('x'.repeat(72 * 300))] }),
      [1, 8, 10],
    ],
    ['may end behind its first line', linesOf(501, { 1: [run('x'.repeat(72 * 200))] }), [1, 2, 122, 242, 362, 482]],
    [
      'is cut between lines that are not published',
      linesOf(501).map((line) =>
        line.number === 100 || line.number === 400
          ? { ...{ number: line.number, to: line.number, reason: 'Private.', kind: 'withheld' as const } }
          : line,
      ),
      [1, 121, 241, 361, 481],
    ],
    [
      'counts what is not published as one line',
      [...linesOf(499), { number: 500, to: 900, reason: 'Private.', kind: 'withheld' }, ...linesOf(2)],
      [1, 121, 241, 361, 481],
    ],
  ])('%s', ([, lines, expected]) => {
    const sections = divide(lines);
    expect(begins(sections)).toEqual(expected);
    expect(sections.flat()).toEqual(lines);
  });

  test('is not cut within a passage, nor within a chain of passages that overlap', () => {
    const inside = (id: string) => run('of the log', { passages: [id] });
    const lines = linesOf(601, {
      100: [run('', { starts: ['c1-2'] }), inside('c1-2')],
      130: [inside('c1-2'), run('and', { passages: ['c1-2', 'c2-3'] })],
      140: [inside('c2-3')],
      150: [],
    });
    expect(begins(divide(lines))).toEqual([1, 141, 261, 381, 501]);
  });

  test('is divided without loss, and each passage stands in one section, wherever passages lie', () => {
    const passages = fc.array(fc.tuple(fc.nat(899), fc.nat(60)), { maxLength: 30 });
    fc.assert(
      fc.property(passages, (spans) => {
        const lines = linesOf(900).map((line, index) => ({
          ...line,
          runs: [
            run('words', {
              passages: spans.flatMap(([from, more], id) =>
                from <= index && index <= from + more ? [`c${id}-1`] : [],
              ),
            }),
          ],
        }));
        const sections = divide(lines);
        expect(sections.flat()).toEqual(lines);
        expect(sections.every((section) => section.length > 0)).toBe(true);
        for (const id of spans.keys()) {
          const having = sections.filter((section) =>
            section.some((line) => 'runs' in line && line.runs[0]?.passages.includes(`c${id}-1`)),
          );
          expect(having).toHaveLength(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the landmarks of a text', () => {
  test('are none where it has one section', () => {
    expect(landmarksOf(divide(linesOf(20)))).toEqual([]);
  });

  test.for<[words: string, text: readonly string[]]>([
    ['The storm came in May.', ['The storm', ' came in', ' May.']],
    ['The storm came in May.', ['  The   storm \t came in  May. ']],
    [`${'a'.repeat(29)} ${'b'.repeat(30)}`, [`${'a'.repeat(29)} ${'b'.repeat(30)}`]],
    [`${'a'.repeat(29)}…`, [`${'a'.repeat(29)} ${'b'.repeat(31)}`]],
    [`${'a'.repeat(60)}…`, [`${'a'.repeat(60)} b`]],
  ])('have whole words as far as there is room: “%s”', ([words, text]) => {
    const sections = [linesOf(1, { 1: text.map((part) => run(part)) }), linesOf(1)];
    expect(landmarksOf(sections)[0]?.words).toBe(words);
  });

  test('name lines with words, by their first words', () => {
    const long = 'In the spring of that year the clerks of the harbor counted ships once more';
    const lines = linesOf(501, { 1: [], 2: [run(' *** ')], 3: [run(` ${long}`)], 120: [run('x'.repeat(70))] });
    expect(landmarksOf(divide(lines)).slice(0, 3)).toEqual([
      { number: 3, words: 'In the spring of that year the clerks of the harbor counted…' },
      { number: 120, words: `${'x'.repeat(60)}…` },
      { number: 240, words: 'Line 240 of the log' },
    ]);
    const hidden: PublishedLine[] = Array.from({ length: 120 }, (_, index) => ({
      ...{ number: index + 1, to: index + 1, reason: 'Private.', kind: 'withheld' as const },
    }));
    expect(landmarksOf(divide([...hidden, ...linesOf(401)])).map(({ number }) => number)).toEqual([1, 121, 241, 361]);
  });

  test('are as few for a text of a hundred thousand lines', () => {
    expect(landmarksOf(divide(linesOf(100_000))).length).toBeLessThanOrEqual(24);
  });
});
