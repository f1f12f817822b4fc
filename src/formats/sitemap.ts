/** As many as one file of a sitemap has at most; `@astrojs/sitemap` begins another one then. */
const MOST = 45_000;

/**
 * Join the sitemaps of sites that have the same origin, in the order and form of `@astrojs/sitemap`. Returns the texts
 * of the files, by name: the index, and what it names.
 *
 * @param maps Texts of files `sitemap-0.xml`, `sitemap-1.xml` and so on, of at least one site.
 *
 * @param index The text of a `sitemap-index.xml` of one of them.
 */
export function joinSitemaps(maps: readonly string[], index: string): ReadonlyMap<string, string> {
  const entries = new Set(
    maps.flatMap((map) =>
      map
        .split('<url>')
        .slice(1)
        .map((rest) => upTo(rest, '</url>')),
    ),
  );
  // The address comes first.
  const addressOf = (entry: string) => upTo(entry, '</loc>');
  const sorted = [...entries].sort((a, b) => addressOf(a).localeCompare(addressOf(b), 'en', { numeric: true }));
  const head = upTo(maps.join(), '<url>');
  const files = Array.from({ length: Math.ceil(sorted.length / MOST) }, (_, number): [string, string] => [
    `sitemap-${number}.xml`,
    `${head}${sorted
      .slice(number * MOST, (number + 1) * MOST)
      .map((entry) => `<url>${entry}</url>`)
      .join('')}</urlset>`,
  ]);
  const before = upTo(index, '<sitemap>');
  const named = `${upTo(index.slice(before.length), '</sitemap>')}</sitemap>`;
  const names = files.map(([name]) => named.replace('sitemap-0.xml', name));
  return new Map([['sitemap-index.xml', `${before}${names.join('')}</sitemapindex>`], ...files]);
}

function upTo(text: string, end: string): string {
  return text.slice(0, text.indexOf(end));
}
