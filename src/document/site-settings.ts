import { z } from 'zod';
import type { Problem } from '#problem/problem.ts';
import type { Place } from '#text/location.ts';
import { text } from './front-matter.ts';
import { MapSettings, Places } from './map-settings.ts';
import { readSettings } from './settings.ts';

/** Where a project says what its site is called, where it is published and what it looks like. */
export const SITE_FILE = 'content/site.yaml';

/** The address of a page, from the root of the site and without its base path. */
const Page = z.string().regex(/^\/(?:[^\s/?#]+\/)*$/, {
  error: 'Expected the address of a page, from the root of the site, such as `/articles/harbor-dues/`',
});

const Home = z.strictObject({
  claim: text('a sentence or two')
    .default('Every statement has a footnote; every footnote opens the original text at the very words it rests on.')
    .describe('The first lines of the home page.'),
  below: text('a line').optional().describe('A line beside the figures of what the articles rest on.'),
  picture: z
    .string()
    .regex(/^\/\S+$/, { error: 'Expected a path from the root, such as `/home.svg`' })
    .optional()
    .describe('A square picture, with the waterline at 4 elevenths of its height: `/home.svg` is `public/home.svg`.'),
});

const License = z.strictObject({
  name: text('the license').describe('The license in a few words.'),
  url: z
    .url({ protocol: /^https?$/, error: 'Expected an address such as `https://harbor.example/license`' })
    .optional()
    .describe('Where the license can be read.'),
});

/** Not as a pattern: JSON Schemas would have it without its flag. */
const lettersOnly = (pattern: RegExp, error: string) =>
  z.string().refine((written) => pattern.test(written), { error });

const Nouns = z.array(lettersOnly(/^\p{Ll}+$/u, 'Expected a noun in small letters, such as `letters`')).default([]);

const Counts = z.strictObject({
  texts: Nouns.describe('Besides `articles` and the like, for sources and their parts: `letters` in `two letters`.'),
  subjects: Nouns.describe('Besides `countries` and the like, for what the site is about: `ports` in `the two ports`.'),
});

/** Content of `content/site.yaml`. */
export const SiteSettings = z.strictObject({
  name: text('the name of the site').describe('What the site is called: in titles, feeds and previews.'),
  address: z
    .string()
    .refine((url) => URL.canParse(url) && /^https?:\/\/[^\s/?#@]+\/?$/i.test(url), {
      error: 'Expected `https://` and a host, such as `https://harbor.example`; a path goes into `base`',
    })
    .transform((url) => new URL(url).href)
    .describe('Where the site is published: `https://` and a host, without a path.'),
  base: z
    .string()
    .regex(/^\/(?:(?!\.+\/)[\w.~-]+\/)*$/, { error: 'Expected a path with `/` at both ends, such as `/repo/`' })
    .default('/')
    .describe('The path below the address where the site begins, such as `/repo/`. Documents link without it.'),
  language: z
    .string()
    .regex(/^en(?:-[A-Z]{2})?$/, { error: 'Expected `en`, `en-GB` or the like: the rules read English alone' })
    .default('en')
    .describe('The language of the documents, BCP 47: English, of whatever country.'),
  tagline: text('a few words on the subject')
    .optional()
    .describe('The subject in a few words: in the title of the home page, in previews and in the feed.'),
  home: Home.prefault({}).describe('What the home page has besides `content/pages/home.mdx`.'),
  method: Page.optional().describe('The page on how citations are checked. Without one, the list of rules.'),
  license: License.optional().describe('On what terms others may use the site: at the foot of every page.'),
  report: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/\S+)$/, {
      error: 'Expected `mailto:` and an address, or the address of a form for issues',
    })
    .optional()
    .describe(
      'Where readers report errors: `mailto:` and an address, or a form for issues. Without one, pages offer nothing.',
    ),
  moved: z
    .record(Page, Page)
    .default({})
    .describe('Addresses that the site once had, each with the page that its readers are led to.'),
  maps: z
    .array(MapSettings)
    .max(4, { error: 'Expected at most four maps: they stand in a row' })
    .default([])
    .describe('The maps of pages of names: one with everything, then details, each outlined on the first.'),
  places: Places.prefault({}).describe(
    'Where places are that have an entry on a page of names: general geography, on which no sentence rests.',
  ),
  letters: z
    .record(
      z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, { error: 'Expected a language, BCP 47, such as `tr`' }),
      lettersOnly(/^\p{L}+$/u, 'Expected letters in a row, such as `ğı`'),
    )
    .default({})
    .describe('By language, BCP 47: letters that only it has of the languages here. They mark a word as one of its.'),
  spellings: z
    .record(text('a word'), z.array(text('another spelling, or a word for the same thing')).min(1))
    .default({})
    .describe('By word of the site: what readers may search for instead, such as other spellings.'),
  counts: Counts.prefault({}).describe(
    'Nouns, in the plural, by which sentences count what no passage needs to count.',
  ),
});

/** The settings of a site. Plain data. */
export interface Site extends Readonly<z.output<typeof SiteSettings>> {}

/** Without a file of settings: a whole site, not yet ready to be published. */
const UNSET = SiteSettings.parse({ name: 'A site without a name', address: 'https://site.example' });

/** The keys of all levels. */
const KEYS = [SiteSettings, Home, License, Counts, MapSettings, Places].flatMap(({ shape }) => Object.keys(shape));

export interface SiteReading {
  readonly site: Site;
  /** Where a setting is in its file. */
  readonly placeAt: (path: readonly PropertyKey[]) => Place | undefined;
  readonly problems: readonly Problem[];
}

/** Read `content/site.yaml`, or what is wrong with it. */
export function readSite(yamlText: string | undefined): SiteReading {
  const none = { site: UNSET, placeAt: () => undefined };
  if (yamlText === undefined) return { ...none, problems: [] };
  const { data, ...read } = readSettings(SITE_FILE, yamlText, SiteSettings, KEYS);
  if (!data || !('placeAt' in read)) return { ...none, problems: read.problems };
  return { site: data, ...read };
}

/** Is it an address that nobody can have (RFC 2606 and 6761)? */
export function isPlaceholder(address: string): boolean {
  const name = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/;
  return name.test(new URL(address).hostname);
}
