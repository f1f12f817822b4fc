import { lowerCase } from '#text/case.ts';
import { countriesOf, readCountries } from './country.ts';
import { ADJECTIVE, type KnownNames, NAME, withoutTitle } from './name.ts';
import { isFunctionWord } from './word.ts';

/** The other known forms of a name, and those of the names that are part of it. */
function otherForms(name: string, known: KnownNames): readonly string[] {
  const own = known.forms.get(name) ?? [];
  if (name.split(' ').length < 3) return own;
  const parts = [...known.forms].flatMap(([form, others]) => {
    return form !== name && form.includes(' ') && hasWords(name, form) ? others : [];
  });
  return [...own, ...parts];
}

/**
 * Do texts in normal form have a name? Also in another known form, in words that imply it, as another form of the same
 * country, of the same word (`Muslims` for `Muslim`), or word by word: `Harris, David`.
 */
export function namesIn(name: string, texts: readonly string[], known: KnownNames): boolean {
  const has = (form: string) => texts.some((text) => hasWords(text, form));
  if (has(name)) return true;
  const forms = [name, ...otherForms(name, known)];
  if (forms.some(has)) return true;
  const spelledOut = spellOut(name);
  if (spelledOut && texts.some((text) => spelledOut.test(text))) return true;
  const countries = countriesOf(name);
  const implied = [...forms, ...countries].flatMap((form) => known.implied.get(form) ?? []);
  if (implied.some((words) => has(words) || texts.some((text) => hasWords(lowerCase(text), words)))) return true;
  if (countries.length > 0) {
    return texts.some((text) => readCountries(text).some((other) => isSame(countries, other.countries)));
  }
  const words = name.split(' ');
  if (words.length > 1) return words.every((word) => texts.some((text) => hasAlone(text, word, words)));
  const pattern = known.forms.has(name) ? undefined : beginningOf(name);
  return pattern !== undefined && texts.some((text) => pattern.test(lowerCase(text)));
}

/** `Swedes` for `Swedish`, `Christianity` for `Christian`; a short name with few endings, an abbreviation as it is. */
function beginningOf(word: string): RegExp | undefined {
  if (word === word.toUpperCase()) return undefined;
  const stem = lowerCase(word).replace(/s$/, '');
  const [least, endings] =
    stem.length < 5 ? [stem.length, '(?:s|ish|i?ans?|ns?|is?)?(?!\\p{L})'] : [stem.length - 2, ''];
  return new RegExp(`(?<!\\p{L})${stem.slice(0, least)}${endings}`, 'u');
}

function isSame(countries: readonly string[], others: readonly string[]): boolean {
  return countries.some((country) => others.includes(country));
}

/** A word of a name that is not part of another one: `Lund` is not in `Tomas Lund` for somebody named Mira Lund. */
export function hasAlone(text: string, word: string, name: readonly string[]): boolean {
  const countries = countriesOf(word);
  if (countries.length > 0) return readCountries(text).some((other) => isSame(countries, other.countries));
  const form = hasWords(lowerCase(text), lowerCase(word)) ? word : singular(word);
  if (!hasWords(lowerCase(text), lowerCase(form))) return false;
  const isPart = (other: string) =>
    name.some((part) => singular(part) === singular(other)) || ADJECTIVE.test(other) || /^\p{Lu}\.?$/u.test(other);
  const runs = [...text.matchAll(NAME)]
    .map(([run]) =>
      withoutTitle(run.replace(/'s$/, ''))
        .split(' ')
        .filter((other) => !isFunctionWord(other)),
    )
    .filter((run) => run.includes(form));
  return runs.length === 0 || runs.some((run) => run.every(isPart));
}

/** `Christians` and `Christian` are the same name. */
function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** Finds a name with what its initials stand for: `Arthur B. Lund` is `Arthur Bernard Lund`. */
function spellOut(name: string): RegExp | undefined {
  if (!/(?:^| )\p{Lu}\. /u.test(name)) return undefined;
  const words = name.split(' ').map((word) => {
    const [, letter] = /^(\p{Lu})\.$/u.exec(word) ?? [];
    return letter ? `${letter}(?:\\.|\\p{L}+)` : RegExp.escape(word);
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join(' ')}(?![\\p{L}\\p{N}])`, 'u');
}

/** As whole words. A hyphen does not join words here, since dashes are hyphens in the normal form. */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isWord(text.charAt(at - 1)) && !isWord(text.charAt(at + words.length))) return true;
  }
  return false;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
