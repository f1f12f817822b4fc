import { expect, test } from 'vitest';
import { joinSitemaps } from '#formats/sitemap.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
const mapOf = (...paths: string[]) =>
  `${HEAD}${paths.map((path) => `<url><loc>https://a.example${path}</loc></url>`).join('')}</urlset>`;
const INDEX = '<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="s">';
const named = (number: number) => `<sitemap><loc>https://a.example/sitemap-${number}.xml</loc></sitemap>`;
const index = `${INDEX}${named(0)}</sitemapindex>`;

test('sitemaps are joined in the order of their addresses, each once', () => {
  expect([...joinSitemaps([mapOf('/', '/b/10/', '/c/'), mapOf('/', '/b/9/', '/B/')], index)]).toEqual([
    ['sitemap-index.xml', index],
    ['sitemap-0.xml', mapOf('/', '/B/', '/b/9/', '/b/10/', '/c/')],
  ]);
});

test('a large sitemap is divided into files that the index names', () => {
  const paths = Array.from({ length: 45_001 }, (_, number) => `/${number}/`);
  const files = joinSitemaps([mapOf(...paths.slice(0, 30_000)), mapOf(...paths.slice(20_000))], index);
  expect([...files.keys()]).toEqual(['sitemap-index.xml', 'sitemap-0.xml', 'sitemap-1.xml']);
  expect(files.get('sitemap-index.xml')).toBe(`${INDEX}${named(0)}${named(1)}</sitemapindex>`);
  expect(files.get('sitemap-1.xml')).toBe(mapOf('/45000/'));
});
