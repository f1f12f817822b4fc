import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaIssues } from '#problem/schema-issues.ts';
import { readYaml } from '#text/yaml.ts';

const KEYS = ['id', 'name', 'names', 'csl', 'title', 'titles', 'words'];

/** What a schema finds wrong, as `fault path: what else is known`. */
function issuesOf(schema: z.ZodType, text: string): string[] {
  const yaml = readYaml(text);
  const { error } = schema.safeParse(yaml.value);
  return schemaIssues(error?.issues ?? [], yaml, KEYS).map((issue) => {
    const { fault, path } = issue as { fault: string; path: string };
    const more = 'suggestions' in issue ? issue.suggestions : 'expected' in issue ? [issue.expected] : [];
    return `${fault} ${path}: ${'said' in issue ? issue.said : more.join()}`;
  });
}

const record = z.strictObject({
  id: z.string().optional(),
  names: z.string().optional(),
  name: z.string(),
  csl: z.strictObject({ title: z.string(), titles: z.string() }).optional(),
});

test.for<[name: string, text: string, issues: string[]]>([
  ['a misspelt key that is asked for is unknown, and not missing as well', 'nam: Oil', ['key-unknown nam: name']],
  [
    'of two keys that one may have been, one is still missing',
    'name: Oil\ncsl: { titl: Oil }',
    ['key-unknown csl.titl: title', 'key-missing csl.titles: '],
  ],
  [
    'a key that is missing is named before one that is there, though that is as near',
    'names: Oil\nnamess: Gas',
    ['key-unknown namess: name'],
  ],
  ['a known key at a wrong place is not named itself', 'name: Oil\ntitle: Gas', ['key-unknown title: titles']],
  ['a known key in the wrong place may be like none', 'name: Oil\nwords: Gas', ['key-unknown words: ']],
])('%s', ([, text, issues]) => {
  expect(issuesOf(record, text)).toEqual(issues);
});

test('a schema’s own message is passed on, and a wrong type is named', () => {
  const schema = z.object({
    id: z.string(),
    name: z.string({ error: 'expected a name' }),
    title: z.union([z.literal('Oil'), z.boolean()]),
  });
  expect(issuesOf(schema, 'id: 1\nname: 2\ntitle: 3')).toEqual([
    'type id: string',
    'value name: expected a name',
    'value title: Invalid input',
  ]);
});
