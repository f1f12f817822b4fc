import type { Root } from 'mdast';
import { nodesOf } from '#citation/nodes.ts';
import type { Fact } from '#problem/problem.ts';
import type { Place } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import type { Document } from './document.ts';
import { isJsx } from './jsx.ts';

/** What can be linked to on one page. */
export interface Fragments {
  readonly has: (fragment: string) => boolean;
  /** Those with an id of their own, such as headings; suggested for a misspelt one. */
  readonly names: readonly string[];
}

/** The addresses of the site, each with its fragments. */
export type SiteMap = ReadonlyMap<string, Fragments>;

/** A link to a page of this site. */
export interface Link {
  readonly url: string;
  readonly place: Place;
}

/** The address of a document, with the closing slash that the site uses everywhere. */
export function addressOf({ folder, slug }: Pick<Document, 'folder' | 'slug'>): string {
  if (folder === 'pages') return slug === 'home' ? '/' : `/${slug}/`;
  return `/${folder}/${slug}/`;
}

/** Addresses of other sites and of e-mail. Other schemes, such as `javascript:`, lead nowhere. */
const ELSEWHERE = /^(?:https?:|mailto:|\/\/)/i;

/**
 * Collect the links of a document that must lead to a page of this site, including those of JSX elements. Pictures are
 * always among them: a page loads nothing from another site.
 */
export function readLinks(tree: Root): Link[] {
  const links: Link[] = [];
  const pictures = new Set(nodesOf(tree).flatMap((node) => (node.type === 'imageReference' ? node.identifier : [])));
  const add = (url: unknown, position: unknown, isPicture = false) => {
    if (typeof url === 'string' && (isPicture || !ELSEWHERE.test(url))) links.push({ url, place: position as Place });
  };
  for (const node of nodesOf(tree)) {
    // `[^the west]: @…` is a malformed footnote, and reported as one.
    if (node.type === 'definition' && node.identifier.startsWith('^')) continue;
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
      add(node.url, node.position, isPicture);
    } else if (isJsx(node)) {
      for (const attribute of node.attributes) {
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'href') add(attribute.value, node.position);
      }
    }
  }
  return links;
}

/**
 * Check a link against the addresses of the site. It must be written from the root, `/articles/oil-supplies/`, or be a
 * fragment.
 *
 * @param from The address of the page that has the link.
 */
export function checkLink(url: string, from: string, site: SiteMap): Fact | undefined {
  const [path, fragment] = url.split('#', 2);
  const address = path || from;
  const fragments = site.get(address);
  if (!fragments) {
    return { ruleId: 'link-broken', url, missing: 'page', suggestions: suggest(address, site.keys()) };
  }
  if (fragment === undefined) return undefined;
  const name = decodeURIComponentSafely(fragment);
  if (fragments.has(name)) return undefined;
  const suggestions = suggest(name, fragments.names).map((near) => `${path}#${near}`);
  return { ruleId: 'link-broken', url, missing: 'fragment', suggestions };
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
