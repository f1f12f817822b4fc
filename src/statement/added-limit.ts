import type { Span } from '#text/location.ts';
import { textBefore } from '#text/text-before.ts';
import { headsOf } from './echo.ts';
import type { Evidence } from './evidence.ts';
import { keptIn, type Limit, readLimits } from './limit.ts';
import { hasStem, readWords, type Word } from './word.ts';

/** A limit that a statement adds, with a passage that says the same without it. */
export interface AddedLimit extends Span {
  readonly as: 'denial' | 'plan' | 'charge';
  /** `never stopped`, as written. */
  readonly limit: string;
  readonly by: Evidence;
}

/**
 * Find verbs of passages that a statement denies, `did not stop`, makes a plan, `was to stop`, or a charge, `allegedly
 * stopped`, where no passage does anything like it.
 */
export function addedLimits(statement: string, words: readonly Word[], evidence: readonly Evidence[]): AddedLimit[] {
  if (!ADDED.test(statement)) return [];
  return readLimits(statement, words).flatMap((limit): AddedLimit[] => {
    const as = kindOf(limit, statement);
    const by = as && evidence.find((other) => saysSo(limit, other));
    if (!as || !by || isRelative(limit, statement) || evidence.some((other) => limits(other, limit, as))) return [];
    return [{ as, limit: limit.words, by, start: limit.start, end: limit.end }];
  });
}

const ADVERBS = '(?: \\p{L}+ly| yet)*';
const DENIED_VERB = new RegExp(
  `(?:(?<!\\p{L})(?:do|does|did|has|have|had|will|would|could|can)(?: not|n't)|never|no longer|cannot)` +
    `${ADVERBS} (\\p{L}+)|(?<!\\p{L})(?:is|are|was|were|been)(?: not|n't)${ADVERBS} (\\p{L}+e[dn])(?!\\p{L})` +
    '|(?<!\\p{L})not (\\p{L}+(?:l?ty|[^l]y|al|ic|ous|ive|ful|ble|less|[ae]nt))(?!\\p{L})',
  'iu',
);
const PLANNED =
  /(?<!\p{L})(?:(?:is|are|was|were|plans|intended|hoped|agreed) to|planned|pledged|promised|vowed|could)(?= )/iu;
const CHARGED = /(?<!\p{L})(?:allegedly|supposedly|purportedly)(?= )/iu;
const ADDED = new RegExp(`${DENIED_VERB.source}|${PLANNED.source}|${CHARGED.source}`, 'iu');
/** A page often says what a text does not tell. */
const SAYING =
  /^(?:say|said|nam|tell|told|giv|mention|stat|report|explain|dat|know|print|quot|describ|specif|identif|list|record)/;

const RELATIVE = /(?<!\p{L})(?:what|who|whom|which|those|if|whether|so that)(?: \p{L}+){0,3} $/iu;

/** `What did not go west` denies nothing. */
function isRelative({ start }: Limit, statement: string): boolean {
  return RELATIVE.test(textBefore(statement, start));
}

function kindOf({ kind, words, start, end }: Limit, statement: string): AddedLimit['as'] | undefined {
  if (kind === 'plan') return PLANNED.test(words) ? 'plan' : undefined;
  if (kind === 'charge') return CHARGED.test(`${words} `) ? 'charge' : undefined;
  return kind === 'negation' && deniesVerb(statement, start, end) ? 'denial' : undefined;
}

/** `did not stop`, `was not published`; not `not in Oslo`, nor what a text does not say. */
function deniesVerb(statement: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 8);
  const match = DENIED_VERB.exec(statement.slice(from));
  const verb = match?.[1] ?? match?.[2] ?? match?.[3];
  return match !== null && from + match.index <= end && verb !== undefined && !SAYING.test(verb.toLowerCase());
}

/** Has a passage the verb, and enough of the words beside it? */
function saysSo({ scope, subject }: Limit, { stems }: Evidence): boolean {
  const [head] = headsOf(scope);
  if (!head || !stems.has(head.stem)) return false;
  const has = ({ stem }: Word) => stems.has(stem);
  return scope.filter(has).length >= 2 && (subject.length === 0 || subject.some(has));
}

/** Words that speak of a part only, so that the denial may be of the rest. */
const PARTS = /(?<!\p{L})(?:most|some|many|few|rest|others?|part|half|except|instead)(?!\p{L})/iu;
/** What is to be done, or may be done: a statement may say `could`. */
const OPEN = new RegExp(
  '(?<!\\p{L})(?:will|would|could|can|may|might|should|shall|(?:is|are|was|were) to|plan|inten[dt]|pledg|promis|vow|hop(?:e|ing)|' +
    'agree|deal|contract|propos|possib|potential|expect|schedul|set for|allow|permit|able|enabl|free|right|grant|licen[cs]e)',
  'iu',
);

/** Has a passage a limit of this kind, in words other than those that the statement limits? */
function limits({ readings, sentences, voices = [] }: Evidence, { kind, scope }: Limit, as: AddedLimit['as']): boolean {
  const text = sentences[0] ?? readings[0] ?? '';
  switch (as) {
    case 'plan': {
      const words = readWords(text);
      return OPEN.test(text) || words.some((word, at) => words[at - 1]?.text === 'to' && hasStem(headsOf(scope), word));
    }
    case 'charge':
      return voices.length > 0 || keptIn(kind, text).length > 0;
    case 'denial':
      return (
        PARTS.test(text) || keptIn(kind, text).some((cue) => !readWords(cue.words).some((word) => hasStem(scope, word)))
      );
  }
}
