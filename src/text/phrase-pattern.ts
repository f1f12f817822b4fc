/**
 * Make a pattern that finds phrases as whole words, exactly; of two that begin at one place, the longer. A hyphen joins
 * words: `Oslo` is not in `Oslo-Bergen`. `undefined` for no phrases, since an empty pattern would match everywhere.
 */
export function phrasePattern(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map((phrase) => RegExp.escape(phrase));
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'gu');
}
