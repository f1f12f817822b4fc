import { compareLimits } from './compare-limits.ts';
import { compareRoles } from './compare-roles.ts';
import type { Placed } from './comparison.ts';
import { type DateMention, supportsDate } from './date.ts';
import { keepsRelation, placeOfDate } from './date-relation.ts';
import type { Evidence } from './evidence.ts';
import { readOffices, supportsOffice } from './office.ts';
import { findSwaps } from './order.ts';
import type { OwnCounts } from './own-count.ts';
import type { Reading } from './reading.ts';

/**
 * Compare what a statement makes of the things it names: who holds an office, which figure is of what, who does
 * what, when something was so, and how far. `words` are those of the statement as readers see them.
 *
 * @param isUnattributed Is it reported that nobody is named who says so? Then no charge or report need be.
 */
export function compareMeaning(
  reading: Reading,
  words: string,
  evidence: readonly Evidence[],
  isUnattributed = false,
  counts?: OwnCounts,
): readonly Placed[] {
  const { text, dates } = reading;
  return [
    ...compareOffices(reading, words, evidence),
    ...compareOrder(reading, words, evidence, counts),
    ...compareRoles(reading, words, evidence),
    ...compareRelations(text, dates, words, evidence),
    ...compareLimiting(reading, words, evidence, isUnattributed),
  ];
}

/** An office at a name is at that name in a passage or its sentence. */
function compareOffices({ text, words: read }: Reading, statement: string, evidence: readonly Evidence[]): Placed[] {
  return readOffices(text, read).flatMap(({ start, end, ...office }): Placed[] => {
    const { words, person } = office;
    if (!person || person.length === 0) return [];
    const supports = ({ sentences }: Evidence) =>
      sentences.map((passage) => supportsOffice({ ...office, start, end }, passage));
    const base = { kind: 'office', words } as const;
    const by = evidence.find((other) => supports(other).includes(true));
    if (by) return [{ start, end, compared: { ...base, verdict: 'held', by, where: 'sentence' } }];
    // That the person is in no passage is another problem.
    if (!evidence.some((other) => supports(other).includes(false))) return [];
    const fact = { ruleId: 'office-unsupported', statement, office: words, name: nameOf(text, end, person) } as const;
    return [{ start, end, compared: { ...base, verdict: 'unsupported', by: undefined, fact } }];
  });
}

/** Figures and dates stand at the things at which the passages have them. */
function compareOrder(
  reading: Reading,
  statement: string,
  evidence: readonly Evidence[],
  counts: OwnCounts | undefined,
): Placed[] {
  const swaps = findSwaps(
    reading,
    evidence.map((by) => by.reading),
    counts,
  );
  return swaps.map(({ start, end, figure, at, instead }): Placed => {
    const fact = { ruleId: 'figures-swapped', statement, figure, at, instead } as const;
    return { start, end, compared: { kind: 'order', words: figure, verdict: 'unsupported', by: undefined, fact } };
  });
}

/** `since 1993` is not `in 1993`. */
function compareRelations(
  text: string,
  dates: readonly DateMention[],
  statement: string,
  evidence: readonly Evidence[],
): Placed[] {
  return dates.flatMap((date): Placed[] => {
    const { start, end, words } = date;
    const place = placeOfDate(text, date);
    const outcomes = evidence.flatMap((by) =>
      by.dates
        .filter((other) => supportsDate(date, other))
        .map((other) => ({ by, other, outcome: keepsRelation(place, other) })),
    );
    const [first] = outcomes;
    if (!first || !outcomes.every(({ outcome }) => outcome === false)) return [];
    const fact = {
      ruleId: 'limit-changed',
      statement,
      fault: 'changed',
      limit: first.other.phrase,
      now: place.phrase,
      sourceId: first.by.passage.sourceId,
      line: first.by.passage.lines.from,
    } as const;
    return [{ start, end, compared: { kind: 'limit', words, verdict: 'unsupported', by: first.by, fact } }];
  });
}

function compareLimiting(
  { text, words }: Reading,
  statement: string,
  evidence: readonly Evidence[],
  isUnattributed: boolean,
): Placed[] {
  const found = compareLimits(text, words, evidence).filter(({ isSpeech }) => !(isSpeech && isUnattributed));
  return found.map(({ outcome, limit, by, line, start, end }): Placed => {
    const base = { kind: 'limit', words: limit, by } as const;
    if (outcome === 'kept') return { start, end, compared: { ...base, verdict: 'held', where: 'sentence' } };
    const { sourceId } = by.passage;
    const now = text.slice(start, end);
    const fact = { ruleId: 'limit-changed', statement, fault: outcome, limit, now, sourceId, line } as const;
    return { start, end, compared: { ...base, verdict: 'unsupported', fact } };
  });
}

/** As the statement writes it. */
function nameOf(text: string, from: number, person: readonly string[]): string {
  const lower = text.toLowerCase();
  const at = Math.max(lower.indexOf(person.join(' '), from), lower.indexOf(person.join(' ')));
  return at === -1 ? person.join(' ') : text.slice(at, at + person.join(' ').length);
}
