import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import { DEED, SAID, SAYING, WHOLE_WORD } from '#text/saying.ts';
import { findAll } from '#text/search.ts';
import type { Evidence } from './evidence.ts';
import { type KnownNames, WORD } from './name.ts';
import { hasWords } from './name-in.ts';

/** The names in the words of a record on who speaks. */
interface SpeakerNames {
  /** Those of two words and more, such as `U.S. Harbor Office`, with their other forms and their last words. */
  readonly full: readonly string[];
  /** Those of one word, such as that of a country. */
  readonly single: readonly string[];
  /** What to call the first person of them in a sentence. */
  readonly last: string | undefined;
}

/** Who speaks in the sources. */
export interface Speakers {
  /** By the words of the records (`by`). */
  readonly names: ReadonlyMap<string, SpeakerNames>;
  /** Finds persons, speakers or not; of two names that begin at one place, the longer. `undefined` without any. */
  readonly persons: RegExp | undefined;
}

/** An organization has an article: `the Norwegian Institute for Harbors`. */
const RUN = new RegExp(`(?<![\\p{L}\\p{N}.'-])((?:the|of|for) )?(${WORD}(?: ${WORD})*)`, 'gu');

/** Read who speaks in the sources from their records. */
export function indexSpeakers(sources: readonly Source[], { forms, persons }: KnownNames): Speakers {
  const names = new Map<string, SpeakerNames>();
  const all = new Set(persons);
  for (const { by } of sources.flatMap(({ speech }) => speech)) {
    const runs = [...normalize(by).text.matchAll(RUN)];
    const full = runs.flatMap(([, before, name = '']) => {
      if (!name.includes(' ')) return [];
      if (before === undefined) all.add(name).add(lastWord(name));
      return [name, lastWord(name), ...(forms.get(name) ?? [])];
    });
    const single = runs.flatMap(([, , name = '']) => (name.includes(' ') ? [] : name));
    names.set(by, { full, single, last: full[0] && runs[0]?.[1] === undefined ? lastWord(full[0]) : undefined });
  }
  return { names, persons: phrasePattern([...all]) };
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** What may stand between a speaker and the verb. */
const ADVERB = 'also|later|then|himself|herself|has|had|once|further|however|again|publicly|rhetorically|only|in turn';
const SPEAKS = new RegExp(`^(?:,? (?:${ADVERB}),?)* (?:${SAYING}|${DEED})${WHOLE_WORD.end}`, 'iu');

/**
 * Does a sentence name the speaker `by` of a record? In full, by the last word or in another known form; a name of one
 * word, such as that of a country, only before a verb of saying.
 */
export function isNamed(by: string, text: string, { names }: Speakers): boolean {
  const { full = [], single = [] } = names.get(by) ?? {};
  if (full.some((name) => hasWords(text, name))) return true;
  return single.some((name) => findAll(text, name).some(({ end }) => SPEAKS.test(text.slice(end))));
}

/** A person who is named in a sentence. */
export interface Person extends Span {
  readonly words: string;
  /** Does the sentence directly make it speak: `Idan said`, `", said Idan`, `according to Idan`, `in Idan's words`? */
  readonly speaks: boolean;
}

const AFTER = new RegExp(`^(?:'s? (?:own )?(?:${SAID})|(?:,? (?:${ADVERB}),?)* (?:${SAYING}))${WHOLE_WORD.end}`, 'iu');
const BEFORE = new RegExp(
  `(?:(?:^|[^\\p{L}])[Aa]ccording to|["',] ?(?:${SAYING}))(?: [\\p{Ll}-]+){0,2}(?: \\p{Lu}[\\p{L}'.-]*){0,2} $`,
  'u',
);
/** `Neither Harris nor Hoenlein says so`. */
const NOBODY = /(?<!\p{L})(?:neither|nor|nobody|none)(?!\p{L})/iu;

/** Farther words are of another clause. */
const NEAR = 60;

/** Find the persons whom a sentence names. */
export function personsIn(text: string, { persons }: Speakers): Person[] {
  if (!persons) return [];
  const isDenied = NOBODY.test(text);
  return Array.from(text.matchAll(persons), ({ 0: words, index: start }) => {
    const end = start + words.length;
    const speaks =
      !isDenied &&
      (AFTER.test(text.slice(end, end + NEAR)) || BEFORE.test(text.slice(Math.max(0, start - NEAR), start)));
    return { words, start, end, speaks };
  });
}

/** May a person speak in a passage? What the record leaves unmarked may say so; one that marks nothing may say all. */
export function speaksIn(person: string, { voices, plain, record }: Evidence, { forms }: KnownNames): boolean {
  if (!voices) return true;
  const names = [person, lastWord(person), ...(forms.get(person) ?? [])];
  const texts = [...voices.map(({ by }) => normalize(by).text), plain, ...record];
  return texts.some((text) => names.some((name) => hasWords(text, name)));
}
