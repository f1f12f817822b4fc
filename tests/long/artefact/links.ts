import { faultOfAddress, ownAddresses } from './addresses.ts';
import { attribute, type Element, type Page, textOf, wordsOf } from './page.ts';
import type { Fault, Findings, Site } from './site.ts';

const ADDRESSES = [
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'xlink:href',
  'background',
  'manifest',
];
/** Attributes whose value is one id of the same page, or several. */
const IDS = [
  ...[
    'for',
    'form',
    'list',
    'headers',
    'popovertarget',
    'commandfor',
    'itemref',
    'aria-labelledby',
    'aria-describedby',
  ],
  ...['aria-controls', 'aria-owns', 'aria-flowto', 'aria-details', 'aria-errormessage', 'aria-activedescendant'],
];
const TEXTS = /\.(?:txt|md|xml|json|jsonld|webmanifest|bib|ris)$/;
/** How addresses from the root of the host are written in files that are no pages. */
const FROM_ROOT: readonly (readonly [file: RegExp, address: RegExp])[] = [
  // A text in JSON may begin with a slash, but not a word.
  [/\.(?:json|jsonld|webmanifest)$/, /(?<=")\/[^"\\\s]*(?=")/g],
  // A slash alone is also a key of the keyboard. The search program is a package that finds its own place.
  [/^_astro\/.*\.js$/, /(?<=["'`])\/[\w-][\w./-]*(?=["'`])/g],
  [/\.html$/, /(?<=http-equiv="refresh" content="0;url=)[^"]*/g],
];

/**
 * Every address in every page, style sheet and text file leads somewhere, ids are unique, and what names an id has it.
 */
export function checkLinks(site: Site): Findings {
  const faults: Fault[] = [];
  let [links, ids, references] = [0, 0, 0];
  const follow = (file: string, addresses: readonly string[]) => {
    for (const address of addresses) {
      links += 1;
      const fact = faultOfAddress(site, address, file);
      if (fact !== undefined) faults.push({ where: file, fact });
    }
  };
  for (const page of site.pages.values()) {
    follow(
      page.file,
      page.elements.flatMap((element) => addressesOf(site, element)),
    );
    for (const [id, elements] of page.withId) {
      ids += 1;
      const where = `${page.file}#${id}`;
      if (elements.length > 1) faults.push({ where, fact: `the id is there ${elements.length} times` });
      if (/\s|^$/.test(id)) faults.push({ where, fact: 'the id is empty or has white space in it' });
    }
    const named = page.elements.flatMap(idsNamedBy);
    references += named.length;
    faults.push(
      ...named.flatMap((id) =>
        page.withId.has(id) ? [] : { where: page.file, fact: `\`${id}\` is named, and not there` },
      ),
    );
    if (page.elements.some(({ tagName }) => tagName === 'base'))
      faults.push({ where: page.file, fact: 'a base moves all links' });
  }
  for (const [file, bytes] of site.files) {
    for (const [files, address] of FROM_ROOT) {
      if (files.test(file)) follow(file, bytes.toString('utf8').match(address) ?? []);
    }
    if (file.endsWith('.css')) follow(file, addressesInStyle(bytes.toString('utf8')));
    // The served texts are the words of others: an address in them is not a link.
    else if (TEXTS.test(file) && !/^sources\/[^/]+\.txt$/.test(file))
      follow(file, ownAddresses(site, bytes.toString('utf8')));
  }
  for (const path of site.files.get('_headers')?.toString('utf8').match(/^\/.*/gm) ?? []) {
    const pattern = new RegExp(`^${RegExp.escape(path).replaceAll('\\*', '.*')}$`);
    const { pathname } = new URL(`${site.home}/`);
    if (![...site.files.keys()].some((file) => pattern.test(pathname + file)))
      faults.push({ where: '_headers', fact: `\`${path}\` is no file of the site` });
  }
  return { counts: { 'links and addresses': links, ids, 'references to ids': references }, faults };
}

function addressesOf(site: Site, element: Element): string[] {
  const { tagName } = element;
  if (tagName === 'style') return addressesInStyle(textOf(element));
  if (tagName === 'script') return [...ownAddresses(site, textOf(element)), ...values(element, ['src'])];
  if (tagName === 'meta') return values(element, ['content']).flatMap((content) => ownAddresses(site, content));
  const sets = values(element, ['srcset', 'imagesrcset', 'ping']);
  // Scripts fetch what such attributes name.
  const fetched = element.attrs.flatMap(({ name, value }) => (/^data-/.test(name) && /^\//.test(value) ? value : []));
  return [
    ...values(element, ADDRESSES),
    ...fetched,
    ...sets.flatMap((set) => set.split(',').flatMap((candidate) => wordsOf(candidate).slice(0, 1))),
    ...values(element, ['style']).flatMap(addressesInStyle),
  ];
}

function values(element: Element, names: readonly string[]): string[] {
  return names.flatMap((name) => attribute(element, name) ?? []);
}

function addressesInStyle(css: string): string[] {
  // A rule for links names their addresses.
  const selected = [...css.matchAll(/\[href\^?=["']?(\/[^"'\]]*)/g)].map(([, address = '']) => address);
  const quoted = /@import\s+["']([^"']+)|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)/g;
  const named = [...css.replace(/\/\*.*?\*\//gs, '').matchAll(quoted)]
    .map((match) => match.slice(1).find((group) => group !== undefined) ?? '')
    .filter((address) => !address.startsWith('data:'));
  return [...named, ...selected];
}

/** Ids named by attributes of their own, and as `url(#…)` in those of drawings. */
function idsNamedBy(element: Element): string[] {
  const listed = values(element, IDS).flatMap(wordsOf);
  const drawn = element.attrs.flatMap(({ value }) => [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id));
  return [...listed, ...drawn];
}

/** The address of a page, from the root. */
export function addressOf({ file }: Pick<Page, 'file'>): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}
