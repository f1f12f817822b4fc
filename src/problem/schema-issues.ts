import type { z } from 'zod';
import type { Place } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import type { YamlText } from '#text/yaml.ts';

/** One thing that a schema does not allow, in words, at its place in the YAML text. */
export interface SchemaIssue {
  /** The path to the value, such as `csl.title.words`; empty for the text as a whole. */
  readonly path: string;
  readonly issue: string;
  readonly place: Place;
}

/**
 * Say what a schema found wrong with a YAML text: an unknown key is named at the key, with the known key it was likely
 * meant to be; a missing one at its parent.
 *
 * @param keys The keys that the schema knows on any level.
 */
export function schemaIssues(
  issues: readonly z.core.$ZodIssue[],
  yaml: YamlText,
  keys: Iterable<string>,
): SchemaIssue[] {
  return issues.flatMap((issue): SchemaIssue[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        const [near] = suggest(key, keys);
        const meant = near && near !== key ? `; did you mean \`${near}\`?` : '';
        return { path: path.join('.'), issue: `Unexpected key \`${key}\`${meant}`, place: yaml.placeAt(path, 'key') };
      });
    }
    return [{ path: issue.path.join('.'), issue: issue.message, place: yaml.placeAt(issue.path) }];
  });
}
