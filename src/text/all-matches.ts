/**
 * Find all matches of a global pattern, in order, as `matchAll` does, which makes a copy of the pattern each time: for short texts that
 * takes longer than the search. The pattern must not match nothing.
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
