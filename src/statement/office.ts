import type { Span } from '#text/location.ts';
import { findSaying } from '#text/saying.ts';
import { textBefore } from '#text/text-before.ts';
import { readCountries } from './country.ts';
import { HEAD, headOf, isOfficeWord, kindOf } from './office-words.ts';
import { isFunctionWord, readWords, type Word } from './word.ts';

/** An office or title in a text, with the person who holds it as far as that is plain. */
export interface Office extends Span {
  /** As written, without the name. */
  readonly words: string;
  /** `minister`, for all words that mean it. */
  readonly head: string;
  /** `foreign`, `prime`. */
  readonly kinds: readonly string[];
  readonly isFormer: boolean;
  /**
   * The words of the name, in lower case; none where the office is not that of the person named, as in
   * `Lev Roe, representative of the president`; undefined where nobody is named.
   */
  readonly person: readonly string[] | undefined;
}

/** A name in front of an office, as in `Mira Oren, Norway's ambassador` and `Ann Rye as chairman`. */
const APPOSITION = /^(?:,| as | - )/;
/** In words between the two. */
const MOST_BETWEEN = 7;
/** After one of these another person is spoken of. */
const OTHERS = ['with', 'along', 'by', 'who', 'whose', 'which', 'to', 'for', 'met'];
/** Between an office and the name that follows. */
const TO_NAME = /^(?:[,)]? | of \p{Lu}\p{L}+ | \((?:and )?(?:now|then|later|formerly|previously) \p{L}+\) )$/u;

/** Find the offices of a text in normal form, in order. */
export function readOffices(text: string, words: readonly Word[] = readWords(text)): Office[] {
  if (!HEAD.test(text)) return [];
  const runs = namesOf(text, words);
  return words.flatMap((word, index): Office[] => {
    const head = headOf(word.text);
    if (head === undefined) return [];
    let first = index;
    while (first > 0 && isBefore(words[first - 1], words[first], text)) first--;
    const title = words.slice(first, index).map((other) => other.text);
    const start = words[first]?.start ?? word.start;
    const behind = runs.find((run) => run.start > word.end && TO_NAME.test(text.slice(word.end, run.start)));
    const ahead = runs.findLast((run) => run.end <= start);
    const between = ahead && words.filter((other) => other.start >= ahead.end && other.end <= start);
    const isHeld =
      ahead !== undefined &&
      between !== undefined &&
      APPOSITION.test(text.slice(ahead.end)) &&
      between.length <= MOST_BETWEEN &&
      !between.some((other) => headOf(other.text) || OTHERS.includes(other.text)) &&
      findSaying(text.slice(ahead.end, start)) === undefined;
    const held = isHeld ? ahead.person : OF_OFFICE.test(textBefore(text, start)) ? [] : undefined;
    return [
      {
        words: text.slice(start, word.end),
        head,
        kinds: [...new Set(title.flatMap((other) => kindOf(other) ?? (isOfficeWord(other) ? [] : other)))],
        isFormer: title.includes('former') || title.includes('ex'),
        // `Mira Oren, the president, Ann Rye and others` may be either.
        person: isHeld && behind && text.startsWith(', ', word.end) ? undefined : (behind?.person ?? held),
        start,
        end: word.end,
      },
    ];
  });
}

const OF_OFFICE = new RegExp(`${HEAD.source} (?:of|for|to) (?:the |its |their )?$`, 'iu');

/** Is the word before another one part of the same office? `Harbor` is, before `Minister`. */
function isBefore(word: Word | undefined, next: Word | undefined, text: string): boolean {
  if (!word || !next || !/^[ -]$/.test(text.slice(word.end, next.start)) || headOf(word.text) !== undefined)
    return false;
  if (isOfficeWord(word.text)) return true;
  const isDepartment = OF_DEPARTMENTS.includes(next.text) && word.isCapital && next.isCapital;
  return isDepartment && !isFunctionWord(word.text) && !/(?:ian|ish|ese|i)$/.test(word.text);
}

/** Whatever stands before one of these with a capital is the department, not the name of somebody. */
const OF_DEPARTMENTS = ['minister', 'secretary', 'commissioner'];

/** Names of persons and others: capitalized words in a row that are neither countries nor offices. */
function namesOf(text: string, words: readonly Word[]): (Span & { readonly person: string[] })[] {
  const countries = readCountries(text);
  const runs: (Span & { person: string[] })[] = [];
  for (const [index, word] of words.entries()) {
    const isCountry = countries.some((country) => country.start <= word.start && word.start < country.end);
    // The first word of a sentence is a name if the next one is.
    const isFirst = index === 0 && words[1]?.isCapital !== true;
    if (!word.isCapital || isCountry || isFirst || isOfficeWord(word.text) || isFunctionWord(word.text)) continue;
    const last = runs.at(-1);
    if (last && /^[ -]$/.test(text.slice(last.end, word.start))) {
      last.person.push(word.text);
      runs[runs.length - 1] = { ...last, end: word.end };
    } else runs.push({ person: [word.text], start: word.start, end: word.end });
  }
  return runs;
}

/** Kinds without which it is another rank: a vice chairman is no chairman. */
const RANKS = ['prime', 'vice'];

/**
 * Does a passage have the office of a statement at the same name? Undefined where it does not name that person. An
 * office at which nobody is named may be anybody's.
 */
export function supportsOffice(claimed: Office, passage: string): boolean | undefined {
  const { person } = claimed;
  if (!person || person.length === 0 || !passage.toLowerCase().includes(person.at(-1) ?? '')) return undefined;
  return readOffices(passage).some(
    (other) => (!other.person || isSamePerson(person, other.person)) && isSameOffice(claimed, other),
  );
}

function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  return a.at(-1) === b.at(-1) && (a.length === 1 || b.length === 1 || a[0] === b[0]);
}

function isSameOffice(claimed: Office, other: Office): boolean {
  return (
    claimed.head === other.head &&
    claimed.kinds.every((kind) => other.kinds.includes(kind)) &&
    RANKS.every((rank) => claimed.kinds.includes(rank) === other.kinds.includes(rank)) &&
    (!other.isFormer || claimed.isFormer)
  );
}
