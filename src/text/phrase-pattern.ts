/**
 * Make a pattern that finds phrases as whole words, to the letter; of two that begin at one place, the longer. A hyphen joins
 * words: `Baku` is not in `Baku-Tbilisi`. `undefined` for no phrases, since an empty pattern would match everywhere.
 */
export function phrasePattern(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  // At most places of a text no phrase begins, which is seen at one character, and few begin with the same one.
  const byFirst = [...Map.groupBy(longestFirst, (phrase) => String.fromCodePoint(Number(phrase.codePointAt(0))))];
  const firsts = byFirst.map(([first]) => RegExp.escape(first));
  const words = byFirst.map(([first, own], index) => {
    const rests = own.map((phrase) => RegExp.escape(phrase.slice(first.length)));
    return `${firsts[index]}(?:${rests.join('|')})`;
  });
  return new RegExp(
    `(?=${firsts.join('|')})(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`,
    'gu',
  );
}
