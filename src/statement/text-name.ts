import { shortNameOf } from '#source/record.ts';
import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import { textBefore } from '#text/text-before.ts';
import type { OwnCounts } from './own-count.ts';

/** The names by which sentences call the texts. */
export interface TextNames {
  /** The ids of the sources with a name, by its form in lower case. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** Finds every form; of two that begin at one place, the longer. `undefined` without any. */
  readonly pattern: RegExp | undefined;
  /** What to call a source, by its id: its short name. */
  readonly short: ReadonlyMap<string, string>;
  /** Which nouns sentences count for themselves, if the site has some of its own. */
  readonly counts?: OwnCounts;
}

/** A text that is named in a sentence. */
export interface TextMention extends Span {
  /** As written. */
  readonly words: string;
  /** The ids of the sources that have this name. */
  readonly sources: readonly string[];
  /** Does it mean all of these, as `both overviews`? Otherwise any one of them. */
  readonly isAll: boolean;
}

/** Index the names of texts: short name, aliases, name, title, author, publisher, and where they are published. */
export function indexTexts(sources: readonly Source[], counts?: OwnCounts): TextNames {
  const byForm = new Map<string, string[]>();
  const forms = new Set<string>();
  for (const source of sources) {
    for (const name of new Set(namesOf(source))) {
      // A name with a capital is written as it stands; any other may begin a sentence, or be in the plural.
      const variants = /\p{Lu}/u.test(name) ? [name] : [name, `${name}s`].flatMap((form) => [form, capitalized(form)]);
      for (const form of variants) {
        forms.add(form);
        byForm.set(form.toLowerCase(), [...new Set([...(byForm.get(form.toLowerCase()) ?? []), source.id])]);
      }
    }
  }
  return {
    sources: byForm,
    pattern: phrasePattern([...forms]),
    short: new Map(sources.map((source) => [source.id, shortNameOf(source.record)])),
    ...(counts && { counts }),
  };
}

function namesOf({ record: { short = '', aliases, name, csl } }: Source): string[] {
  const fields = [csl.title, csl.publisher, csl['container-title']];
  const stated = fields.flatMap((field) => (field.known === 'unknown' ? [] : [field.value]));
  const authors = csl.author.known === 'unknown' ? [] : csl.author.value;
  const written = authors.map((author) => ('literal' in author ? author.literal : `${author.given} ${author.family}`));
  return [short.replace(/^(?:the|an?) /i, ''), ...aliases, name, lowered(name), ...stated, ...written]
    .map((form) => normalize(form).text)
    .filter((form) => form !== '');
}

/** `Overview reaching to 2017` within a sentence; a name with other capitals stays as it is. */
function lowered(name: string): string {
  return /^\p{Lu}\P{Lu}*$/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function capitalized(form: string): string {
  return form.charAt(0).toUpperCase() + form.slice(1);
}

/** Find the texts that a sentence in normal form names. */
export function textsIn(text: string, { sources, pattern }: TextNames): TextMention[] {
  if (!pattern) return [];
  return Array.from(text.matchAll(pattern), ({ 0: words, index: start }): TextMention => {
    const isPlural = /\p{Ll}s$/u.test(words) && sources.has(words.slice(0, -1).toLowerCase());
    return {
      words,
      start,
      end: start + words.length,
      sources: sources.get(words.toLowerCase()) ?? [],
      isAll: isPlural && !/\bone of (?:the |these |those |two )*$/i.test(textBefore(text, start)),
    };
  });
}
