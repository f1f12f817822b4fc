import type { Span } from '#text/location.ts';
import { headsOf } from './echo.ts';
import type { Evidence } from './evidence.ts';
import { keptIn, type Limit, readLimits } from './limit.ts';
import { hasStem, readWords, type Word } from './word.ts';

/** A denial in a statement, with a passage that says the same without it. */
interface AddedDenial extends Span {
  readonly limit: string;
  readonly by: Evidence;
}

/** Find verbs that a statement denies, `did not stop`, where its passages have them and nothing that denies. */
export function addedDenials(statement: string, words: readonly Word[], evidence: readonly Evidence[]): AddedDenial[] {
  if (!DENIED_VERB.test(statement)) return [];
  return readLimits(statement, words).flatMap((limit): AddedDenial[] => {
    const { start, end } = limit;
    if (!deniesVerb(limit, statement)) return [];
    const by = evidence.find((other) => isContradicted(limit, other));
    if (!by || evidence.some((other) => denies(other, limit))) return [];
    return [{ limit: limit.words, by, start, end }];
  });
}

const ADVERBS = '(?: \\p{L}+ly| yet)*';
const DENIED_VERB = new RegExp(
  `(?:(?<!\\p{L})(?:do|does|did|has|have|had|will|would|could|can)(?: not|n't)|never|no longer|cannot)` +
    `${ADVERBS} (\\p{L}+)|(?<!\\p{L})(?:is|are|was|were|been)(?: not|n't)${ADVERBS} (\\p{L}+e[dn])(?!\\p{L})`,
  'iu',
);
/** A page often says what a text does not tell. */
const SAYING =
  /^(?:say|said|nam|tell|told|giv|mention|stat|report|explain|dat|know|print|quot|describ|specif|identif|list|record)/;

/** `What did not go west` denies nothing. */
const RELATIVE = /(?<!\p{L})(?:what|who|whom|which|those|if|whether)(?: \p{L}+){0,3} $/iu;

/** `did not stop`, `was not published`; not `not in Baku`, nor what a text does not say. */
function deniesVerb({ kind, start, end }: Limit, statement: string): boolean {
  if (kind !== 'negation' || RELATIVE.test(statement.slice(0, start))) return false;
  const from = Math.max(0, start - 8);
  const match = DENIED_VERB.exec(statement.slice(from));
  const verb = match?.[1] ?? match?.[2];
  return match !== null && from + match.index <= end && verb !== undefined && !SAYING.test(verb.toLowerCase());
}

function isContradicted({ scope, subject }: Limit, { stems }: Evidence): boolean {
  const [head] = headsOf(scope);
  if (!head || !stems.has(head.stem)) return false;
  const has = ({ stem }: Word) => stems.has(stem);
  return scope.filter(has).length >= 2 && (subject.length === 0 || subject.some(has));
}

/** Words that speak of a part only, so that the denial may be of the rest. */
const PARTS = /(?<!\p{L})(?:most|some|many|few|rest|others?|part|half|except|instead)(?!\p{L})/iu;

/** Has a passage a denial, in words other than those that the statement denies? */
function denies({ readings, sentences }: Evidence, { scope }: Limit): boolean {
  const text = sentences[0] ?? readings[0] ?? '';
  const cues = keptIn('negation', text);
  return PARTS.test(text) || cues.some((cue) => !readWords(cue.words).some((word) => hasStem(scope, word)));
}
