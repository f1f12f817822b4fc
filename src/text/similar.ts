import approximate, { type Match } from 'approx-string-match';
import type { Span } from './location.ts';

/** In a longer text only the places are compared that share pieces of words with the pattern: all of 10 MB takes 20 s. */
const LONG_TEXT = 1_000_000;
/** The beginnings of words, with so many units that few other places have them. */
const PIECE = 8;
const PIECES = new RegExp(String.raw`(?<!\S)(?=\S)[^]{${PIECE}}`, 'g');
/** So many places of one piece are looked at; one that stands more often tells little. */
const MOST_PLACES = 1000;
/** So many windows, those with the most pieces first, are compared. */
const MOST_WINDOWS = 50;

/** Find the places that differ from `pattern` by the fewest characters, and by at most `most`, in order. */
export function findSimilar(text: string, pattern: string, most: number): Match[] {
  if (text.length <= LONG_TEXT) return approximate(text, pattern, most);
  const found = windowsOf(text, pattern).flatMap(({ start, end }) =>
    approximate(text.slice(start, end), pattern, most).map((match) => ({
      start: start + match.start,
      end: start + match.end,
      errors: match.errors,
    })),
  );
  const fewest = Math.min(...found.map(({ errors }) => errors));
  return found.filter(({ errors }) => errors === fewest);
}

/** Stretches of the text that can hold the pattern, those that share the most pieces with it; in order, and apart. */
function windowsOf(text: string, pattern: string): Span[] {
  const { length } = pattern;
  const shared = new Map<number, number>();
  for (const { 0: piece, index: offset } of pattern.matchAll(PIECES)) {
    let places = 0;
    for (let at = text.indexOf(piece); at !== -1 && places < MOST_PLACES; at = text.indexOf(piece, at + PIECE)) {
      const window = Math.floor((at - offset) / length);
      shared.set(window, (shared.get(window) ?? 0) + 1);
      places++;
    }
  }
  const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MOST_WINDOWS);
  const windows: { start: number; end: number }[] = [];
  for (const [window] of best.sort((a, b) => a[0] - b[0])) {
    const start = Math.max(0, (window - 1) * length);
    const end = (window + 3) * length;
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}
