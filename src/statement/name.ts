import { overlaps, type Span } from '#text/location.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import { countriesOf, readCountries } from './country.ts';
import { isOfficeWord, isTitle } from './office-words.ts';
import { isFunctionWord } from './word.ts';

/** What a site says of names: of those with entries on its pages of names, and of countries. */
export interface KnownNames {
  /** By form: the other forms of the same name. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Finds every form; of two that begin at one place, the longer. `undefined` without any names. */
  readonly pattern: RegExp | undefined;
  /** The forms of persons. */
  readonly persons: ReadonlySet<string>;
  /** By form, and by name of a country: words by which texts mean it. They support the name, but are not it. */
  readonly implied: ReadonlyMap<string, readonly string[]>;
}

/** One entry of a page of names. */
export interface NameEntry {
  readonly name: string;
  /** Other forms of it, as the page gives them. */
  readonly aliases: readonly string[];
  /** Words that mean it: a capital for its government, `the two countries`. */
  readonly implied?: readonly string[];
  /** Is it a person? Then the last word alone means the same, unless another entry ends with it. */
  readonly isPerson: boolean;
}

/** Index names by their forms. */
export function indexNames(entries: readonly NameEntry[]): KnownNames {
  const lastWords = entries.map(({ name }) => lastWord(name));
  const forms = new Map<string, string[]>();
  const persons = new Set<string>();
  const implied = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, words: readonly string[]) =>
    map.set(key, [...(map.get(key) ?? []), ...words]);
  for (const { name, aliases, implied: words = [], isPerson } of entries) {
    const last = lastWord(name);
    const isOwn = isPerson && /^\p{Lu}/u.test(last) && lastWords.filter((other) => other === last).length === 1;
    const all = [...new Set([name, ...aliases, ...(isOwn ? [last] : [])])];
    for (const form of all) add(forms, form, all);
    if (isPerson) for (const form of all) persons.add(form);
    // For a country, in whatever form a statement has it, an alias counts as well.
    for (const key of [...all, ...countriesOf(name)]) add(implied, key, [...words, ...all]);
  }
  return { forms, pattern: phrasePattern([...forms.keys()]), persons, implied };
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** A proper name in a sentence. */
export interface ProperName extends Span {
  readonly name: string;
  /** Does it begin the sentence with a word that may have its capital from that? */
  readonly isFirst: boolean;
}

/** A word with a capital: a pattern for `u`, without borders. An initial goes on with the rest of its name. */
export const WORD = "(?:(?:\\p{Lu}\\.-?)+\\p{Lu}\\.|\\p{Lu}\\.(?= \\p{Lu})|\\p{Lu}[\\p{L}\\p{M}]*(?:['-]\\p{L}+)*)";
/** Two or more capitalized words in a row. */
export const NAME = new RegExp(`(?<![\\p{L}\\p{N}.'-])${WORD}(?: ${WORD})+(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
/** At the start of a name, or of what is left of it. */
export const INITIAL = /^\p{Lu}\. /u;
/** Adjectives of peoples and the like: two of these in a row are not a name (`American Norwegian`). */
export const ADJECTIVE = /^\p{Lu}\p{L}*(?:an|ish|i|ese)s?$/u;

/** Behind a word, a letter that says which one of several: `Plan B`, but `Pius X` and `Arthur B. Langley`. */
const LETTER = "(?: (?![IVX])\\p{Lu}(?![\\p{L}\\p{M}\\p{N}'-]|\\. \\p{Lu}))";
const LETTERED = new RegExp(`(?:^| )${WORD}${LETTER}$`, 'u');
const SINGLE = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{Cf}.'])\\p{Lu}[\\p{L}\\p{M}]+(?![\\p{L}\\p{M}\\p{N}\\p{Cf}]|${LETTER})`,
  'gu',
);
/** Has a capital wherever it stands. `Historian` and `Politicians` do not. */
const PEOPLE =
  /^(?!These|Civilian|Guardian|Custodian|Comedian|Quasi|Multi|Alumni)\p{L}+(?<![acotr]r|c|st)(?:ian|ish|ese|(?<=\p{L}{4})i)s?$/u;
/** After one of these a capital may only begin a sentence. */
const OPENING = /(?:^|[.!?:])[ "'([]*$/;
const MOST_MARKS = 4;

/**
 * Find proper names in a text in normal form: capitalized words that do not begin it, alone or several in a row, and
 * known names and countries everywhere. `leftOut` are dates, quoted words and links to pages of this site. Where
 * `isTitle`, words of any kind have capitals.
 */
export function readNames(text: string, known: KnownNames, leftOut: readonly Span[], isTitle = false): ProperName[] {
  const found: ProperName[] = [];
  const add = (name: string, start: number) => {
    const end = start + name.length;
    if ([...leftOut, ...found].some((other) => overlaps(other, { start, end }))) return;
    const [first = '', ...others] = name.split(' ');
    const isProper = PEOPLE.test(first) || countriesOf(first).length > 0;
    const isFirst = others.length > 0 && !isProper && !INITIAL.test(name) && /^\P{L}*$/u.test(text.slice(0, start));
    found.push({ name, start, end, isFirst });
  };
  // Known names of one word come last, since they may be part of a longer, unknown one.
  const forms = known.pattern ? [...text.matchAll(known.pattern)] : [];
  for (const { 0: form, index } of forms) if (form.includes(' ')) add(form, index);
  for (const { 0: match, index } of isTitle ? [] : text.matchAll(NAME)) {
    // A genitive ends a name: `Norway's Foreign Minister` is a country, then an office.
    let at = index;
    const isOpening = opens(text, index);
    for (const run of match.split(/(?<='s) /)) {
      const named = run.replace(/'s$/, '').replace(LETTERED, '');
      for (const name of named === '' ? [] : partsOf(named, isOpening && at === index)) {
        if (!name.split(' ').every((word) => ADJECTIVE.test(word))) add(name, at + run.indexOf(name));
      }
      at += run.length + 1;
    }
  }
  for (const { words, start } of readCountries(text)) add(words, start);
  for (const { 0: form, index } of forms) add(form, index);
  for (const { 0: word, index } of isTitle ? [] : text.matchAll(SINGLE)) {
    if ((!opens(text, index) || PEOPLE.test(word)) && !isOfficeWord(word)) add(word, index);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** May a word have its capital only because it begins a sentence? */
function opens(text: string, at: number): boolean {
  return OPENING.test(text.slice(Math.max(0, at - MOST_MARKS), at));
}

/**
 * `Oren Systems` and `Ann Rye` of `Oren Systems President Ann Rye`; none of an office alone. `isOpening`: the run
 * may begin a sentence, as `No Armenian`.
 */
function partsOf(run: string, isOpening: boolean): string[] {
  const all = run.split(' ');
  if (all.every(isFunctionWord)) return [];
  const words = isOpening ? all.slice(all.findIndex((word) => !isFunctionWord(word))) : all;
  const title = words.findLastIndex((word) => isTitle(word));
  if (title === -1) return [words.join(' ')];
  const before = words.slice(0, title + 1);
  const last = before.findLastIndex((word) => !isOfficeWord(word));
  return [before.slice(0, last + 1).join(' '), words.slice(title + 1).join(' ')].filter((part) => part !== '');
}

/** A run of capitalized words without the office before the name. */
export function withoutTitle(run: string): string {
  return partsOf(run, false).at(-1) ?? '';
}
