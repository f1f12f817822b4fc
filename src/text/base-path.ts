/** A link from the root of the site, as browsers read it: `https:/articles/` names no host, either. */
const FROM_ROOT = /^\s*(?:https?:)?\/(?![/\\])/i;

/**
 * The address of a page or file of the site, from its path: `/articles/grain/` becomes `/repo/articles/grain/` on a site
 * below `/repo/`. Documents, and all that is checked, know only paths; whatever is served has addresses. What is not
 * from the root, such as `#note` or `https://harbour.example/`, stays as it is.
 *
 * @param base The path of the site itself, with `/` at both ends: `/`, or such as `/repo/`.
 */
export function withBase(base: string, path: string): string {
  return base === '/' ? path : path.replace(FROM_ROOT, () => base);
}

/**
 * The path of a page or file of the site, from its address; undefined outside the site. Without its last slash, the
 * address of the site itself leads nowhere: its path is empty.
 */
export function withoutBase(base: string, address: string): string | undefined {
  return `${address}/`.startsWith(base) ? address.slice(base.length - 1) : undefined;
}
