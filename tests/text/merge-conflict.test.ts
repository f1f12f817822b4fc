import { expect, test } from 'vitest';
import { findMergeConflicts } from '#text/merge-conflict.ts';
import { readYaml } from '#text/yaml.ts';

const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> storms\n`;

test.for<[name: string, text: string, marks: string[]]>([
  ['a conflict', `So.\n${conflict('a', 'b')}`, ['<<<<<<< HEAD']],
  ['two conflicts', `${conflict('a', 'b')}So.\n${conflict('c', 'd')}`, ['<<<<<<< HEAD', '<<<<<<< HEAD']],
  ['one with the common text', '<<<<<<< a\nx\n||||||| b\ny\n=======\nz\n>>>>>>> c\n', ['<<<<<<< a']],
  ['one with lines that end at CR and LF', conflict('a', 'b').replaceAll('\n', '\r\n'), ['<<<<<<< HEAD']],
  ['half a conflict', 'a\n=======\nb\n>>>>>>> storms\n', ['>>>>>>> storms']],
  ['none in a heading of two lines', 'Storms\n=======\n', []],
  ['none in a quotation of a quotation', '> > > > > > > So.\n>>> So.\n', []],
  ['none within a line', 'So <<<<<<< HEAD\n    <<<<<<< HEAD\n', []],
  ['none in more signs', '<<<<<<<<< HEAD\n>>>>>>>>\n', []],
])('finds %s', ([, text, marks]) => {
  expect(findMergeConflicts(text).map(({ start, end }) => text.slice(start, end))).toEqual(marks);
});

test('YAML says that of a conflict, not what follows from it', () => {
  const { value, errors } = readYaml(`id: log\n${conflict('name: A', 'name: B')}voice: x: y\n`);
  expect(value).toBeUndefined();
  expect(errors.map(({ fault, said, place }) => [fault, said, place.start.line])).toEqual([
    ['conflict', '<<<<<<< HEAD', 2],
  ]);
});
