import { withBase } from '#text/base-path.ts';

/** Applies the color scheme that the reader chose, before the first paint, so that no page flashes in the other. */
export const SCHEME_SCRIPT =
  "try{document.documentElement.style.colorScheme=localStorage.getItem('scheme')??''}catch{}";

/**
 * Prerenders a page, but no other file, while the pointer rests on a link to it (Speculation Rules, WICG).
 *
 * @param base The path of the site.
 */
export function speculationRules(base: string): string {
  return JSON.stringify({ prerender: [{ where: { href_matches: withBase(base, '/*/') }, eagerness: 'moderate' }] });
}

/** All inline scripts of pages: a Content Security Policy names them by their digest. */
export function inlineScripts(base: string): readonly string[] {
  return [SCHEME_SCRIPT, speculationRules(base)];
}
