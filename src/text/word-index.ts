import type { Span } from './location.ts';
import type { NormalizedText } from './normalize.ts';
import { findAll } from './search.ts';

/** Finds every place of words in one text, as `findAll` does. */
export type Finder = (words: string) => Span[];

/** In UTF-16 code units. A shorter text is searched as fast as an index of it is made. */
const SHORT = 16_384;
/** So many searches are left to `findAll` before an index is made. */
const FEW = 3;

/** Make a finder for many searches in one text: from the fourth on a long text is not read anew for each. */
export function finderIn(text: string): Finder {
  let asked = 0;
  let index: WordIndex | undefined;
  return (words) => {
    asked++;
    if (text.length < SHORT || asked <= FEW) return findAll(text, words);
    index ??= indexWords(text);
    return findByIndex(text, index, words) ?? findAll(text, words);
  };
}

const finders = new WeakMap<NormalizedText, Finder>();

/** The finder in a normal form: one for all who search in it. */
export function finderOf(text: NormalizedText): Finder {
  const find = finders.get(text) ?? finderIn(text.text);
  finders.set(text, find);
  return find;
}

/** The beginnings of words of a text, by a hash of so many units from there on. */
const LENGTH = 8;

/** A hash table with chains; each chain goes forward in the text. */
interface WordIndex {
  readonly mask: number;
  /** By hash: the first word and how many there are; -1 for none. */
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** By word: where it begins, and the next one of its chain. */
  readonly starts: Int32Array;
  readonly next: Int32Array;
}

function indexWords(text: string): WordIndex {
  const starts = wordStarts(text);
  const mask = 2 ** Math.ceil(Math.log2(starts.length + 1)) - 1;
  const index = {
    mask,
    first: new Int32Array(mask + 1).fill(-1),
    count: new Int32Array(mask + 1),
    starts,
    next: new Int32Array(starts.length),
  };
  for (let word = starts.length - 1; word >= 0; word--) {
    const hash = hashAt(text, Number(starts[word])) & mask;
    index.next[word] = Number(index.first[hash]);
    index.first[hash] = word;
    index.count[hash] = Number(index.count[hash]) + 1;
  }
  return index;
}

/** Where a word begins behind a space and has `LENGTH` units before the end, in order. */
function wordStarts(text: string): Int32Array {
  const last = text.length - LENGTH;
  let count = 0;
  for (let at = text.indexOf(' '); at !== -1 && at < last; at = text.indexOf(' ', at + 1)) count++;
  const starts = new Int32Array(count);
  let at = -1;
  for (let word = 0; word < count; word++) {
    at = text.indexOf(' ', at + 1);
    starts[word] = at + 1;
  }
  return starts;
}

/** FNV-1a over the units. */
function hashAt(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + LENGTH; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Look where the rarest word of `words` stands. `undefined` where they have no word that an index knows. */
function findByIndex(text: string, { mask, first, count, starts, next }: WordIndex, words: string): Span[] | undefined {
  const rarest = Array.from(wordStarts(words))
    .map((offset) => ({ offset, hash: hashAt(words, offset) & mask }))
    .sort((a, b) => Number(count[a.hash]) - Number(count[b.hash]))[0];
  if (!rarest) return undefined;
  const found: Span[] = [];
  for (let word = Number(first[rarest.hash]); word !== -1; word = Number(next[word])) {
    const start = Number(starts[word]) - rarest.offset;
    if (start >= 0 && text.startsWith(words, start)) found.push({ start, end: start + words.length });
  }
  return found;
}
