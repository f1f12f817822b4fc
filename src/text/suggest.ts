import leven from 'leven';

/** More than three "did you mean" is a list to read, not a hint. */
const MOST = 3;

/** Name the candidates that `word` may have been meant to be, the likeliest first; none, one or up to three. */
export function suggest(word: string, candidates: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** A word that is the beginning of a candidate is near, however much is missing: `jns` for `jns-2014`. */
function distance(word: string, candidate: string): number {
  return word.length >= 3 && candidate.startsWith(word) ? 1 : leven(word, candidate);
}
