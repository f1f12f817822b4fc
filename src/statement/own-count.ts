import { textBefore } from '#text/text-before.ts';
import type { Figure } from './figure.ts';

/** What a page counts when it speaks about texts, its own or others. `person` is the grammatical one. */
const OF_TEXTS =
  'accounts?|articles?|assessments?|claims?|clauses?|explanations?|features?|figures?|footnotes?|interviews?|lines?|' +
  'lists?|names?|notes?|overviews?|pages?|passages?|person|phrases?|points?|positions?|quotations?|readings?|rows?|' +
  'sentences?|slips?|sources?|spellings?|statements?|texts?|wordings?|words?';
/** Not `four months before the interview`. */
const ADJECTIVES = '(?:(?!(?:a|after|an|and|at|before|by|for|from|in|of|on|or|the|to|with) )[\\p{Ll}-]+ ){0,2}';

/** What the site is about, and references back: `the two countries`, `all five are`, `the two.` */
const DEFINITE = /(?<!\p{L})(?:the|these|those|all|any|which of the|of the)(?: other| first| last)? $/iu;
const PARTIES = 'countries|nations|states|sides|governments|peoples';
const VERBS =
  'are|is|was|were|can|may|could|will|would|do|does|did|have|has|had|it|they|in|of them|together|concern|differ|' +
  'agree|stand|name|say';
const NO_NOUN = new RegExp(`^(?:$|["')]*[,.;:!?)]| (?:${VERBS})(?!\\p{L}))`, 'u');

/** The nouns by which sentences count what no passage needs to count. */
export interface OwnCounts {
  /** Texts and their parts. */
  readonly ofTexts: RegExp;
  /** What the site is about. */
  readonly ofSubjects: RegExp;
}

/** Read the nouns of a site, besides those of any. */
export function ownCounts({ texts, subjects }: Readonly<Record<'texts' | 'subjects', readonly string[]>>): OwnCounts {
  const nouns = [OF_TEXTS, ...texts].join('|');
  return {
    ofTexts: new RegExp(`^[- ](?:of (?:the|these|those|its|our) )?${ADJECTIVES}(?:${nouns})(?![\\p{L}\\p{N}])`, 'u'),
    ofSubjects: new RegExp(`^ (?:${[PARTIES, ...subjects].join('|')})(?!\\p{L})`, 'u'),
  };
}

const ANY_SITES = ownCounts({ texts: [], subjects: [] });

/**
 * Does a figure in words count texts, sentences, lists and the like, or refer back to what was named before, without
 * a noun of its own? Then it is the page's own count, which no passage can have. A figure in digits never is.
 */
export function isOwnCount(
  { kind, unit, inWords, start, end }: Figure,
  text: string,
  { ofTexts, ofSubjects }: OwnCounts = ANY_SITES,
): boolean {
  if (!inWords || !(kind === 'ordinal' || (kind === 'number' && unit === ''))) return false;
  const ahead = text.slice(end);
  if (ofTexts.test(ahead)) return true;
  return DEFINITE.test(textBefore(text, start)) && (ofSubjects.test(ahead) || NO_NOUN.test(ahead));
}
