import { expect, test } from 'vitest';
import { ArticleMatter, PageMatter, ThemeMatter } from '#document/front-matter.ts';
import { cutValues } from '#problem/schema-issues.ts';
import { SourceRecord } from '#source/record.ts';
import { readYaml } from '#text/yaml.ts';
import { recordOf } from '../source-of.ts';

const article = (matter: string) =>
  `title: "Ships"\ndescription: "On ships."\nthemes: [trade]\nasOf: "2023"\nupdated: 2026-11-23\n${matter}`.replace(
    /^(\w+): .*\n(?=[\s\S]*^\1:)/gm,
    '',
  );

const cutsOf = (schema: Parameters<typeof cutValues>[0], text: string) => {
  const yaml = readYaml(text);
  expect(schema.safeParse(yaml.value).error).toBeUndefined();
  return cutValues(schema, yaml).map((issue) => [
    'path' in issue && issue.path,
    'comment' in issue && issue.comment,
    issue.place.start.line,
  ]);
};

test.for<[matter: string, path: string, comment: string]>([
  ['title: Ships #1 to #40', 'title', '#1 to #40'],
  ['description: What ships carry # and what they leave', 'description', '# and what they leave'],
  ['asOf: The log\t#2', 'asOf', '#2'],
  [`description: Ships ${'x'.repeat(150)} #1 and many more`, 'description', '#1 and many more'],
  ['description: Ships\n  of the port #3', 'description', '#3'],
])('of an article `%s` loses words', ([matter, path, comment]) => {
  const text = article(matter);
  expect(cutsOf(ArticleMatter, text)).toEqual([
    [path, comment, text.slice(0, text.indexOf(comment)).split('\n').length],
  ]);
});

test.for([
  'title: "Ships #1 to #40" # with marks',
  "asOf: 'The log' #2",
  'title: Ships#1',
  'title: C# and F#',
  '# A line of its own\ntitle: Ships\n# And another one',
  'description: >- # folded\n  Ships #1 to #40',
  'updated: 2026-11-23 # the second reading',
  'themes: [trade] # the main one',
  'themes:\n  - trade # the main one\n  - ports # the other',
  'draft: false # for now',
])('of an article `%s` has at most comments', (matter) => {
  expect(cutsOf(ArticleMatter, article(matter))).toEqual([]);
});

test('in lists, maps and other documents words can be lost as well', () => {
  const page =
    'title: "a"\ndescription: "b"\naliases:\n  Almar Port:\n    - Almar # the port\n    - Port #2\nnames: true # all';
  expect(cutsOf(PageMatter, page)).toEqual([
    ['aliases.Almar Port.0', '# the port', 5],
    ['aliases.Almar Port.1', '#2', 6],
  ]);
  const theme = 'title: "a"\ndescription: "b"\nlabel: Trade #1\norder: 1 # first\nreading:\n  - grain # first';
  expect(cutsOf(ThemeMatter, theme)).toEqual([['label', '#1', 3]]);
});

test('of a record only values that allow free words lose some', () => {
  const csl = {
    issued: '{ known: inferred, value: "2014", note: "Read." }',
    URL: '\n    known: inferred\n    value: https://harbour.example/a # as printed\n    note: Printed # on page 2',
    author: '\n    known: inferred\n    note: "Read."\n    value:\n      - literal: Office #3',
    language: '\n    known: inferred # read\n    value: en # all of it\n    note: "Read."',
  };
  const more = `status: current # for now
display: full # it is short
voice: Office #3 of the port
notes:
  - Line 3 is cut # by the copy
regions:
  - kind: furniture # of the copy
    lines:
      - 3 # page
      - "5-6" # marks
    reason: Page mark #3
errata:
  - line: 4 # the last
    printed: 'clan # x
    certainty: certain # as line 9 says
    note: Read # again
coverage: complete # since May`.replace("'clan # x", 'c1an # x');
  const record = recordOf('memo', more, csl).replace('reviewed: 2026-11-23', 'reviewed: 2026-11-23 # twice');
  expect(cutsOf(SourceRecord, record).map(([path]) => path)).toEqual([
    'csl.author.value.0.literal',
    'csl.URL.note',
    'voice',
    'notes.0',
    'regions.0.reason',
    'errata.0.printed',
    'errata.0.note',
  ]);
});
