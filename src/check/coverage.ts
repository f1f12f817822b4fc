import type { Passage } from '#citation/resolve.ts';
import { sourceRetracted } from '#citation/rules/source-retracted.ts';
import { endsParagraph, printedWords } from '#citation/words.ts';
import type { UnreadPassage } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { locate, type Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import type { Corpus } from './model.ts';

/** A stretch of a raw text that is used in one way. `apart` is what no article can cite: page marks, captions, withheld. */
interface Stretch extends Span {
  readonly use: 'cited' | 'uncited' | 'apart';
}

/** How much of a text the site uses. Plain data. */
export interface Coverage {
  /** Letters and digits in cited passages. */
  readonly cited: number;
  /** Letters and digits that an article could cite. */
  readonly citable: number;
  /** From the first letter to the last one, without gaps; neighbours differ in use. Offsets are those of the raw text. */
  readonly stretches: readonly Stretch[];
}

const LETTERS = /[\p{L}\p{N}]/gu;
const WORDS = /[\p{L}\p{N}]+/gu;

/** The numbers in the list of `usesOf`. */
const UNCITED = 0;
const CITED = 1;
const APART = 2;

/** Measure which letters and digits of a source are cited; all other characters belong to the letter before them. */
export function measureCoverage(source: Source, cited: readonly Passage[]): Coverage {
  const uses = usesOf(source, cited);
  const letters = { cited: 0, uncited: 0, apart: 0 };
  const stretches: Stretch[] = [];
  for (const { 0: word, index } of source.raw.matchAll(WORDS)) {
    // Most words are used as a whole, so that letters are looked at one by one without being cut out.
    let end = index;
    while (end < index + word.length) {
      const number = uses[end];
      const use = number === CITED ? 'cited' : number === APART ? 'apart' : 'uncited';
      while (end < index + word.length && uses[end] === number) {
        letters[use]++;
        end += isPair(source.raw.charCodeAt(end)) ? 2 : 1;
      }
      const last = stretches.at(-1);
      if (last?.use === use) stretches[stretches.length - 1] = { ...last, end };
      else stretches.push({ start: last?.end ?? index, end, use });
    }
  }
  return { cited: letters.cited, citable: letters.cited + letters.uncited, stretches };
}

/** Does a UTF-16 code unit begin a character that has two? */
function isPair(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/**
 * List what is not cited of a source, in the order of the text: each stretch of one paragraph with a letter or digit in it.
 * A stretch runs over page furniture; no character that is cited or cannot be cited is in it. `span` is in the raw text.
 */
export function listUnread(source: Source, cited: readonly Passage[]): (UnreadPassage & { readonly span: Span })[] {
  const { text } = source.text;
  const uses = usesOf(source, cited);
  const isOpen = (unit: number) => uses[rawSpan(source.text, { start: unit, end: unit + 1 }).start] === UNCITED;

  const spans: Span[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    if (!isOpen(index)) continue;
    const last = spans.at(-1);
    const end = index + letter.length;
    let joined = last?.end ?? index;
    while (joined < index && isOpen(joined) && !endsParagraph(source, joined)) joined++;
    if (last && joined === index) spans[spans.length - 1] = { ...last, end };
    else spans.push({ start: index, end });
  }

  return spans.map((letters) => {
    const words = withMarks(text, letters, isOpen);
    const span = rawSpan(source.text, words);
    return { line: locate(source.lines, span.start).line, words: printedWords(source, words), span };
  });
}

/** All passages that documents cite, by the id of their source. A passage comes as often as it is cited. */
export function passagesBySource({ articles, themes, pages }: Corpus): ReadonlyMap<string, readonly Passage[]> {
  const footnotes = [...articles, ...themes, ...pages].flatMap((checked) => checked.footnotes);
  return Map.groupBy(
    footnotes.flatMap(({ passages }) => passages),
    ({ sourceId }) => sourceId,
  );
}

/** The use of each UTF-16 code unit of the raw text, by its number. */
function usesOf(source: Source, cited: readonly Passage[]): Uint8Array {
  const uses = new Uint8Array(source.raw.length).fill(UNCITED);
  for (const { raw } of cited) for (const { start, end } of raw) uses.fill(CITED, start, end);
  for (const { start, end } of source.regions) uses.fill(APART, start, end);
  // A text that was withdrawn has nothing to cite.
  return sourceRetracted(source).length > 0 ? uses.fill(APART) : uses;
}

/** Widen a span by the marks that are joined to its words: those that open or end it, not those that end what is before. */
function withMarks(text: string, { start, end }: Span, isOpen: (unit: number) => boolean): Span {
  let from = start;
  while (/[^\s.,;:!?)\]]/.test(text.charAt(from - 1)) && isOpen(from - 1)) from--;
  let to = end;
  while (to < text.length && isOpen(to) && text.charAt(to) !== ' ') to++;
  return { start: from, end: to };
}
