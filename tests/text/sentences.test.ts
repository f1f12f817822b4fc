import { expect, test } from 'vitest';
import { splitSentences } from '#text/sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.for<[name: string, sentences: readonly string[]]>([
  ['plain ones', ['It was May.', 'Oil went west!', 'Did it?']],
  ['a title', ['He met Dr. Oren.', 'St. Almar vs. Vellin was told by Mr. Lund.']],
  ['initials', ['It was told by J. R. Lund.', 'M. Oren agreed.']],
  ['a country before a name', ['The U.S. State Department spoke.', 'So did the U.K. government.']],
  ['a country at the end', ['Grain went to the U.S.', 'The rest stayed.']],
  ['a company', ['Modern Systems Ltd. Almar was one.', 'It was Lund & Co.', 'Another came.']],
  [
    'abbreviations before a number',
    ['See No. 5 of the log.', 'He said No.', 'Yes, on p. 4 of it.', 'It was Sept. 30 then.'],
  ],
  ['a number before a name', ['It lay at No. 5 Almar Quay.', 'It is told in Vol. 2 Vellin Papers.']],
  [
    'words that begin a sentence after a country',
    [
      'They went to the U.S.',
      'The rest stayed.',
      'Some went to the U.K.',
      'When it was May they left the U.S.',
      'Only oil came.',
    ],
  ],
  ['e.g. and i.e.', ['Some went, e.g. Almar.', 'They left, i.e. Vellin did.']],
  ['hours', ['It left at 5 p.m. Monday.', 'It came at 6 a.m.', 'The crew slept.']],
  ['a quotation of two sentences', ['He said: "It is May. It is warm."', 'Then he left.']],
  ['a quotation that begins one', ['“It is May. It is warm.” he said.', 'Then he left.']],
  ['one in brackets', ['It was May.', '(So says the log.)', 'Then he left.']],
  ['one in quotation marks', ['It was May.', '"It is warm."', 'Then he left.']],
  ['brackets with a sentence', ['It left (see p. 4. Not 5.) at noon.', 'It came [in May. Or June.] back.']],
  ['a mark that is never closed', ['He said "it is May.', 'Then he left.']],
  ['a bracket that is never closed', ['It left (at noon.', 'Then it came.']],
  ['a stop after the mark', ['He calls it "May".', 'Then he left.']],
  ['a decimal', ['It grew by 1.5 percent.', 'Then by 2.']],
  ['an address', ['See almar.example for it.', 'Then go.']],
])('sentences are split: %s', ([, sentences]) => {
  expect(split(sentences.join(' '))).toEqual(sentences);
});

test('white space belongs to no sentence, and is none', () => {
  expect(split('  It was May.  It was warm.  ')).toEqual(['It was May.', 'It was warm.']);
  expect(split('   ')).toEqual([]);
  expect(split('')).toEqual([]);
});
