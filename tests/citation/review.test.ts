import { expect, test } from 'vitest';
import { moveLocators } from '#citation/move-locators.ts';
import { reviewCitation } from '#citation/review.ts';
import { compareWords } from '#text/compare-words.ts';
import { sourceOf } from '../source-of.ts';

const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

const STORM = 'The storm closed the port of Almar.';
const RAW = `Memo.\n${STORM}\nMost of the grain went west.\n${STORM}\n`;

/** The outcome for a quote, such as `moved 2 to 3, #L3`, when the memo becomes this text. */
function outcomeOf(quote: string, lines: string | undefined, raw: string, more?: string): string {
  const [before, now] = [sourceOf('memo', RAW), sourceOf('memo', raw, more)];
  const [from, to = from] = lines?.split('-').map(Number) ?? [];
  const locator = from && to ? { from, to } : undefined;
  const compared = compareWords(before.raw, now.raw, 1000);
  const review = reviewCitation({ sourceId: 'memo', quote, locator, place }, before, now, compared?.inSecond);
  switch (review.outcome) {
    case 'holds':
      return `holds ${review.line}`;
    case 'moved': {
      const { from, line, locator } = review;
      return `moved ${from} to ${line}${locator ? `, ${locator.from}-${locator.to}` : ''}`;
    }
    default:
      return `${review.outcome}: ${review.fact.ruleId}`;
  }
}

const WEST = 'Most of the grain went west.';

test.for<[name: string, quote: string, lines: string | undefined, raw: string, expected: string]>([
  ['where it was', WEST, undefined, RAW, 'holds 3'],
  ['further down', WEST, undefined, `New.\n${RAW}`, 'moved 3 to 4'],
  ['with its line', WEST, '3', `New.\n${RAW}`, 'moved 3 to 4, 4-4'],
  ['with its lines', WEST, '2-3', `New.\n${RAW}`, 'moved 3 to 4, 3-4'],
  ['within the lines that it names', WEST, '2-5', `New.\n${RAW}`, 'moved 3 to 4'],
  ['over a line break', WEST, undefined, RAW.replace('grain went', 'grain\nwent'), 'holds 3'],
  ['as the second of two', STORM, '4', `New.\n${RAW}`, 'moved 4 to 5, 5-5'],
  ['where the first of two was', STORM, '4', RAW.replace('Memo.\n', '').replace(`${WEST}\n`, ''), 'moved 4 to 2, 2-2'],
  // Line 2 has these words still: those of the other place.
  ['by the wrong line', STORM, '2', RAW.replace('Memo.\n', `${STORM} Yes.\n`), 'holds 2'],
  ['as the first of two that moved up', STORM, '2', RAW.replace('Memo.\n', ''), 'moved 2 to 1, 1-1'],
  ['twice', WEST, undefined, `${RAW}${WEST}\n`, 'moved 3 to 3, 3-3'],
  ['nowhere', WEST, undefined, RAW.replace('west', 'east'), 'broken: quote-not-found'],
  ['nowhere, with a line', WEST, '3', RAW.replace('west', 'east'), 'broken: quote-not-found'],
])('a quote that is found %s', ([, quote, lines, raw, expected]) => {
  expect(outcomeOf(quote, lines, raw)).toBe(expected);
});

test('words that cannot be cited any more are not gone', () => {
  expect(outcomeOf(WEST, undefined, RAW, 'regions: [{ kind: boilerplate, lines: 3, reason: A caption. }]')).toBe(
    'unclear: quote-not-citable',
  );
});

test('without the earlier text a quote cannot be said to have moved, but its line is found', () => {
  const now = sourceOf('memo', `New.\n${RAW}`);
  const review = (quote: string, line?: number) =>
    reviewCitation(
      { sourceId: 'memo', quote, place, locator: line === undefined ? undefined : { from: line, to: line } },
      undefined,
      now,
    );
  expect(review(WEST)).toEqual({ outcome: 'holds', line: 4 });
  expect(review(WEST, 3)).toEqual({ outcome: 'moved', from: 4, line: 4, locator: { from: 4, to: 4 } });
  expect(review(STORM, 2)).toMatchObject({ outcome: 'unclear', fact: { ruleId: 'quote-not-found', lines: [3, 5] } });
});

test('lines are written into citations, and nothing else is changed', () => {
  const text = '[^a]: @memo#L3 "Most"\n    @memo  `of #L3`; @memo#L1-L4 “grain”\n';
  const move = (citation: string, from: number, to = from) => ({
    citation: { sourceId: 'memo', place: { ...place, start: { ...place.start, offset: text.indexOf(citation) } } },
    locator: { from, to },
  });
  expect(moveLocators(text, [move('@memo#L3', 10), move('@memo  `', 2), move('@memo#L1', 11, 14)])).toBe(
    '[^a]: @memo#L10 "Most"\n    @memo#L2  `of #L3`; @memo#L11-L14 “grain”\n',
  );
});
