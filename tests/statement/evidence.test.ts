import { expect, test } from 'vitest';
import { evidenceOfSource } from '#statement/evidence.ts';
import { sourceOf } from '../source-of.ts';

test.for<[name: string, csl: Readonly<Record<string, string>>, record: readonly string[]]>([
  ['its name and language, where nothing else is known', {}, ['The log', 'English']],
  [
    'what is known',
    {
      title: '{ known: inferred, value: Winds, note: Read. }',
      author: '{ known: inferred, value: [{ literal: A bureau }, { family: Lund, given: Mia }], note: Read. }',
    },
    ['The log', 'Winds', 'A bureau', 'Mia Lund', 'English'],
  ],
])('the record of a source says %s', ([, csl, record]) => {
  expect(evidenceOfSource(sourceOf('log', 'Winds of May.', '', csl)).record).toEqual(record);
});
