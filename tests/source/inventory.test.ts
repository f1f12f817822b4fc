import { expect, test } from 'vitest';
import { takeInventory } from '#source/inventory.ts';

const listed = (...names: readonly string[]) =>
  names.map((name) => ({ name: name.replace(' ->', ''), isLink: name.endsWith(' ->') }));

test('sorts files by source', () => {
  const { sources, strays } = takeInventory(listed('memo.yaml', 'log.txt', 'memo.txt', 'note.yaml'));

  expect(strays).toEqual([]);
  expect(sources).toEqual([
    { id: 'log', record: undefined, raw: 'sources/log.txt' },
    { id: 'memo', record: 'sources/memo.yaml', raw: 'sources/memo.txt' },
    { id: 'note', record: 'sources/note.yaml', raw: undefined },
  ]);
});

test.for<
  [
    name: string,
    files: readonly string[],
    strays: readonly [id: string, ruleId: string, fault: string][],
    ids: readonly string[],
  ]
>([
  ['another kind of file', ['memo.pdf'], [['memo', 'source-unrecorded', 'name']], []],
  ['a file without an extension', ['README'], [['readme', 'source-unrecorded', 'name']], []],
  ['a name in capitals', ['Memo.TXT'], [['memo', 'source-unrecorded', 'name']], []],
  ['a record in a folder', ['old/memo.yaml'], [['memo', 'record-invalid', 'name']], []],
  ['a record as `.yml`', ['memo.yml'], [['memo', 'record-invalid', 'name']], []],
  ['a copy of a record', ['memo.yaml.bak'], [['memo.yaml', 'source-unrecorded', 'name']], []],
  ['a symbolic link for a text', ['memo.txt ->'], [['memo', 'source-unrecorded', 'link']], []],
  ['a symbolic link for a record', ['memo.yaml ->'], [['memo', 'record-invalid', 'link']], []],
  ['a record whose text is a stray', ['memo.yaml', 'memo.TXT'], [['memo', 'source-unrecorded', 'name']], []],
  ['a text whose record is a stray', ['memo.txt', 'memo.yml'], [['memo', 'record-invalid', 'name']], []],
  [
    'a copy next to a whole source',
    ['memo.yaml', 'memo.txt', 'old/memo.txt'],
    [['memo', 'source-unrecorded', 'name']],
    ['memo'],
  ],
  ['a stray next to half of another source', ['memo.pdf', 'log.txt'], [['memo', 'source-unrecorded', 'name']], ['log']],
  ['the name `__proto__`', ['__proto__.pdf'], [['__proto__', 'source-unrecorded', 'name']], []],
  ['the name `..`', ['a/...txt'], [['..', 'source-unrecorded', 'name']], []],
])('distinguishes %s from the files of a source', ([, files, expected, ids]) => {
  const { sources, strays } = takeInventory(listed(...files));

  expect(
    strays.map(({ id, problems: [problem] }) => [id, problem?.ruleId, problem && 'fault' in problem && problem.fault]),
  ).toEqual(expected);
  expect(sources.map(({ id }) => id)).toEqual(ids);
});

test.for(['__proto__', 'constructor', 'toString'])('takes `%s` for a name like any other', (id) => {
  expect(takeInventory(listed(`${id}.txt`, `${id}.yaml`)).sources).toEqual([
    { id, record: `sources/${id}.yaml`, raw: `sources/${id}.txt` },
  ]);
});

test('a name may have more than one period', () => {
  expect(takeInventory(listed('memo.2.txt', 'memo.2.yaml')).sources).toMatchObject([{ id: 'memo.2' }]);
});

test('a link in place of the whole folder is reported by the name of the folder', () => {
  const [stray] = takeInventory([{ name: '', isLink: true }]).strays;
  expect(stray?.problems).toMatchObject([{ file: 'sources', fault: 'link' }]);
});
