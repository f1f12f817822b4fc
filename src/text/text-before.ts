/** In characters: longer than what any pattern looks for. */
const MOST = 80;

/** The end of what stands before a place, for a pattern that ends there: it need not search a whole text. */
export function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - MOST), at);
}
