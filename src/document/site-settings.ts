import { z } from 'zod';
import type { Problem } from '#problem/problem.ts';
import type { Place } from '#text/location.ts';
import { text } from './front-matter.ts';
import { readSettings } from './settings.ts';

/** Where a project says what its site is called, where it is published and what it looks like. */
export const SITE_FILE = 'content/site.yaml';

/** An address on the site, from its root and without its base path. */
const Page = z.string().regex(/^\/(?:[^\s/?#]+\/)*$/, {
  error: 'Expected the address of a page, from the root of the site, such as `/articles/oil-supplies/`',
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
    .regex(/^\/(?:[\w.~-]+\/)*$/, { error: 'Expected a path with `/` at both ends, such as `/repo/`' })
    .default('/')
    .describe('The path below the address where the site begins, such as `/repo/`. Documents link without it.'),
  tagline: text('a few words on the subject')
    .optional()
    .describe('The subject in a few words: after the name in the title of the home page, and in previews.'),
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
});

/** The settings of a site. Plain data. */
export interface Site extends Readonly<z.output<typeof SiteSettings>> {}

/** Without a file of settings: a whole site, not yet ready to be published. */
const UNSET = SiteSettings.parse({ name: 'A site without a name', address: 'https://site.example' });

export interface SiteReading {
  readonly site: Site;
  /** The places of the old addresses. */
  readonly placeOfMove: (from: string) => Place | undefined;
  readonly problems: readonly Problem[];
}

/** Read `content/site.yaml`, or what is wrong with it. */
export function readSite(yamlText: string | undefined): SiteReading {
  const none = { site: UNSET, placeOfMove: () => undefined };
  if (yamlText === undefined) return { ...none, problems: [] };
  const { data, ...read } = readSettings(SITE_FILE, yamlText, SiteSettings, Object.keys(SiteSettings.shape));
  if (!data || !('placeAt' in read)) return { ...none, problems: read.problems };
  return { site: data, placeOfMove: (from) => read.placeAt(['moved', from]), problems: read.problems };
}

/** Is it an address that nobody can have (RFC 2606 and 6761)? */
export function isPlaceholder(address: string): boolean {
  const name = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/;
  return name.test(new URL(address).hostname);
}
