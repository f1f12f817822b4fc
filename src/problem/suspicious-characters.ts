import { indexLines, type Place, placeOf } from '#text/location.ts';
import { findSuspicious, findSuspiciousReferences } from '#text/suspicious.ts';
import type { Fact, Problem } from './problem.ts';

/** A value read from a file, with escapes decoded. */
interface ReadValue {
  readonly words: string;
  readonly place: Place;
}

/**
 * Report suspicious characters of a file: one problem for each character, at its first place.
 *
 * @param values What was read from YAML, where `"\u202E"` is such a character; only called if the text has escapes.
 */
export function suspiciousCharacters(
  text: string,
  file: string,
  within: (Fact & { ruleId: 'source-suspicious-character' })['within'],
  values: () => readonly ReadValue[] = () => [],
): Problem[] {
  const lines = indexLines(text);
  const inText = [...findSuspicious(text), ...(within === 'document' ? findSuspiciousReferences(text) : [])];
  const found = inText.map(({ name, kind, ...span }) => ({ name, kind, place: placeOf(lines, span) }));
  const known = new Set(found.map(({ name }) => name));
  const inValues = (ESCAPE.test(text) ? values() : []).flatMap(({ words, place }) =>
    findSuspicious(words)
      .filter(({ name }) => !known.has(name))
      .map(({ name, kind }) => ({ name, kind, place })),
  );
  return [...Map.groupBy([...found, ...inValues], ({ name }) => name).values()].flatMap((all) =>
    all.slice(0, 1).map(({ name: character, kind, place }): Problem => {
      return { ruleId: 'source-suspicious-character', character, kind, within, times: all.length, file, place };
    }),
  );
}

const ESCAPE = /\\(?!["\\])/;

/** All keys and strings in a value read from YAML, each at the place of its key. */
export function textsOf(
  value: unknown,
  placeAt: (path: readonly PropertyKey[]) => Place,
  path: readonly PropertyKey[] = [],
): ReadValue[] {
  if (typeof value === 'string') return [{ words: value, place: placeAt(path) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [
    { words: key, place: placeAt(path) },
    ...textsOf(inside, placeAt, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}
