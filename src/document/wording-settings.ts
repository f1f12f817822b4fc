import { z } from 'zod';
import type { Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import type { Wording } from '#statement/wording.ts';
import { suggest } from '#text/suggest.ts';
import { text } from './front-matter.ts';
import { readSettings, settingsInvalid } from './settings.ts';

/** Where a project says how its sentences may not be worded. Without this file no wording is a problem. */
export const WORDING_FILE = 'content/wording.yaml';

const Mistake = z.strictObject({
  pattern: text('a pattern such as `SkyStriker drones?`')
    .refine(isPattern, { error: 'Expected a regular expression that JavaScript can read' })
    .describe('What no sentence may say: a regular expression. Capitals do not matter, unless it has some.'),
  source: text('the id of a source').describe('The id of the source that it misreads.'),
  line: z
    .number()
    .int()
    .min(1, { error: 'Expected a line, from 1' })
    .describe('The line of that source, from 1, with the words that were misread.'),
  citing: z.boolean().default(false).describe('`true`: only in statements that cite that line. Otherwise anywhere.'),
  reason: text('the reason: editors see it').describe('Why it is wrong, in one clause; editors see it.'),
});

/** Content of `content/wording.yaml`. */
export const WordingSettings = z.strictObject({
  borrowed: z
    .number()
    .int()
    .min(4, { error: 'Expected at least 4 words: fewer are shared by chance' })
    .optional()
    .describe('So many words in a row shared with a source, outside quotation marks, are borrowed.'),
  mistakes: z.array(Mistake).default([]).describe('What is easily misread in the sources.'),
});

/** Read `content/wording.yaml`, or what is wrong with it. */
export function readWording(
  yamlText: string | undefined,
  sources: ReadonlyMap<string, Source | undefined>,
): { readonly wording: Wording; readonly problems: readonly Problem[] } {
  const none: Wording = { borrowed: undefined, mistakes: [] };
  if (yamlText === undefined) return { wording: none, problems: [] };
  const keys = [...Object.keys(WordingSettings.shape), ...Object.keys(Mistake.shape)];
  const settings = readSettings(WORDING_FILE, yamlText, WordingSettings, keys);
  if (!settings.data || settings.problems.length > 0) return { wording: none, problems: settings.problems };
  const { data, placeAt } = settings;

  const problems = data.mistakes.flatMap(({ source: sourceId, line }, index): Problem[] => {
    const placeOf = (key: string) => placeAt(['mistakes', index, key]);
    if (!sources.has(sourceId)) {
      const suggestions = suggest(sourceId, sources.keys());
      return [settingsInvalid(WORDING_FILE, { fault: 'source', sourceId, suggestions, place: placeOf('source') })];
    }
    // The lines of a source that cannot be read are unknown: it has a problem of its own.
    const count = sources.get(sourceId)?.lines.length ?? line;
    if (line <= count) return [];
    return [settingsInvalid(WORDING_FILE, { fault: 'line', sourceId, line, count, place: placeOf('line') })];
  });
  if (problems.length > 0) return { wording: none, problems };
  const mistakes = data.mistakes.map(({ pattern, source: sourceId, ...mistake }) => {
    return { ...mistake, sourceId, pattern: new RegExp(pattern, hasCapitals(pattern) ? 'u' : 'iu') };
  });
  return { wording: { borrowed: data.borrowed, mistakes }, problems: [] };
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Capitals to be found, unlike those of escapes such as `\p{Lu}` and `\W`. */
function hasCapitals(pattern: string): boolean {
  return /\p{Lu}/u.test(pattern.replace(/\\p\{[^}]*\}|\\./gu, ''));
}
