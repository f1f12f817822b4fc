import { z } from 'zod';
import { addressOf } from './links.ts';
import { attribute, type Page, textOf } from './page.ts';
import type { Fault, Findings, Site } from './site.ts';

const Data = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.string(),
  url: z.string().optional(),
});

/** What each page says of itself: language, title, description, its own address, and data that agree with it. */
export function checkHeads(site: Site): Findings {
  const faults: Fault[] = [];
  const titles = new Map<string, string>();
  let data = 0;
  for (const page of site.pages.values()) {
    const fault = (fact: string) => faults.push({ where: page.file, fact });
    const all = (tagName: string) => page.elements.filter((element) => element.tagName === tagName);
    const [html] = all('html');
    if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test((html && attribute(html, 'lang')) ?? ''))
      fault('the page has no language');
    // Drawings have titles of their own.
    const title = all('title')
      .filter(({ namespaceURI }) => namespaceURI.endsWith('xhtml'))
      .map(textOf)
      .join();
    if (title.trim() === '') fault('the page has no title');
    const other = titles.get(title);
    if (other !== undefined) fault(`the page has the title of ${other}`);
    titles.set(title, page.file);
    if (metaOf(page, 'description').trim() === '') fault('the page has no description');
    for (const tagName of ['main', 'h1'])
      if (all(tagName).length !== 1) fault(`the page has ${all(tagName).length} ${tagName}`);

    const canonical = all('link').flatMap((link) =>
      attribute(link, 'rel') === 'canonical' ? attribute(link, 'href') : [],
    );
    const own = `${site.home}${addressOf(page)}`;
    if (isListed(page) && canonical.join() !== own) fault('the page does not name its own address');
    if (!isListed(page) && canonical.length > 0) fault('a page that is not to be listed names an address for lists');

    for (const script of all('script').filter((element) => attribute(element, 'type') === 'application/ld+json')) {
      data += 1;
      const { success, data: said } = Data.safeParse(readJson(textOf(script)));
      if (!success) fault('the data of the page are not of schema.org');
      else if (said.url !== undefined && said.url !== own) fault('the data of the page name another address');
    }
  }
  return { counts: { pages: site.pages.size, 'pages with data': data }, faults };
}

/** May search engines list the page? */
export function isListed(page: Page): boolean {
  return !metaOf(page, 'robots').includes('noindex');
}

function metaOf(page: Page, name: string): string {
  const meta = page.elements.find((element) => element.tagName === 'meta' && attribute(element, 'name') === name);
  return (meta && attribute(meta, 'content')) ?? '';
}

/** Read JSON; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
