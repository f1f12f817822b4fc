import { expect, test } from 'vitest';
import { changesOf, reviewCitation } from '#citation/review.ts';
import { sourceOf } from '../source-of.ts';

const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
const citing = (quote: string) => ({ sourceId: 'memo', quote, locator: undefined, place });

const raw = 'The port of Almar was closed.\nMost of the grain went west.\n';
const before = sourceOf('memo', raw);
const now = sourceOf('memo', `A new first line of it.\n${raw.replace('Almar', 'Vellin')}`);

test('a citation holds, moves or breaks', () => {
  const west = citing('Most of the grain went west.');
  expect(reviewCitation(west, before, before)).toEqual({ outcome: 'holds', line: 2 });
  expect(reviewCitation(west, before, now)).toEqual({ outcome: 'moved', from: 2, line: 3 });
  expect(reviewCitation(west, undefined, now)).toEqual({ outcome: 'holds', line: 3 });
  expect(reviewCitation(citing('A new first line of it.'), before, now)).toEqual({ outcome: 'holds', line: 1 });
  expect(reviewCitation(citing('The port of Almar was closed.'), before, now)).toMatchObject({
    outcome: 'broken',
    fact: { ruleId: 'quote-not-found', nearest: { printed: 'The port of Vellin was closed.', line: 2 } },
  });
});

test('changes are words with their line and what is around them', () => {
  expect(changesOf(raw, now)).toEqual([
    {
      line: 1,
      before: '',
      removed: '',
      added: 'A new first line of it.\n',
      after: 'The port of Vellin was closed.\nMost of t',
      isWithheld: false,
    },
    {
      line: 2,
      before: 'A new first line of it.\nThe port of ',
      removed: 'Almar',
      added: 'Vellin',
      after: ' was closed.\nMost of the grain went west',
      isWithheld: false,
    },
  ]);
  expect(changesOf(raw, before)).toEqual([]);
  // Without time to compare, nothing can be said.
  expect(changesOf(raw, now, -1)).toBeUndefined();
});

test('what is removed at the end also has its line', () => {
  expect(changesOf(`${raw}And more.\n`, before)).toMatchObject([{ line: 3, removed: 'And more.\n', added: '' }]);
});

test('nothing is printed of a withheld part, nor of what is next to it', () => {
  const letter = sourceOf(
    'memo',
    'To: another@almar.example\nMost of the grain went west, and the rest stayed where it was, in the port of Almar.\nBye.\n',
    'regions:\n  - { kind: withheld, lines: 1, reason: An address }',
  );
  const changes = changesOf(letter.raw.replace('another', 'somebody').replace('Bye', 'Ciao'), letter) ?? [];
  expect(changes).toMatchObject([
    { line: 1, isWithheld: true, before: '', removed: '', added: '', after: '' },
    { line: 3, isWithheld: false, removed: 'Ciao', added: 'Bye' },
  ]);
  expect(JSON.stringify(changes)).not.toMatch(/almar\.example/);
});

test('a change is shown if it is far from a withheld part, or next to one that is only not citable', () => {
  const filler = 'Most of the grain went west, and the rest stayed where it was.';
  const letter = sourceOf(
    'memo',
    `Photo: a quay\nIt rained. ${filler}\nTo: another@almar.example\n`,
    'regions:\n  - { kind: boilerplate, lines: 1, reason: Caption }\n  - { kind: withheld, lines: 3, reason: An address }',
  );
  expect(changesOf(letter.raw.replace('rained', 'snowed'), letter)).toMatchObject([
    { line: 2, isWithheld: false, before: 'Photo: a quay\nIt ', removed: 'snowed', added: 'rained' },
  ]);
});

test('a withheld part is not shown, from 40 characters away on', () => {
  const change = (space: number) => {
    const x = 'x'.repeat(space - 2);
    const letter = sourceOf(
      'memo',
      `To: them\n${x} May ${x}\nFrom: me\n`,
      'regions:\n  - { kind: withheld, lines: 1, reason: An address }\n  - { kind: withheld, lines: 3, reason: An address }',
    );
    return ['May ', ' May'].map((word) => changesOf(letter.raw.replace(word, word.replace('May', 'June')), letter));
  };
  expect(change(40)).toMatchObject([[{ isWithheld: false }], [{ isWithheld: false }]]);
  expect(change(39)).toMatchObject([
    [{ isWithheld: true, before: '', removed: '', added: '', after: '' }],
    [{ isWithheld: true }],
  ]);
});
