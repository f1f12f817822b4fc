import { lowerCase } from '#text/case.ts';
import type { Span } from '#text/location.ts';
import { textBefore } from '#text/text-before.ts';
import { headsOf } from './echo.ts';
import type { Evidence } from './evidence.ts';
import { keptIn, type Limit } from './limit.ts';
import { hasStem, type Word } from './word.ts';

/** `Not yet` is more than `not`, unless the past says so. */
const FOR_GOOD = /(?<!\p{L})(?:do|does|is|are|has|have)(?: not|n't| no)(?!\p{L})/iu;
const FOR_NOW =
  /(?<!\p{L})(?:yet|still|so far|until|till|as of|at the time|then|when|by|once|in (?:\p{L}+ )?\d{4})(?!\p{L})/iu;

/** Does a statement keep a limit of its passage, in whatever words? It repeats what is limited at `echo`. */
export function keeps(
  { kind, words: limit, scope }: Limit,
  statement: string,
  words: readonly Word[],
  echo: Span,
  evidence: readonly Evidence[],
): boolean {
  if (isPresent(limit, statement, echo)) return true;
  const kept = keptIn(kind, statement);
  const verbs = headsOf(scope).slice(0, 2);
  switch (kind) {
    case 'charge':
    case 'report':
      return kept.some((cue) => isDenial(cue.words) || !isOfOwnText(statement, cue, evidence));
    case 'negation':
      if (/(?<!\p{L})yet(?!\p{L})/u.test(limit) && FOR_GOOD.test(statement) && !FOR_NOW.test(statement)) return false;
      // `stopped` keeps nothing of `did not stop`.
      return kept.some(
        (cue) => !words.some((word) => cue.start <= word.start && word.end <= cue.end && hasStem(verbs, word)),
      );
    case 'portion':
      return kept.length > 0;
    default:
      // `to supply`: it is still to be done.
      return kept.length > 0 || words.some((word, index) => words[index - 1]?.text === 'to' && hasStem(verbs, word));
  }
}

/** `It opens in 2025` is no more than `it is to be opened in 2025`. */
function isPresent(limit: string, statement: string, { start, end }: Span): boolean {
  if (!/^(?:is|are) to(?!\p{L})/iu.test(limit)) return false;
  const isPast =
    /(?:ed|en|ew|t|de)$/.test(statement.slice(start, end)) ||
    /(?:ha[sd]|have|was|were|been) $/.test(textBefore(statement, start));
  return !isPast;
}

/** `Neither text says …` says nothing of what it reports. */
function isDenial(words: string): boolean {
  return /^(?:not|no|neither|nor|none|\p{L}+n't)$/u.test(words);
}

const NAME_OF_TEXT =
  '(?:(?:the|an?|one|another|that|this) )?(?:[\\p{L}\\p{N}]+ ){0,2}(?:overviews?|article|feature|texts?|interview)';
const BEFORE_VERB = new RegExp(`(?<!\\p{L})${NAME_OF_TEXT},? $`, 'iu');
const BEHIND_VERB = new RegExp(`^ ${NAME_OF_TEXT}(?!\\p{L})`, 'iu');
/** In characters: the longest name of a text. */
const NEAR = 50;

/** Is a word of saying that of the cited text itself, as in `according to one overview` and `the Gazette wrote`? */
function isOfOwnText(statement: string, { start, end }: Span, evidence: readonly Evidence[]): boolean {
  const before = lowerCase(textBefore(statement, start));
  const behind = lowerCase(statement.slice(end, end + NEAR));
  const names = evidence.flatMap(({ record }) => record).map(lowerCase);
  return (
    BEFORE_VERB.test(before) ||
    BEHIND_VERB.test(behind) ||
    names.some((name) => before.endsWith(`${name} `) || before.endsWith(`${name}, `) || behind.startsWith(` ${name}`))
  );
}
