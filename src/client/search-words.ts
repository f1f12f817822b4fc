import { fold, wordsOf } from '#text/fold.ts';
import { suggest } from '#text/suggest.ts';

/** The words of a site as the search index has them: one a line, then what readers may type instead, folded. */
export interface Vocabulary {
  /** In small letters, the most frequent first. */
  readonly words: readonly string[];
  /** By what is typed instead: the word of the site. */
  readonly spellings: ReadonlyMap<string, string>;
}

export function readVocabulary(text: string): Vocabulary {
  const lines = text.split('\n').map((line) => line.split(' '));
  return {
    words: lines.map(([word = '']) => word),
    spellings: new Map(lines.flatMap(([word = '', ...others]) => others.map((other) => [other, word] as const))),
  };
}

/** What search does with the words of a reader. */
export interface Query {
  /** The words to look for, as the site spells them. */
  readonly words: string;
  /** Words that no page has, each with words that may have been meant. */
  readonly missing: readonly { readonly word: string; readonly meant: readonly string[] }[];
}

/**
 * Find each word of a query among the words of the site: as it is, without marks (`qirmizi`), by another name, by its
 * stem, or, the last one, by its beginning. The search program alone would shorten a word until something is found.
 */
export function readQuery(query: string, { words: vocabulary, spellings }: Vocabulary): Query {
  const byFold = new Map<string, string>();
  const byStem = new Map<string, string>();
  for (const word of vocabulary) {
    const folded = fold(word);
    if (!byFold.has(folded)) byFold.set(folded, word);
    const stem = stemOf(folded);
    if (!byStem.has(stem)) byStem.set(stem, word);
  }

  const words = wordsOf(query);
  const missing: { word: string; meant: readonly string[] }[] = [];
  const found = words.flatMap((word, index) => {
    const folded = fold(word);
    const known = byFold.get(folded) ?? spellings.get(folded) ?? byStem.get(stemOf(folded));
    if (known !== undefined) return known;
    if (index === words.length - 1 && [...byFold.keys()].some((each) => each.startsWith(folded))) return folded;
    const meant = suggest(folded, byFold.keys()).map((each) => byFold.get(each) ?? each);
    missing.push({ word, meant: /^\p{Lu}/u.test(word) ? meant.map(capitalize) : meant });
    return [];
  });
  return { words: found.join(' '), missing };
}

/** The words of a query with one replaced. */
export function replaceWord(query: string, word: string, by: string): string {
  return query.replace(word, () => by);
}

/** A word without what grammar adds to it: enough to tell `supplied` from `supper`. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ies|ied|ying|y|ing|ed|es|e)$/, '');
  return stem.length < 4 ? word.replace(/s$/, '') : stem.replace(/s$/, '');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
