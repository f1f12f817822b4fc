import { z } from 'zod';
import { faultOfAddress, ownAddresses } from './addresses.ts';
import { isListed, readJson } from './heads.ts';
import { addressOf } from './links.ts';
import { type Fault, type Findings, fileAt, type Site } from './site.ts';

const Manifest = z.looseObject({ name: z.string(), icons: z.array(z.looseObject({ src: z.string() })).min(1) });

/** Sitemap, feed, `llms.txt`, `robots.txt` and manifest name all that they are for, and nothing that is not there. */
export function checkListings(site: Site): Findings {
  const faults: Fault[] = [];
  const read = (file: string) => site.files.get(file)?.toString('utf8') ?? '';
  const compare = (where: string, named: readonly string[], expected: readonly string[]) => {
    const [had, wanted] = [new Set(named), new Set(expected)];
    if (had.size < named.length) faults.push({ where, fact: 'something is named twice' });
    faults.push(
      ...[...wanted.difference(had)].map((address) => ({ where, fact: `\`${address}\` is not named` })),
      ...[...had.difference(wanted)].map((address) => ({ where, fact: `\`${address}\` is named` })),
    );
  };

  const maps = elementsOf(read('sitemap-index.xml'), 'loc');
  const mapped = maps.flatMap((address) => elementsOf(read(fileAt(site, address)), 'loc'));
  const listed = [...site.pages.values()].filter(isListed).map((page) => `${site.home}${addressOf(page)}`);
  compare('sitemap-index.xml', mapped, listed);
  compare('robots.txt', ownAddresses(site, read('robots.txt')), [`${site.home}/sitemap-index.xml`]);

  const articles = [...site.pages.keys()].flatMap((file) => /^(articles\/[^/]+\/)index\.html$/.exec(file)?.[1] ?? []);
  const entries = [...read('atom.xml').matchAll(/<entry>.*?<\/entry>/gs)].map(([entry]) => entry);
  const inFeed = entries.flatMap((entry) => elementsOf(entry, 'id'));
  const all = articles.map((path) => `${site.home}/${path}`);
  compare('atom.xml', inFeed, all);
  const twins = ownAddresses(site, read('llms.txt')).filter((address) => address.includes('/articles/'));
  compare(
    'llms.txt',
    twins,
    articles.map((path) => `${site.home}/${path.slice(0, -1)}.md`),
  );

  const manifest = Manifest.safeParse(readJson(read('manifest.webmanifest')));
  if (!manifest.success) faults.push({ where: 'manifest.webmanifest', fact: 'it is no manifest' });
  for (const { src } of manifest.data?.icons ?? []) {
    const fact = faultOfAddress(site, src, 'manifest.webmanifest');
    if (fact !== undefined) faults.push({ where: 'manifest.webmanifest', fact });
  }
  return {
    counts: {
      'pages in the sitemap': mapped.length,
      'articles in the feed': entries.length,
      'articles in llms.txt': twins.length,
    },
    faults,
  };
}

function elementsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text = '']) => text);
}
