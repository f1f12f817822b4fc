import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readSite, SITE_FILE } from '#document/site-settings.ts';
import { framesOf } from '#drawing/frame.ts';

const text = readFileSync(SITE_FILE, 'utf8');

/** The paths of all keys, outer ones first. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = [...path, key];
    return [own, ...pathsOf(inner, own)];
  });
}

test.for(pathsOf(parse(text)).map((path) => [path.join('.'), path] as const))(
  'without `%s` there is one clear problem, or a whole site',
  ([, path]) => {
    const value = parse(text);
    const parent = path.slice(0, -1).reduce((inner, key) => inner[key], value);
    if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
    else delete parent[path.at(-1) ?? ''];
    const { site, problems } = readSite(stringify(value));
    expect(problems.length).toBeLessThan(2);
    if (problems.length === 0) expect(framesOf(site.maps)).toHaveLength(value.maps?.length ?? 0);
  },
);
