import { z } from 'zod';
import { HUE_NAMES } from './hues.ts';

/** A text that is not empty; white space around it is dropped. */
export const text = (what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `Expected ${what}` });

/** The name of an article or theme in its file name and address. Whether there is one is checked with all documents. */
const Slug = z
  .string()
  .regex(/^[^#]+$/, { error: 'Expected the name of a file, such as `harbor-dues`' })
  .meta({ pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$' });

const Description = text('one sentence: readers see it in lists and previews')
  .max(160, { error: 'Expected at most 160 characters: lists and previews cut longer ones' })
  .describe('One sentence, at most 160 characters.');

const Updated = z.iso.date({ error: 'Expected a day such as `2026-11-23`' });

const Draft = z
  .boolean({ error: 'Expected `true` for a draft, or no such key' })
  .optional()
  .describe('`true`: shown in dev only. A draft is checked, but its problems do not stop the build of the others.');

/** Front matter of `content/articles/<slug>.mdx`. */
export const ArticleMatter = z.strictObject({
  title: text('a title'),
  description: Description,
  themes: z
    .array(Slug)
    .min(1, { error: 'Expected at least one theme' })
    .describe('Themes that list the article, the main one first.'),
  asOf: text('words on how far the texts behind the article reach in time').describe(
    'How far the texts behind the article reach in time.',
  ),
  related: z.array(Slug).default([]).describe('Articles to read next.'),
  updated: Updated.describe('The day of the last change of substance, ISO 8601.'),
  draft: Draft,
});
export type ArticleMatter = z.infer<typeof ArticleMatter>;

/** Front matter of `content/themes/<slug>.mdx`. */
export const ThemeMatter = z.strictObject({
  title: text('a title'),
  label: text('the name in navigation').describe('The short name in navigation.'),
  description: Description,
  order: z.number().int().min(1, { error: 'Expected a place, from 1' }).describe('Place among the themes, from 1.'),
  hue: z
    .enum(HUE_NAMES, { error: `Expected one of ${HUE_NAMES.join(', ')}` })
    .optional()
    .describe('The color of the theme. Without one, themes take turns.'),
  reading: z.array(Slug).default([]).describe('Articles in reading order; others of the theme follow by title.'),
  draft: Draft,
});
export type ThemeMatter = z.infer<typeof ThemeMatter>;

/** Front matter of `content/pages/<slug>.mdx`. */
export const PageMatter = z.strictObject({
  title: text('a title'),
  description: Description,
  names: z
    .boolean()
    .default(false)
    .describe(
      'Is each heading of depth 3 the name of a person, body or place? Other documents link to it at first mention.',
    ),
  aliases: z
    .record(z.string(), z.array(text('another form of the name')).min(1))
    .default({})
    .describe('Other forms that the texts use of these names, or of countries: `{ Harbor Office: [HO] }`.'),
  implied: z
    .record(z.string(), z.array(text('words that mean the name')).min(1))
    .default({})
    .describe(
      'Words by which the texts mean a name or a country without naming it: `{ Norway: [Oslo, the Norwegian side] }`.',
    ),
  order: z
    .number()
    .int()
    .min(1, { error: 'Expected a place, from 1' })
    .optional()
    .describe('Place in the menu, from 1. Pages without one come last.'),
  updated: Updated.optional().describe('As that of an article.'),
  draft: Draft,
});
export type PageMatter = z.infer<typeof PageMatter>;

/** The kinds of documents by their folder under `content/`. */
export const MATTER = { articles: ArticleMatter, themes: ThemeMatter, pages: PageMatter } as const;
export type Folder = keyof typeof MATTER;
