import { lowerCase } from './case.ts';
import type { Span } from './location.ts';

/*
 * The words by which a sentence says that somebody says so. The lists are short on purpose, since each word lets a
 * sentence pass: `criticize` and `cite` are left out because they are as often part of what was said.
 */

/** Regular verbs of saying and thinking: they count in every form. */
const REGULAR =
  'accuse acknowledge allege announce argue ask assert believe blame characterize claim concede confirm declare deny ' +
  'depict describe emphasize emphasise explain express insist mention portray praise rebuke recall recount remark ' +
  'reply stress suggest underline underscore warn';
/** Others, and those that are something else in other forms, such as `thanks to`. */
const OTHERS =
  'sa(?:id|ys?|ying)|told|tell(?:s|ing)?|report(?:s|ed)?|thought|thinks?|wr(?:ote|ites?|itten|iting)|' +
  'stated|stating|states that|noted|noting|notes that|added|adds|admit(?:s|ted|ting)|maintain(?:s|ed) that|held that|' +
  'point(?:s|ed|ing) out|quot(?:es?|ed)|sp(?:eaks?|oke|oken|eaking) of|put(?:s|ting)? it|took issue|thanked|voiced|' +
  // Not `called for an embargo`, `called on them`, `called off`.
  'credits|call(?:s|ed|ing)?(?! (?:for|on|off|in|at)(?!\\p{L}))';
/** Verbs of speech that are deeds as well: they count right after a speaker of one word, such as a country. */
const DEEDS = 'condemn criticize demand pledge promise propose protest reject threaten vow';

/** Nouns for what somebody said or thinks. */
export const SAID =
  'views?|opinions?|words|accounts?|counts?|estimates?|eyes|impressions?|judge?ments?|verdicts?|remarks?|statements?|phrases?';

/** What is said or written, as a whole or in part. */
const TEXT =
  'texts?|articles?|authors?|writers?|reporters?|newspapers?|sentences?|passages?|quotations?|words|statements?';
const OWNER = "[\\p{L}.-]+'s|\\p{L}+s'|his|her|its|their";

/** Signs of somebody's words without a verb of saying. */
const SIGNS =
  'according to|allegedly|reportedly|supposedly|purportedly|so-called|found (?:[\\p{L}-]+ ){0,4}guilty|ruled that|' +
  'went on(?=[:,]| to )|g(?:ives?|ave) no (?:\\p{L}+ )?(?:date|figure|name|number|reason|source|year)|' +
  '(?:is|are|was|were|be|been|being)(?: \\p{L}+)? (?:seen|viewed|regarded|considered|perceived|criticized)|' +
  `(?:in|by|on|from|to|as) (?:the|an?|one|some|${OWNER}) (?:[\\p{L}'.-]+ ){0,3}(?:${SAID})|(?:${SAID}) of|(?:${OWNER}) (?:${SAID})|` +
  'allegations?|accusations?|claims?|remarks?|criticism|critics|experts|observers|speakers?|rumou?rs?|memo|cable|' +
  `reports?|(?:the|this|these|that|those|an?|one|no|each|every|both|its|other|all)(?: \\p{L}+)? (?:${TEXT})`;

/** Every form of a regular verb. */
function formsOf(verb: string): string[] {
  if (/[^aeou]y$/.test(verb)) return [verb, `${verb}ing`, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  return [verb, `${verb}${/s$/.test(verb) ? 'es' : 's'}`, `${verb}ed`, `${verb}ing`];
}

/** A pattern for `i` and `u`, without borders. */
export const SAYING = [...REGULAR.split(' ').flatMap(formsOf), OTHERS].join('|');
/** As `SAYING`, of verbs that count right after a speaker of one word. */
export const DEED = DEEDS.split(' ').flatMap(formsOf).join('|');

/** The borders of a word, for patterns with `u`. */
export const WHOLE_WORD = { start: '(?<![\\p{L}\\p{N}])', end: '(?![\\p{L}\\p{N}])' } as const;
const ANY = new RegExp(`${WHOLE_WORD.start}(?:${SAYING}|${SIGNS})${WHOLE_WORD.end}`, 'u');

/** In a text that somebody else wrote, other verbs are too often part of the story. */
const PLAINLY =
  /(?<!\p{L})(?:said|says|told|tells|stated|noted|added|declared|recalled|argued|asserted|alleg(?:ed|edly)|according to)(?!\p{L})/giu;

/** Find the words by which a text plainly passes on what somebody says. */
export function findVerbsOfSaying(text: string): Span[] {
  return Array.from(text.matchAll(PLAINLY), ({ 0: verb, index: start }) => ({ start, end: start + verb.length }));
}

/** Find the first words of a sentence, without its quotations, that mark it as what somebody says. */
export function findSaying(text: string): string | undefined {
  const found = ANY.exec(lowerCase(text));
  return found ? text.slice(found.index, found.index + found[0].length) : undefined;
}

/** More words between marks than these are somebody's, not the author's: `"allegedly"` is a hedge all the same. */
const MOST_SCARE_WORDS = 3;

/** Blank the quotations of a text, so that offsets stay. */
export function withoutQuotations(text: string, quoted: readonly Span[]): string {
  let result = text;
  for (const { start, end } of quoted) {
    const words = text.slice(start, end);
    if (words.split(' ').length <= MOST_SCARE_WORDS) continue;
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}
