import type { z } from 'zod';
import type { Place } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import type { YamlText } from '#text/yaml.ts';
import type { YamlFault } from './problem.ts';

/** What other programs call some of our keys. */
const USUAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ['name', 'headline'],
  description: ['summary', 'excerpt', 'abstract', 'subtitle'],
  themes: ['tags', 'categories', 'category', 'topics'],
  updated: ['date', 'modified', 'lastmod', 'published'],
  asOf: ['as-of', 'as_of'],
};

/** One thing that a schema does not allow, at its place in the text. */
export type SchemaIssue = YamlFault & { readonly place: Place };

/**
 * What a schema finds wrong with keys and values, such as YAML: an unknown key at the key, with the known one it is
 * most like; a missing key at its parent. A required key that is misspelt is unknown, and not missing as well.
 *
 * @param keys The keys that the schema knows on any level.
 */
export function schemaIssues(
  issues: readonly z.core.$ZodIssue[],
  yaml: Pick<YamlText, 'value' | 'placeAt'>,
  keys: readonly string[],
): SchemaIssue[] {
  // `title:` alone has the value null.
  const isMissing = ({ path }: z.core.$ZodIssue) => (valueAt(yaml.value, path) ?? undefined) === undefined;
  const missing = new Set(issues.filter(isMissing).map(({ path }) => path.join('.')));

  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  const misspelt = unknown.map((path): SchemaIssue => {
    const key = String(path.at(-1));
    const beside = (name: string) => [...path.slice(0, -1), name].join('.');
    const candidates = keys.filter((name) => missing.has(beside(name)));
    const usual = candidates.filter((name) => USUAL_NAMES[name]?.includes(key));
    const absent = usual.length > 0 ? usual : suggest(key, candidates);
    for (const name of absent.slice(0, 1)) missing.delete(beside(name));
    // A known key may be in the wrong place.
    const [near] = absent.length > 0 ? absent : suggest(key, keys).filter((name) => name !== key);
    const suggestions = near === undefined ? [] : [near];
    return { fault: 'key-unknown', path: path.join('.'), suggestions, keys, place: yaml.placeAt(path, 'key') };
  });

  const others = issues.flatMap((issue): SchemaIssue[] => {
    const path = issue.path.join('.');
    const place = yaml.placeAt(issue.path);
    if (issue.code === 'unrecognized_keys') return [];
    if (isMissing(issue)) return missing.has(path) ? [{ fault: 'key-missing', path, place }] : [];
    return issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
      ? [{ fault: 'type', path, expected: issue.expected, place }]
      : [{ fault: 'value', path, said: issue.message, place }];
  });

  return [...misspelt, ...others];
}

/**
 * The values of a valid text that end at a ` #` although the schema would also allow what follows, as in
 * `title: Ships #1`: nobody can tell whether words were lost. In `display: full # all of it` they can only be a comment.
 */
export function cutValues(schema: z.ZodType, { value, cuts }: Pick<YamlText, 'value' | 'cuts'>): SchemaIssue[] {
  return cuts.flatMap(({ path, whole, comment, place }): SchemaIssue[] => {
    // A parser of addresses would take whatever follows one for a part of it.
    if (/^https?:\S+\s/.test(whole)) return [];
    const issues = schema.safeParse(replaceAt(value, path, whole)).error?.issues ?? [];
    // A text that would be too long is a text all the same.
    const isText = issues.every(({ code }) => code === 'too_big');
    return isText ? [{ fault: 'cut', path: path.join('.'), comment, place }] : [];
  });
}

/** A copy of a value with another one at `path`. */
function replaceAt(value: unknown, [key, ...path]: readonly PropertyKey[], replacement: string): unknown {
  if (key === undefined) return replacement;
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
  copy[key] = replaceAt(copy[key], path, replacement);
  return copy;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((found, key) => Reflect.get(Object(found), key), value);
}
