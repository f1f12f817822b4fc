import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from '#cli/schemas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test.for([...jsonSchemas()])('%s is what `npm run schemas` writes', ([file, schema]) => {
  expect(read(file)).toBe(schema);
});

test('every schema that the settings name exists', () => {
  const { 'yaml.schemas': schemas } = JSON.parse(read('.vscode/settings.json'));
  expect(Object.keys(schemas).sort()).toEqual([...jsonSchemas().keys()].sort());
  const sites = [root, join(root, 'tests/second-site')];
  for (const files of Object.values<string>(schemas))
    expect(sites.flatMap((cwd) => globSync(files, { cwd }))).not.toEqual([]);
});

test.for(Object.entries<string>(JSON.parse(read('.vscode/settings.json'))['yaml.schemas']))(
  '%s takes every file that it is bound to, and no unknown key',
  ([schema, files]) => {
    const validator = z.fromJSONSchema(JSON.parse(read(schema)));
    for (const file of globSync(files, { cwd: root })) {
      const text = read(file);
      const value = parse(file.endsWith('.mdx') ? (text.split('\n---\n')[0] ?? '') : text);
      expect([file, validator.safeParse(value).error]).toEqual([file, undefined]);
      expect(validator.safeParse({ ...value, extra: 1 }).success).toBe(false);
    }
  },
);

/** What their names say. */
const SELF_EVIDENT = ['title', 'value', 'words', 'family', 'given', 'literal'];

test('every key says in the schema what it is for', () => {
  const silent = (schema: unknown, path: string): string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const { properties = {}, ...rest } = schema as { properties?: Record<string, { description?: string }> };
    return [
      ...Object.entries(properties).flatMap(([key, value]) => [
        ...(value.description === undefined && !SELF_EVIDENT.includes(key) ? [`${path}.${key}`] : []),
        ...silent(value, `${path}.${key}`),
      ]),
      ...Object.values(rest).flatMap((value) =>
        (Array.isArray(value) ? value : [value]).flatMap((each) => silent(each, path)),
      ),
    ];
  };
  for (const [file, schema] of jsonSchemas()) expect(silent(JSON.parse(schema), file)).toEqual([]);
});
