import { checkCitations, type SourceShelf } from '#citation/check.ts';
import type { Citation } from '#citation/citation.ts';
import { readCitations } from '#citation/citation.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { ELISION } from '#citation/resolve.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { parseMdx } from '#markdown/parse.ts';
import { isError } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { indexLines } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import type { Random } from './random.ts';

/** One citation of the site as its author typed it, in three pieces. */
interface Typed {
  readonly file: string;
  readonly citation: Citation;
  /** `@id#L9 "`. */
  readonly head: string;
  readonly quote: string;
  /** The closing mark. */
  readonly tail: string;
}

/** A change of one citation; undefined where it has nothing to change. */
type Change = (typed: Typed, random: Random, sources: readonly Source[]) => Typed | undefined;

/** Change the quote at a place that `pattern` finds. */
function at(pattern: RegExp, change: (found: string, random: Random) => string): Change {
  return (typed, random) => {
    const places = [...typed.quote.matchAll(pattern)];
    const place = places[random.below(places.length)];
    if (!place) return undefined;
    const { 0: found, index } = place;
    const quote = typed.quote.slice(0, index) + change(found, random) + typed.quote.slice(index + found.length);
    return { ...typed, quote };
  };
}

const LETTER = /\p{L}/gu;
/** A word with words on both sides: without it the rest is no shorter quote of the same place. */
const WORD = /(?<=\p{L}\s)\p{L}+\s(?=\p{L})/gu;
const HOMOGLYPHS = new Map(
  [...'aceopxyABCEHKMOPTX'].map((letter, at) => [letter, [...'асеорхуАВСЕНКМОРТХ'][at] ?? letter]),
);

