/**
 * The end of what stands before a place, for a pattern that ends there and need not search a whole text.
 *
 * @param most In characters: more than the pattern can match.
 */
export function textBefore(text: string, at: number, most = 60): string {
  return text.slice(Math.max(0, at - most), at);
}
