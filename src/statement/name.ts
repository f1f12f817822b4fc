import { overlaps, type Span } from '#text/location.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';

/** The names with entries on pages of names, each with all its forms, itself included. */
export interface KnownNames {
  /** By form: the other forms of the same name. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Finds every form; of two that begin at one place, the longer. `undefined` without any names. */
  readonly pattern: RegExp | undefined;
  /** The forms of persons. */
  readonly persons: ReadonlySet<string>;
}

/** One entry of a page of names. */
export interface NameEntry {
  readonly name: string;
  /** Other forms of it, as the page gives them. */
  readonly aliases: readonly string[];
  /** Is it a person? Then the last word alone means the same, unless another entry ends with it. */
  readonly isPerson: boolean;
}

/** Index names by their forms. */
export function indexNames(entries: readonly NameEntry[]): KnownNames {
  const lastWords = entries.map(({ name }) => lastWord(name));
  const forms = new Map<string, string[]>();
  const persons = new Set<string>();
  for (const { name, aliases, isPerson } of entries) {
    const last = lastWord(name);
    const isOwn = isPerson && /^\p{Lu}/u.test(last) && lastWords.filter((other) => other === last).length === 1;
    const all = [...new Set([name, ...aliases, ...(isOwn ? [last] : [])])];
    for (const form of all) forms.set(form, [...(forms.get(form) ?? []), ...all]);
    if (isPerson) for (const form of all) persons.add(form);
  }
  return { forms, pattern: phrasePattern([...forms.keys()]), persons };
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** A proper name in a sentence. */
export interface ProperName extends Span {
  readonly name: string;
  /** Does it have more than one word, and begin the sentence, so that the first may be any word? */
  readonly isFirst: boolean;
}

/** A word with a capital: a pattern for `u`, without borders. An initial goes on with the rest of its name. */
export const WORD = "(?:(?:\\p{Lu}\\.-?)+\\p{Lu}\\.|\\p{Lu}\\.(?= \\p{Lu})|\\p{Lu}[\\p{L}\\p{M}]*(?:['-]\\p{L}+)*)";
const NAME = new RegExp(`(?<![\\p{L}\\p{N}.'-])${WORD}(?: ${WORD})+(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
/** At the start of a name, or of what is left of it. */
export const INITIAL = /^\p{Lu}\. /u;
/** Adjectives of peoples and the like: two of these in a row are not a name (`American Jewish`). */
const ADJECTIVE = /^\p{Lu}\p{L}*(?:an|ish|i|ese)s?$/u;

/**
 * Find proper names in a text in normal form: two or more capitalized words, and single words that are known names.
 * `leftOut` are dates, quoted words and links to pages of this site.
 */
export function readNames(text: string, known: KnownNames, leftOut: readonly Span[]): ProperName[] {
  const found: ProperName[] = [];
  const add = (name: string, start: number) => {
    const end = start + name.length;
    if ([...leftOut, ...found].some((other) => overlaps(other, { start, end }))) return;
    const isFirst = /^\P{L}*$/u.test(text.slice(0, start)) && name.includes(' ') && !INITIAL.test(name);
    found.push({ name, start, end, isFirst });
  };
  // Known names of one word come last, since they may be part of a longer, unknown one.
  const forms = known.pattern ? [...text.matchAll(known.pattern)] : [];
  for (const { 0: form, index } of forms) if (form.includes(' ')) add(form, index);
  for (const { 0: match, index } of text.matchAll(NAME)) {
    // A genitive ends a name: `Israel's Foreign Minister` is a country, then an office.
    let at = index;
    for (const run of match.split(/(?<='s) /)) {
      const name = run.replace(/'s$/, '');
      const words = name.split(' ');
      if (words.length > 1 && !words.every((word) => ADJECTIVE.test(word))) add(name, at);
      at += run.length + 1;
    }
  }
  for (const { 0: form, index } of forms) add(form, index);
  return found.sort((a, b) => a.start - b.start);
}

/** The other known forms of a name, and those of the names that are part of it. */
function otherForms(name: string, known: KnownNames): string[] {
  return [...known.forms].flatMap(([form, others]) =>
    form === name || (form.includes(' ') && hasWords(name, form)) ? others : [],
  );
}

/** Do texts in normal form have a name? Also in another known form, or word by word: `Harris, David`. */
export function namesIn(name: string, texts: readonly string[], known: KnownNames): boolean {
  const has = (form: string) => texts.some((text) => hasWords(text, form));
  if (has(name) || otherForms(name, known).some(has)) return true;
  const spelledOut = spellOut(name);
  if (spelledOut && texts.some((text) => spelledOut.test(text))) return true;
  const words = name.split(' ');
  // `Christians` for `Christian` is the same name.
  return words.length > 1 && words.every((word) => has(word) || has(word.replace(/s$/, '')));
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
