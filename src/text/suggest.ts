/** More than three "did you mean" is a list to read, not a hint. */
const MOST = 3;

/** With more slips than this it is another word, however long. */
const FARTHEST = 3;

/**
 * The candidates `word` may have been meant to be, at most three, likeliest first. One slip per three letters is
 * plausible. Candidates with two or more slips more than the nearest are dropped.
 */
export function suggest(word: string, candidates: Iterable<string>): string[] {
  const limit = Math.min(FARTHEST, Math.floor(word.length / 3));
  const near = [...new Set(candidates)]
    .sort()
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/**
 * Count the slips between two words. A prefix of a candidate is near however much is missing (`memo` for `memo-2014`);
 * two transposed letters are one slip.
 */
function distance(word: string, candidate: string): number {
  if (word === candidate) return 0;
  if (candidate.startsWith(word)) return 1;
  const letters = (text: string) => [...text].sort().join();
  const slips = levenshtein(word, candidate);
  return slips === 2 && letters(word) === letters(candidate) ? 1 : slips;
}

/** The least number of letters to insert, delete or replace, row by row of the usual matrix. */
function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of a.split('').entries()) {
    const next = [index + 1];
    for (const [at, above] of row.slice(1).entries()) {
      const replaced = (row[at] ?? 0) + (letter === b[at] ? 0 : 1);
      next.push(Math.min(replaced, above + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
