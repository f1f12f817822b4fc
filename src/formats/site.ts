export const SITE_NAME = 'Below the Surface';

/** Where readers report errors: `mailto:` and an address, or a form for issues. Without one, pages offer nothing. */
export const REPORT_ADDRESS: string | undefined = undefined;

/** Where the site is published. */
export const SITE_ADDRESS = 'https://below-the-surface.example/';

/** Files that are written once all pages are there, by their paths. */
export const BUILT_FILES = {
  sitemap: '/sitemap-index.xml',
  /** `@astrojs/sitemap` begins another one after 45,000 pages. */
  firstSitemap: '/sitemap-0.xml',
  integrity: '/integrity.json',
} as const;
