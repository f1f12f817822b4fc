import { normalize } from '#text/normalize.ts';
import { findVerbsOfSaying } from '#text/saying.ts';
import { splitSentences } from '#text/sentences.ts';

/** What a person should look at before a text is cited; a program decides none of it. */
export interface Proposals {
  /** Lines, from 1, that look like page marks or are repeated, with the reason. */
  readonly furniture: readonly { readonly lines: readonly number[]; readonly why: string }[];
  /** Words that may be misread, with their line and the reason. */
  readonly slips: readonly { readonly line: number; readonly words: string; readonly why: string }[];
  /** The first and last words of sentences that may pass on what somebody says, in normal form. */
  readonly speech: readonly { readonly from: string; readonly to: string }[];
}

/** Fewer repetitions may be style. */
const LEAST_REPEATED = 3;
/** Longer lines are text. */
const LONGEST_MARK = 80;

/** A page number. */
const MARK = /^(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** Letters that look like those of another alphabet: Cyrillic and Greek ones like Latin ones, and Latin ones like Cyrillic. */
const LIKE_LATIN = '[АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορ]';
const LIKE_CYRILLIC = '[ABCEHIJKMOPSTXYaceijopsxy]';
/** A whole word in one script with letters that only look like it. */
const mixed = (script: string, alike: string) =>
  `(?=\\p{L}*\\p{Script=${script}})(?=\\p{L}*${alike})(?:\\p{Script=${script}}|${alike})+`;

/** Slips that a program makes when it reads a page. What people write on purpose, such as `B2B` or `β-blocker`, is not one. */
const SUSPECT: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${mixed('Latin', LIKE_LATIN)}|${mixed('Cyrillic', LIKE_CYRILLIC)})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    'letters of two alphabets',
  ],
  // Not in addresses and names of files, nor in codes such as `h1n1` and `C4ISR`.
  [
    /(?<![\p{L}\p{N}@./_-])(?:\p{Lu}?\p{Ll}+[01568]{1,2}\p{Ll}+|\p{Lu}[01568]\p{Ll}{2,})(?![\p{L}\p{N}@/_]|\.\p{L})/gu,
    'a digit between letters',
  ],
  [/(?<![\p{L}\p{N}@./_-])\p{Lu}{2,}[01]\p{Lu}{2,}(?![\p{L}\p{N}@/_]|\.\p{L})/gu, 'a digit between letters'],
  [/\uFFFD/gu, 'a character that was lost'],
  // Intervals such as `[0, 1)` are written so.
  [/\((?=[^()[\]\n]*\p{L})[^()[\]\n]{1,30}\]|\[(?=[^()[\]\n]*\p{L})[^()[\]\n]{1,30}\)/gu, 'brackets of two kinds'],
];

/** Look through a raw text for probable page furniture, slips of character recognition, and speech. */
export function propose(raw: string): Proposals {
  const lines = raw.split('\n');
  const byWords = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const words = line.trim();
    if (words !== '' && words.length <= LONGEST_MARK) byWords.set(words, [...(byWords.get(words) ?? []), index + 1]);
  }
  const repeated = [...byWords].filter(([words, at]) => at.length >= LEAST_REPEATED && !MARK.test(words));
  const marks = lines.flatMap((line, index) => (MARK.test(line.trim()) ? index + 1 : []));
  return {
    furniture: [
      ...(marks.length > 0 ? [{ lines: marks, why: 'a number alone, such as that of a page' }] : []),
      ...repeated.map(([words, at]) => ({ lines: at, why: `the same words ${at.length} times: ${words}` })),
    ],
    slips: lines.flatMap((line, index) =>
      SUSPECT.flatMap(([pattern, why]) =>
        [...line.matchAll(pattern)].map(([words]) => ({ line: index + 1, words, why })),
      ),
    ),
    speech: findSpeech(raw),
  };
}

function findSpeech(raw: string): Proposals['speech'] {
  const { text } = normalize(raw);
  return splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => findVerbsOfSaying(sentence).length > 0)
    .map((sentence) => sentence.split(' '))
    .map((words) => ({ from: words.slice(0, 4).join(' '), to: words.slice(-4).join(' ') }));
}
