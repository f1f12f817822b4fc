import type { Figure } from './figure.ts';

/** What a page counts when it speaks about texts, its own or others. `person` is the grammatical one. */
const OF_TEXTS =
  'accounts?|articles?|assessments?|claims?|clauses?|explanations?|features?|figures?|footnotes?|interviews?|lines?|' +
  'lists?|names?|notes?|overviews?|pages?|passages?|person|phrases?|points?|positions?|quotations?|readings?|rows?|' +
  'sentences?|slips?|sources?|spellings?|statements?|texts?|wordings?|words?';
const AHEAD = new RegExp(
  `^[- ](?:of (?:the|these|those|its|our) )?(?:[\\p{Ll}-]+ ){0,2}(?:${OF_TEXTS})(?![\\p{L}\\p{N}])`,
  'u',
);

/** The two countries the site is about, and references back: `the two countries`, `all five are`, `the two.` */
const DEFINITE = /(?:^|[^\p{L}])(?:the|these|those|all|any|which of the|of the)(?: other| first| last)? $/iu;
const PAIR = /^ (?:countries|nations|states|sides|governments|peoples)(?!\p{L})/u;
const VERBS =
  'are|is|was|were|can|may|could|will|would|do|does|did|have|has|had|it|they|in|of them|together|concern|differ|' +
  'agree|stand|name|say';
const NO_NOUN = new RegExp(`^(?:$|["')]*[,.;:!?)]| (?:${VERBS})(?!\\p{L}))`, 'u');

/**
 * Does a figure in words count texts, sentences, lists and the like, or refer back to what was named before, without
 * a noun of its own? Then it is the page's own count, which no passage can have. A figure in digits never is.
 */
export function isOwnCount({ kind, inWords, start, end }: Figure, text: string): boolean {
  if (!inWords || (kind !== 'number' && kind !== 'ordinal')) return false;
  const ahead = text.slice(end);
  if (AHEAD.test(ahead)) return true;
  return DEFINITE.test(text.slice(0, start)) && (PAIR.test(ahead) || NO_NOUN.test(ahead));
}