/** Each of these makes a footnote false: all must be caught. */
export const FAULTS: Readonly<Record<string, Change>> = {
  'letter changed': at(LETTER, (letter) => (letter === 'e' ? 'o' : letter === letter.toUpperCase() ? 'Ø' : 'e')),
  'letter dropped': at(LETTER, () => ''),
  'letter added': at(LETTER, (letter) => `${letter}q`),
  'letters swapped': at(/(\p{L})(?!\1)\p{L}/gu, ([first = '', second = '']) => second + first),
  'case changed': at(LETTER, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ),
  'digit changed': at(/\d/g, (digit) => String((Number(digit) + 1) % 10)),
  'digit added': at(/\d/g, (digit) => `${digit}0`),
  'word dropped': at(WORD, () => ''),
  'word added': at(WORD, (word) => `${word}quite `),
  'words swapped': at(/(?<=\s)(\p{L}+)\s(?!\1\s)\p{L}+(?=\s)/gu, (pair) => pair.split(/\s/).reverse().join(' ')),
  homoglyph: at(/[aceopxyABCEHKMOPTX]/g, (letter) => HOMOGLYPHS.get(letter) ?? letter),
  'zero-width space': at(LETTER, (letter) => `${letter}\u200b`),
  'soft hyphen': at(LETTER, (letter) => `${letter}\u00ad`),
  'bidirectional mark': at(LETTER, (letter) => `${letter}\u202e`),
  'space within a word': at(/\p{L}(?=\p{L})/gu, (letter) => `${letter} `),
  'space lost': at(/(?<=\p{L})\s+(?=\p{L})/gu, () => ''),
  'punctuation changed': at(/[.,;:](?=\s)/g, (mark) => (mark === ',' ? ';' : ',')),
  'parts in another order': (typed) => {
    const parts = typed.quote.split(ELISION);
    return parts.length > 1 ? { ...typed, quote: parts.toReversed().join(' […] ') } : undefined;
  },
  'another source': (typed, random, sources) => {
    const others = sources.filter(({ id }) => id !== typed.citation.sourceId);
    const other = others[random.below(others.length)];
    return other && { ...typed, head: typed.head.replace(/^@[\w-]+(#[\w-]+)?/, `@${other.id}`) };
  },
  'unknown source': (typed) => ({ ...typed, head: typed.head.replace(/^@([\w-]+)/, '@$1-2') }),
  'line behind the text': (typed) => ({ ...typed, head: typed.head.replace(/^(@[\w-]+?)(#[\w-]+)?\s/, '$1#L9999 ') }),
  // Where the quote itself ends with a mark, that one closes it, and the rest is true.
  'closing mark lost': (typed) => (/["“”]$/.test(typed.quote) ? undefined : { ...typed, tail: '' }),
};

/** Each of these leaves a footnote true: none may be reported. */
export const HARMLESS: Readonly<Record<string, Change>> = {
  nothing: (typed) => typed,
  'wrapped at another place': at(/(?<=\p{L})\s+(?=\p{L})/gu, () => '\n    '),
  'more white space': at(/(?<=\p{L})\s+(?=\p{L})/gu, () => '  '),
  'no-break space': at(/(?<=\p{L}) (?=\p{L})/gu, () => '\u00a0'),
  'apostrophe of another kind': at(/['’]/g, (mark) => (mark === '’' ? "'" : '’')),
  'dash of another kind': at(/[–—-](?=\p{L})/gu, (mark) => (mark === '—' ? '-' : '—')),
  'decomposed letters': (typed) => {
    const quote = typed.quote.normalize('NFD');
    return quote === typed.quote ? undefined : { ...typed, quote };
  },
  'curly outer marks': (typed) => ({ ...typed, head: typed.head.replace(/"$/, '“'), tail: '”' }),
  'carriage returns': (typed) => ({ ...typed, quote: typed.quote.replaceAll('\n', '\r\n') }),
};

/** What a run of changes gave. `found` are those that were reported. */
export interface Tally {
  readonly name: string;
  readonly tried: number;
  readonly found: number;
  /** Those that were not as they should be, for a person to read. */
  readonly examples: readonly string[];
}

/** Make each change once in each citation of the site, alone in a document, and check that. */
export function tryChanges(
  { sources, ...corpus }: Corpus,
  changes: Readonly<Record<string, Change>>,
  expected: 'reported' | 'silent',
  random: Random,
): Tally[] {
  const shelf: SourceShelf = new Map(sources.map((source) => [source.id, source]));
  const documents = [...corpus.articles, ...corpus.themes, ...corpus.pages].map(({ document }) => document);
  const all = documents.flatMap(({ file, text }) => readTyped(file, text));
  return Object.entries(changes).map(([name, change]) => {
    const changed = all.flatMap((typed) => {
      const result = change(typed, random, sources);
      return result && (expected === 'silent' || isFalse(result, sources)) ? result : [];
    });
    const wrong = changed.filter((typed) => isReported(typed, shelf) !== (expected === 'reported'));
    const found = expected === 'reported' ? changed.length - wrong.length : wrong.length;
    const examples = wrong.slice(0, 3).map(({ file, head, quote, tail }) => `${file}: ${head}${quote}${tail}`);
    return { name, tried: changed.length, found, examples };
  });
}

function readTyped(file: string, text: string): Typed[] {
  const body = blankFrontMatter(text);
  const parsed = parseMdx(body, file);
  if (!('tree' in parsed)) throw new Error(`Cannot parse ${file}`);
  const lines = indexLines(body);
  return readFootnotes(parsed.tree, body).definitions.flatMap((definition) =>
    readCitations(definition, file, lines).citations.map((citation): Typed => {
      const written = body.slice(citation.place.start.offset, citation.place.end.offset);
      const opening = written.search(/["“„”]/) + 1;
      return {
        file,
        citation,
        head: written.slice(0, opening),
        quote: written.slice(opening, -1),
        tail: written.slice(-1),
      };
    }),
  );
}

function isReported({ head, quote, tail }: Typed, shelf: SourceShelf): boolean {
  const text = `It is so.[^a]\n\n[^a]: ${head}${quote}${tail}\n`;
  const parsed = parseMdx(text, 'a.mdx');
  return !('tree' in parsed) || checkCitations(parsed.tree, text, 'a.mdx', shelf).problems.some(isError);
}

/**
 * Is it really a fault? A change may hit words that stand in the source as well, such as a sentence that stands in two
 * texts. Told by a search of the plainest kind.
 */
function isFalse({ head, quote, tail, citation }: Typed, sources: readonly Source[]): boolean {
  if (tail === '' || head.includes('#L9999')) return true;
  const id = /^@([\w-]+)/.exec(head)?.[1] ?? '';
  const text = sources.find((source) => source.id === id)?.text.text;
  if (text === undefined) return true;
  if (normalize(quote).text === normalize(citation.quote).text && id === citation.sourceId) return false;
  let from = 0;
  for (const part of quote.split(ELISION).map((words) => normalize(words).text)) {
    const place = text.indexOf(part, from);
    if (place === -1) return true;
    from = place + part.length;
  }
  return false;
}
