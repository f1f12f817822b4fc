import { citableText } from '#citation/resolve.ts';
import type { Source } from '#source/source.ts';
import { locate, overlaps, type Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import type { KnownNames } from './name.ts';
import type { StatementPart } from './statement.ts';

/** A run of words of a statement that a source has too. */
interface Borrowed extends Span {
  readonly words: string;
  readonly count: number;
  readonly sourceId: string;
  /** Of the raw text, from 1. */
  readonly line: number;
}

/** Finds the longest runs that a part of a statement shares with a source, outside quotation marks. */
export type BorrowedFinder = (part: Pick<StatementPart, 'text' | 'quoted'>) => Borrowed[];

/**
 * Index the wording of sources: what can be cited of each, run by run. The first source with a run is named.
 *
 * @param least So many words in a row are borrowed. A known name counts as one word.
 */
export function borrowedFinder(sources: Iterable<Source>, known: KnownNames, least: number): BorrowedFinder {
  const runAt = (words: readonly Word[], at: number) =>
    words
      .slice(at, at + least)
      .map(({ word }) => word)
      .join(' ');
  const runs = new Map<string, { readonly sourceId: string; readonly line: number }>();
  for (const source of sources) {
    const words = wordsOf(citableText(source), known);
    for (let at = 0; at + least <= words.length; at++) {
      const run = runAt(words, at);
      if (runs.has(run)) continue;
      const { line } = locate(source.lines, rawSpan(source.text, words[at] as Span).start);
      runs.set(run, { sourceId: source.id, line });
    }
  }

  return ({ text, quoted }) => {
    const found: Borrowed[] = [];
    for (const words of outside(wordsOf(text, known), quoted)) {
      for (let at = 0; at + least <= words.length; at++) {
        const place = runs.get(runAt(words, at));
        if (!place) continue;
        let last = at + least - 1;
        while (runs.has(runAt(words, last - least + 2)) && last + 1 < words.length) last++;
        const { start } = words[at] as Span;
        const { end } = words[last] as Span;
        found.push({ start, end, words: text.slice(start, end), count: last - at + 1, ...place });
        at = last;
      }
    }
    return found;
  };
}

interface Word extends Span {
  readonly word: string;
}

/** `U.S.` is one word. */
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** The words of a text in normal form, in lower case. */
function wordsOf(text: string, { pattern }: KnownNames): Word[] {
  const names = pattern ? [...text.matchAll(pattern)].map(toWord) : [];
  const others = [...text.matchAll(WORD)].map(toWord).filter((word) => !names.some((name) => overlaps(name, word)));
  return [...names, ...others].sort((a, b) => a.start - b.start);
}

function toWord({ 0: match, index }: RegExpExecArray): Word {
  return { word: match.toLowerCase(), start: index, end: index + match.length };
}

/** The stretches between quotations, whose words are not next to each other. */
function outside(words: readonly Word[], quoted: readonly Span[]): Word[][] {
  const stretches: Word[][] = [[]];
  for (const [at, word] of words.entries()) {
    if (quoted.some((span) => overlaps(span, word))) continue;
    const before = words[at - 1];
    if (before && quoted.some((span) => overlaps(span, before))) stretches.push([]);
    stretches.at(-1)?.push(word);
  }
  return stretches;
}
