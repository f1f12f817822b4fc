import type { z } from 'zod';
import type { Problem, SettingsFault } from '#problem/problem.ts';
import { cutValues, schemaIssues } from '#problem/schema-issues.ts';
import type { Place } from '#text/location.ts';
import { readYaml, type YamlText } from '#text/yaml.ts';

/** A file of settings that can be read. */
interface Settings<Data> extends Pick<YamlText, 'placeAt'> {
  readonly data: Data;
  /** Words that may be lost. */
  readonly problems: readonly Problem[];
}

/**
 * Read a file of settings, or what is wrong with it. A file with comments alone has no value.
 *
 * @param keys The keys that the schema knows on any level.
 */
export function readSettings<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  keys: readonly string[],
): Settings<z.output<Schema>> | { readonly data: undefined; readonly problems: readonly Problem[] } {
  const toProblem = (fault: SettingsFault & { readonly place: Place }) => settingsInvalid(file, fault);
  const yaml = readYaml(text);
  if (yaml.errors.length > 0) return { data: undefined, problems: yaml.errors.map(toProblem) };
  const { data, error } = schema.safeParse(yaml.value ?? {});
  if (error) return { data: undefined, problems: schemaIssues(error.issues, yaml, keys).map(toProblem) };
  return { data, placeAt: yaml.placeAt, problems: cutValues(schema, yaml).map(toProblem) };
}

export function settingsInvalid(
  file: string,
  { place, ...fault }: SettingsFault & { readonly place: Place | undefined },
): Problem {
  return { ruleId: 'settings-invalid', ...fault, file, place };
}
