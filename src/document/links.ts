import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isMistaken } from '#citation/lost-reference.ts';
import { nodesOf } from '#citation/nodes.ts';
import type { Fact } from '#problem/problem.ts';
import { withoutBase } from '#text/base-path.ts';
import type { Place } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import type { Document } from './document.ts';
import { isJsx } from './jsx.ts';

/** What can be linked to on one page. */
export interface Fragments {
  readonly has: (fragment: string) => boolean;
  /** Those with an id of their own, such as headings; suggested for a misspelt one. */
  readonly names: readonly string[];
  /** The site is built without this page. */
  readonly isUnbuilt?: boolean;
}

/** What a site serves. */
export interface SiteMap {
  /** Where its home page is, such as `https://harbor.example/` or `https://harbor.example/repo/`. */
  readonly home: URL;
  /** The paths of its pages and files, each with its fragments. */
  readonly addresses: ReadonlyMap<string, Fragments>;
}

/** A link or a picture. */
export interface Link {
  /** As written; empty where there is none. */
  readonly url: string;
  readonly isPicture: boolean;
  readonly place: Place;
}

/** The address of a document, with the closing slash that the site uses everywhere. */
export function addressOf({ folder, slug }: Pick<Document, 'folder' | 'slug'>): string {
  if (folder === 'pages') return slug === 'home' ? '/' : `/${slug}/`;
  return `/${folder}/${slug}/`;
}

/** Collect the links and pictures of a document, including those of JSX elements. */
export function readLinks(tree: Root): Link[] {
  const links: Link[] = [];
  const pictures = new Set(nodesOf(tree).flatMap((node) => (node.type === 'imageReference' ? node.identifier : [])));
  const add = (url: string, position: unknown, isPicture = false) =>
    links.push({ url, isPicture, place: position as Place });
  visit(tree, (node, index, parent) => {
    // The words of a source in citations are printed as words, whatever they look like.
    if (parent?.type === 'footnoteDefinition' && index === 0) return SKIP;
    // `[^the west]: @…` and `[west]: @…` are malformed footnotes, and reported as such.
    if (node.type === 'definition' && (node.identifier.startsWith('^') || isMistaken(node))) return SKIP;
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
      add(node.url, node.position, isPicture);
    } else if (isJsx(node)) {
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'href') continue;
        const url = attribute.value ?? '';
        // An expression is a problem of its own.
        if (typeof url === 'string') add(url, node.position);
      }
    }
    return undefined;
  });
  return links;
}

/** Links to other sites and to e-mail; a host without a point, as in `//articles/grain/`, is none of the Internet. */
const ELSEWHERE = /^(?:https?:\/\/[^/?#]|\/\/[^/?#]+\.|mailto:[^?])/i;
const NAMES_HOST = /^(?:https?:)?\/\//i;
/** From the root of the site, or from the same page. */
const ON_THIS_SITE = /^(?:https?:)?[/?#]/i;

/**
 * Check a link as browsers read it (WHATWG URL). On this site it must lead to something that is served, and be written
 * from the root of the site, `/articles/harbor-dues/`, as a fragment, or with the whole address of the site. Of other
 * sites, also of those on the same host, only the form is looked at; a page shows no pictures of theirs.
 *
 * @param from The address of the page that has the link.
 * @param isDraft May it lead to pages that are not built?
 */
export function checkLink(
  { url: typed, isPicture }: Pick<Link, 'url' | 'isPicture'>,
  from: string,
  { home, addresses }: SiteMap,
  isDraft = false,
): Fact | undefined {
  const broken = (missing: BrokenLink['missing'], suggestions: readonly string[] = []): Fact => {
    return { ruleId: 'link-broken', url: typed, missing, suggestions };
  };
  // As browsers do.
  const url = typed.trim();
  if (/^(?:#|mailto:|(?:https?:)?\/\/)?$/i.test(url)) return broken('address');
  const target = URL.canParse(url, home) ? new URL(url, new URL(from, home)) : undefined;
  if (target?.host !== home.host) {
    if (ELSEWHERE.test(url)) return isPicture || !target ? broken('form') : undefined;
    return broken('form', alike(url, addresses));
  }

  const written = decodeSafely(target.pathname, decodeURI);
  const below = withoutBase(home.pathname, written);
  // The path of a page of ours was meant for this site, without thinking of the base path.
  const isOurs = below !== undefined || (written !== '/' && addresses.has(written));
  if (NAMES_HOST.test(url) && !isOurs) return isPicture ? broken('form') : undefined;
  const path = NAMES_HOST.test(url) ? (below ?? '') : written;
  const after = `${target.search}${target.hash}`;
  const page = ON_THIS_SITE.test(url) ? addresses.get(path) : undefined;
  if (!page) {
    const alikes = [written, below ?? written].flatMap((one) => alike(one, addresses));
    const near = [...new Set(alikes.length > 0 ? alikes : sameName(path, addresses))];
    return broken(
      'page',
      near.length > 0 ? near.map((address) => `${address}${after}`) : suggest(path, addresses.keys()),
    );
  }
  if (page.isUnbuilt && !isDraft) return broken('unbuilt');

  // A text directive (`#L9:~:text=…`) is for the browser only.
  const name = decodeSafely(target.hash.slice(1).replace(/:~:.*/s, ''), decodeURIComponent);
  // Every page has a top (HTML, "select the indicated part").
  if (name === '' || name.toLowerCase() === 'top' || page.has(name)) return undefined;
  const near = suggest(name, page.names).map((name) => url.replace(/#.*/s, `#${name}`));
  return broken('fragment', near);
}

type BrokenLink = Fact & { readonly ruleId: 'link-broken' };

/** The addresses that differ from a path only in case, slashes, `index.html` or the like. */
function alike(path: string, addresses: SiteMap['addresses']): string[] {
  const plain = (address: string) =>
    address
      .toLowerCase()
      .replace(/[?#].*/s, '')
      .replace(/(?:index)?\.html?$/, '')
      .replaceAll(/[/\\]+/g, '/')
      .replace(/^\/|\/$/g, '');
  const wanted = plain(path);
  return [...addresses.keys()].filter((address) => plain(address) === wanted);
}

/** The pages whose address ends with the last name of a path: `/articles/grain/` for `grain.mdx` or `/grain`. */
function sameName(path: string, addresses: SiteMap['addresses']): string[] {
  const [, name] = /([^/]+?)(?:\.mdx?|\.html?)?\/*$/.exec(path.toLowerCase()) ?? [];
  return name === undefined ? [] : [...addresses.keys()].filter((address) => address.endsWith(`/${name}/`)).slice(0, 3);
}

/** Decode what is percent-encoded; a text with other percent signs stays as it is. */
export function decodeSafely(text: string, decode: (text: string) => string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
