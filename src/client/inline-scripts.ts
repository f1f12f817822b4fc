/** Sets the colours that a reader chose, before the first paint, so that no page flashes in the others. */
export const SCHEME_SCRIPT =
  "try{document.documentElement.style.colorScheme=localStorage.getItem('scheme')??''}catch{}";

/** Makes the next page ready while the pointer rests on its link (Speculation Rules, WICG). Files that are no pages are left. */
export const SPECULATION_RULES = JSON.stringify({
  prerender: [{ where: { href_matches: '/*/' }, eagerness: 'moderate' }],
});

/** All scripts that stand in pages: a Content Security Policy names them by their digest. */
export const INLINE_SCRIPTS: readonly string[] = [SCHEME_SCRIPT, SPECULATION_RULES];
