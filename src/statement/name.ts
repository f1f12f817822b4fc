import { lowerCase } from '#text/case.ts';
import { overlaps, type Span } from '#text/location.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import { readCountries } from './country.ts';
import { isOfficeWord, isTitle } from './office-words.ts';

/** What a site says of names: of those with entries on its pages of names, and of countries. */
export interface KnownNames {
  /** By form: the other forms of the same name. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Finds every form; of two that begin at one place, the longer. `undefined` without any names. */
  readonly pattern: RegExp | undefined;
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
  const implied = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, words: readonly string[]) =>
    map.set(key, [...(map.get(key) ?? []), ...words]);
  for (const { name, aliases, implied: words = [], isPerson } of entries) {
    const last = lastWord(name);
    const isOwn = isPerson && /^\p{Lu}/u.test(last) && lastWords.filter((other) => other === last).length === 1;
    const all = [...new Set([name, ...aliases, ...(isOwn ? [last] : [])])];
    for (const form of all) add(forms, form, all);
    // For a country, in whatever form a statement has it, an alias counts as well.
    for (const key of [...all, ...countriesOf(name)]) add(implied, key, [...words, ...all]);
  }
  return { forms, pattern: phrasePattern([...forms.keys()]), implied };
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

const WORD = "(?:(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}\\p{M}]*(?:['-]\\p{L}+)*)";
const NAME = new RegExp(`(?<![\\p{L}\\p{N}.'-])${WORD}(?: ${WORD})+(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
/** Adjectives of peoples and the like: two of these in a row are not a name (`American Jewish`). */
const ADJECTIVE = /^\p{Lu}\p{L}*(?:an|ish|i|ese)s?$/u;

const SINGLE = /(?<![\p{L}\p{N}.'])\p{Lu}[\p{L}\p{M}]+/gu;
/** Has a capital wherever it stands. `Historian` and `Politicians` do not. */
const PEOPLE = /^(?!Civilian|Guardian|Custodian|Comedian)\p{L}+(?<![acotr]r|c|st)(?:ian|ish|ese)s?$/u;
/** After one of these a capital may only begin a sentence. */
const OPENING = /(?:^|[.!?:])[ "'([]*$/;

/**
 * Find proper names in a text in normal form: capitalized words that do not begin it, alone or several in a row, and
 * known names and countries everywhere. `leftOut` are dates, quoted words and links to pages of this site.
 */
export function readNames(text: string, known: KnownNames, leftOut: readonly Span[]): ProperName[] {
  const found: ProperName[] = [];
  const add = (name: string, start: number) => {
    const end = start + name.length;
    if ([...leftOut, ...found].some((other) => overlaps(other, { start, end }))) return;
    const [first = '', ...others] = name.split(' ');
    const isProper = PEOPLE.test(first) || countriesOf(first).length > 0;
    const isFirst = others.length > 0 && !isProper && /^\P{L}*$/u.test(text.slice(0, start));
    found.push({ name, start, end, isFirst });
  };
  // Known names of one word come last, since they may be part of a longer, unknown one.
  const forms = known.pattern ? [...text.matchAll(known.pattern)] : [];
  for (const { 0: form, index } of forms) if (form.includes(' ')) add(form, index);
  for (const { 0: match, index } of text.matchAll(NAME)) {
    // A genitive ends a name: `Israel's Foreign Minister` is a country, then an office.
    let at = index;
    for (const run of match.split(/(?<='s) /)) {
      const name = withoutTitle(run.replace(/'s$/, ''));
      const words = name.split(' ');
      const isName = words.length > 1 || (name !== '' && run.includes(' '));
      if (isName && !words.every((word) => ADJECTIVE.test(word))) add(name, at + run.indexOf(name));
      at += run.length + 1;
    }
  }
  for (const { words, start } of readCountries(text)) add(words, start);
  for (const { 0: form, index } of forms) add(form, index);
  for (const { 0: word, index } of text.matchAll(SINGLE)) {
    if ((PEOPLE.test(word) || !OPENING.test(text.slice(0, index))) && !isOfficeWord(word)) add(word, index);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `Israeli Prime Minister Ehud Barak` without what comes before the name; empty for an office alone. */
function withoutTitle(run: string): string {
  const words = run.split(' ');
  const isBefore = (word: string) => isOfficeWord(word) || ADJECTIVE.test(word);
  const title = words.findLastIndex((word, index) => isTitle(word) && words.slice(0, index).every(isBefore));
  return words.slice(title + 1).join(' ');
}

/** Is it a name with an entry, or a country? */
export function isKnown(name: string, known: KnownNames): boolean {
  return known.forms.has(name) || countriesOf(name).length > 0;
}

/** The other known forms of a name, and those of the names that are part of it. */
function otherForms(name: string, known: KnownNames): string[] {
  return [...known.forms].flatMap(([form, others]) =>
    form === name || (form.includes(' ') && hasWords(name, form)) ? others : [],
  );
}

/**
 * Do texts in normal form have a name? Also in another known form, in words that imply it, as another form of the same
 * country, of the same word (`Muslims` for `Muslim`), or word by word: `Harris, David`.
 */
export function namesIn(name: string, texts: readonly string[], known: KnownNames): boolean {
  const has = (form: string) => texts.some((text) => hasWords(text, form));
  const forms = [name, ...otherForms(name, known)];
  if (forms.some(has)) return true;
  const countries = countriesOf(name);
  const implied = [...forms, ...countries].flatMap((form) => known.implied.get(form) ?? []);
  if (implied.some((words) => has(words) || texts.some((text) => hasWords(lowerCase(text), words)))) return true;
  if (countries.length > 0) {
    return texts.some((text) => readCountries(text).some((other) => isSame(countries, other.countries)));
  }
  if (known.forms.has(name)) return false;
  const words = name.split(' ');
  return words.every((word) => texts.some((text) => (words.length === 1 ? hasBeginning(text, word) : hasAlone(text, word, words))));
}

/** `Jews` for `Jewish`, `Christianity` for `Christian`; a short name with few endings, an abbreviation as it is. */
function hasBeginning(text: string, word: string): boolean {
  if (word === word.toUpperCase()) return hasWords(text, word);
  const stem = lowerCase(word).replace(/s$/, '');
  const [least, endings] = stem.length < 5 ? [stem.length, '(?:s|ish|i?ans?|ns?|is?)?(?!\\p{L})'] : [stem.length - 2, ''];
  return new RegExp(`(?<!\\p{L})${stem.slice(0, least)}${endings}`, 'u').test(lowerCase(text));
}

/** The countries that a name means as a whole; none for other names. */
function countriesOf(name: string): readonly string[] {
  const [country] = readCountries(name);
  return country?.words === name ? country.countries : [];
}

function isSame(countries: readonly string[], others: readonly string[]): boolean {
  return countries.some((country) => others.includes(country));
}

/** A word of a name that is not part of another one: `Lund` is not in `Tomas Lund` for somebody named Mira Lund. */
function hasAlone(text: string, word: string, name: readonly string[]): boolean {
  const countries = countriesOf(word);
  if (countries.length > 0) return readCountries(text).some((other) => isSame(countries, other.countries));
  // `Christians` for `Christian` is the same name.
  return [word, word.replace(/s$/, '')].some((form) => {
    if (!hasWords(lowerCase(text), lowerCase(form))) return false;
    const runs = [...text.matchAll(NAME)].map(([run]) => withoutTitle(run.replace(/'s$/, '')).split(' '));
    const own = runs.filter((run) => run.includes(form));
    return own.length === 0 || own.some((run) => run.every((other) => name.includes(other) || ADJECTIVE.test(other) || form === other));
  });
}

/** As whole words. A hyphen does not join words here, since dashes are hyphens in the normal form. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isWord(text.charAt(at - 1)) && !isWord(text.charAt(at + words.length))) return true;
  }
  return false;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
