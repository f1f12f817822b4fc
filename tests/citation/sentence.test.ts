import { expect, test } from 'vitest';
import { citableSentences, citableStretches } from '#citation/sentence.ts';
import { printedWords } from '#citation/words.ts';
import { sourceOf } from '../source-of.ts';

const regions = (...marks: string[]) => (marks.length > 0 ? `regions:\n${marks.join('\n')}` : undefined);
const caption = (words: string) => `  - { kind: boilerplate, words: "${words}", reason: Caption }`;
const mark = (words: string) => `  - { kind: furniture, words: "${words}", reason: Page mark }`;

test.for<[name: string, raw: string, apart: string[], sentences: string[]]>([
  [
    'each by itself',
    'The storm came in May.\nAll ships were in the port.\n',
    [],
    ['The storm came in May.', 'All ships were in the port.'],
  ],
  [
    'of the least length by itself',
    'The storm came here. All ships were in the port.',
    [],
    ['The storm came here.', 'All ships were in the port.'],
  ],
  [
    'too short, with the next one',
    'It came. All ships were in the port.',
    [],
    ['It came. All ships were in the port.'],
  ],
  [
    'too short at the end, with the one before',
    'All ships were in the port. The storm came in May. It left.',
    [],
    ['All ships were in the port.', 'The storm came in May. It left.'],
  ],
  [
    'too short in the middle, with the one after it',
    'All ships were in the port. The storm came in May. It left. No ship was lost in it. The port was closed.',
    [],
    [
      'All ships were in the port.',
      'The storm came in May.',
      'It left. No ship was lost in it.',
      'The port was closed.',
    ],
  ],
  [
    'never over the end of a paragraph',
    'The storm came in May\n\nAll ships were in the port',
    [],
    ['The storm came in May', 'All ships were in the port'],
  ],
  [
    'never with a heading',
    'The port\n\nThe storm came in May. It left.\nThe grain of the year\nAll ships were in the port that May, and no grain was lost.',
    [],
    [
      'The storm came in May. It left.',
      'The grain of the year',
      'All ships were in the port that May, and no grain was lost.',
    ],
  ],
  [
    'never with another item of a list, and without its mark',
    'The port ships all the year:\n- oil and gas of the north\n- grain\n\n1. The storm came in May\n2) It left late in that month',
    [],
    ['The port ships all the year:', 'oil and gas of the north', 'The storm came in May', 'It left late in that month'],
  ],
  [
    'with a paragraph that is too short and ends as a sentence does',
    'Was the port closed?\n\nIt was.\n\nFor twelve days in May?\n\nYes.',
    [],
    ['Was the port closed?', 'It was. For twelve days in May? Yes.'],
  ],
  ['over the end of a line', 'The storm came\nin May of that year.', [], ['The storm came in May of that year.']],
  [
    'up to a caption and from it',
    'The storm came in May Photo: a quay All ships were in the port',
    [caption('Photo: a quay')],
    ['The storm came in May', 'All ships were in the port'],
  ],
  [
    'not between two captions where that is too short',
    'Photo: a quay It left. Photo: a ship',
    [caption('Photo: a quay'), caption('Photo: a ship')],
    [],
  ],
  [
    'over page marks',
    'The storm came PAGE 1 in May of that year.',
    [mark('PAGE 1')],
    ['The storm came in May of that year.'],
  ],
  [
    'not where two of them are too short together',
    'No. So it is. Photo: a quay The storm came in May',
    [caption('Photo: a quay')],
    ['The storm came in May'],
  ],
  ['nowhere in no text', 'Photo: a quay in May', [caption('Photo: a quay in May')], []],
])('a sentence can be cited %s', ([, raw, apart, sentences]) => {
  const source = sourceOf('log', raw, regions(...apart));

  expect(citableSentences(source).map((span) => printedWords(source, span))).toEqual(sentences);
});

test('what can be cited is whatever is between what cannot', () => {
  const source = sourceOf('log', 'Wind. Photo: a quay PAGE 1 Rain.', regions(caption('Photo: a quay'), mark('PAGE 1')));

  const stretches = citableStretches(source);
  expect(stretches.map(({ start, end }) => source.text.text.slice(start, end))).toEqual(['Wind. ', ' Rain.']);
  expect(stretches.at(-1)?.end).toBe(source.text.text.length);
});
