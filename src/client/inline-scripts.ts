/** Applies the color scheme that the reader chose, before the first paint, so that no page flashes in the other. */
export const SCHEME_SCRIPT =
  "try{document.documentElement.style.colorScheme=localStorage.getItem('scheme')??''}catch{}";

/** Prerenders a page, but no other file, while the pointer rests on a link to it (Speculation Rules, WICG). */
export const SPECULATION_RULES = JSON.stringify({
  prerender: [{ where: { href_matches: '/*/' }, eagerness: 'moderate' }],
});

/** All inline scripts of pages: a Content Security Policy names them by their digest. */
export const INLINE_SCRIPTS: readonly string[] = [SCHEME_SCRIPT, SPECULATION_RULES];
