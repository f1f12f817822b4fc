import type { Span } from '#text/location.ts';

/** What a date says of what happened: `in 1993`, `since 1993`. Others, such as `a 1993 memo`, have none. */
type DateRelation = 'at' | 'since' | 'until' | 'before' | 'after';

const RELATIONS: readonly (readonly [before: RegExp, relation?: DateRelation])[] = [
  // A range: `from the 1970s through the early 1990s`.
  [/(?<!\p{L})(?:from|between) [^,;:.]{1,40} (?:through|until|till|to|and)$/iu],
  [/(?<!\p{L})since(?: about| around| at least)?$/iu, 'since'],
  [/(?<!\p{L})(?:until|till|up to|through)$/iu, 'until'],
  [/(?<!\p{L})(?:before|prior to|ahead of)$/iu, 'before'],
  [/(?<!\p{L})(?:after|following)$/iu, 'after'],
  [/(?<!\p{L}|(?:day|month|year|date) )(?:in|on|during|throughout|dated)(?: the)?$/iu, 'at'],
];

/** A date in its text. */
export interface DatePlace {
  readonly relation: DateRelation | undefined;
  /** `since 1993` */
  readonly phrase: string;
  readonly text: string;
  readonly date: Span;
}

/** Read what stands before a date in its text. */
export function placeOfDate(text: string, { start, end }: Span): DatePlace {
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  const [pattern, relation] = RELATIONS.find(([pattern]) => pattern.test(before)) ?? [];
  const [words = ''] = (relation && pattern?.exec(before)) ?? [];
  return { relation, phrase: `${words} ${text.slice(start, end)}`.trim(), text, date: { start, end } };
}

/** In characters: how far is looked at on either side. */
const NEAR = 160;
const CLAUSE = /[,;:.!?()]| (?:and|but) /;
const SENTENCE = /[;:.!?]/;

function clauseOf({ text, date: { start, end } }: DatePlace): string {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const left = before.split(CLAUSE).at(-1) ?? '';
  // `On 25 December 1991, Norway …` continues after its comma.
  const [right = ''] = (/^\s*\p{L}*\s*$/u.test(left) ? after.replace(/^\s*,/, '') : after).split(CLAUSE);
  return left + right;
}

/** Its clause, and its sentence up to it. */
function sentenceOf(place: DatePlace): string {
  return `${place.text.slice(0, place.date.start).split(SENTENCE).at(-1)} ${clauseOf(place)}`;
}

/** What began at a date has been so since; what has been so since a date began at it. */
const BEGINNING = new RegExp(
  '(?<!\\p{L})(?:beg[aiu]n|start|open|establish|found|set up|launch|creat|introduc|settl|c[ao]me|arriv|dat|form|sign|' +
    'bec[ao]m|join|recogni|appoint|elect|restor|regain|mov|emigrat|immigrat|allow|permit|grant|legal)',
  'iu',
);
const ENDING = /(?<!\p{L})(?:end|clos|ceas|stop|last|expir|left|withdr|broke|abolish|dissol)/iu;

/** Does a statement keep the relation of a date in its passage? Undefined where that cannot be said. */
export function keepsRelation(claimed: DatePlace, evidence: DatePlace): boolean | undefined {
  const { relation: now } = claimed;
  const { relation: then } = evidence;
  if (now === undefined || then === undefined) return undefined;
  if (now === then) return true;
  const are = (one: DateRelation, other: DateRelation) => now === one && then === other;
  if (are('at', 'since')) return BEGINNING.test(clauseOf(claimed)) ? undefined : false;
  if (are('since', 'at')) return BEGINNING.test(sentenceOf(evidence)) ? undefined : false;
  if (are('at', 'until')) return ENDING.test(clauseOf(claimed)) ? undefined : false;
  if (are('until', 'at')) return ENDING.test(sentenceOf(evidence)) ? undefined : false;
  // Nearly the same: `since 1992`, `after 1992`.
  if (are('since', 'after') || are('after', 'since') || are('until', 'before') || are('before', 'until'))
    return undefined;
  return false;
}
