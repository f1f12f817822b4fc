import { textBefore } from '#text/text-before.ts';
import type { Evidence } from './evidence.ts';
import type { Figure } from './figure.ts';

/** What a page counts when it speaks about texts, its own or others. `person` is the grammatical one. */
const OF_TEXTS =
  'accounts?|articles?|assessments?|claims?|clauses?|explanations?|features?|figures?|footnotes?|interviews?|lines?|' +
  'lists?|names?|notes?|overviews?|pages?|passages?|person|phrases?|points?|positions?|quotations?|readings?|rows?|' +
  'sentences?|slips?|sources?|spellings?|statements?|texts?|wordings?|words?';
/** Not `four months before the interview`. */
const ADJECTIVES = '(?:(?!(?:a|after|an|and|at|before|by|for|from|in|of|on|or|the|to|with) )[\\p{Ll}-]+ ){0,2}';
const AHEAD = new RegExp(
  `^[- ](?:of (?:the|these|those|its|our) )?${ADJECTIVES}(?:${OF_TEXTS})(?![\\p{L}\\p{N}])`,
  'u',
);

/** The two countries the site is about, and references back: `the two countries`, `all five are`, `the two.` */
const DEFINITE = /(?<!\p{L})(?:the|these|those|all|any|which of the|of the)(?: other| first| last)? $/iu;
const PAIR = /^ (?:countries|nations|states|sides|governments|peoples)(?!\p{L})/u;
const VERBS =
  'are|is|was|were|can|may|could|will|would|do|does|did|have|has|had|it|they|in|of them|together|concern|differ|' +
  'agree|stand|name|say';
const NO_NOUN = new RegExp(`^(?:$|["')]*[,.;:!?)]| (?:${VERBS})(?!\\p{L}))`, 'u');
const INDEFINITE = /(?<!\p{L})(?:a|another|yet another) $/iu;

/**
 * Does a figure in words count texts, sentences, lists and the like, or refer back to what was named before, without
 * a noun of its own? Then it is the page's own count, which no passage can have. A figure in digits never is.
 */
export function isOwnCount({ kind, unit, inWords, start, end }: Figure, text: string): boolean {
  if (!inWords || !(kind === 'ordinal' || (kind === 'number' && unit === ''))) return false;
  const ahead = text.slice(end);
  if (AHEAD.test(ahead)) return true;
  return DEFINITE.test(textBefore(text, start)) && (PAIR.test(ahead) || NO_NOUN.test(ahead));
}

/**
 * Can a figure in words that no passage has be a count of what the passages report, one thing in each: `two plots`, `a
 * second company`, `twice`? It can up to their number, unless one of them counts the same things.
 */
export function countsPassages(figure: Figure, text: string, evidence: readonly Evidence[]): boolean {
  const { kind, inWords, from, to, unit, per, noun, hedges, start } = figure;
  const isNth = kind === 'ordinal' && from > 1 && noun !== '' && INDEFINITE.test(textBefore(text, start));
  const isCount = isNth || (kind === 'number' && (unit === '' || unit === 'time'));
  if (!inWords || !isCount || hedges.size > 0 || per !== '' || from !== to || !Number.isInteger(from)) return false;
  const isCounted = evidence.some(({ figures }) =>
    figures.some((other) => other.kind === kind && other.noun === noun && noun !== ''),
  );
  return !isCounted && from <= new Set(evidence).size;
}
