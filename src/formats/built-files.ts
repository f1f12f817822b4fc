/** Files that are written once all pages are there, by their paths. */
export const BUILT_FILES = {
  sitemap: '/sitemap-index.xml',
  /** `@astrojs/sitemap` begins another one after 45,000 pages. */
  firstSitemap: '/sitemap-0.xml',
  integrity: '/integrity.json',
} as const;
