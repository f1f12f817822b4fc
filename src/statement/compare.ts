import { type Hedge, isError } from '#problem/problem.ts';
import type { Span } from '#text/location.ts';
import { nearest } from '#text/search.ts';
import { compareNames } from './compare-names.ts';
import type { Compared, Placed } from './comparison.ts';
import { areDatesIn, type DateMention, partsOf, supportsDate } from './date.ts';
import type { Evidence } from './evidence.ts';
import { type Figure, fitFigure, isJoined, nameOf } from './figure.ts';
import { addedHedges, droppedHedges } from './hedge.ts';
import { isDateOfWriting, isOfItsTime } from './issue-date.ts';
import type { KnownNames } from './name.ts';
import { isOwnCount, type OwnCounts } from './own-count.ts';
import { quotationFinder } from './quotation.ts';
import { type PartReading, readPart } from './reading.ts';
import type { StatementPart } from './statement.ts';
import { countsPassages, countsTooManyTexts } from './text-count.ts';
import type { TextNames } from './text-name.ts';

/** The names that sentences may have. */
export interface Names {
  readonly known: KnownNames;
  readonly texts: TextNames;
}

/** Compare the figures, dates, quoted words and names of a part of a statement; `words` is the whole statement. */
export function comparePart(
  part: StatementPart,
  words: string,
  evidence: readonly Evidence[],
  { known, texts }: Names,
  isLabel: boolean,
  reading = readPart(part.text, texts),
): readonly Placed[] {
  return [
    ...compareValues(part, reading, words, evidence, isLabel),
    ...compareNames(part, reading, words, evidence, known, isLabel),
  ].sort((a, b) => a.start - b.start);
}

/** The same without names. */
export function compareValues(
  { text, quoted }: StatementPart,
  { dates, figures, mentions, counts }: PartReading,
  words: string,
  evidence: readonly Evidence[],
  isLabel: boolean,
): readonly Placed[] {
  const found: Placed[] = [];
  const add = ({ start, end }: Span, compared: Compared) => found.push({ start, end, compared });

  for (const date of dates) {
    const isWriting = ({ passage }: Evidence) =>
      isLabel ||
      isDateOfWriting(
        text,
        date,
        mentions.filter(({ sources }) => sources.includes(passage.sourceId)),
      );
    add(date, compareDate(date, words, evidence, isWriting));
  }
  for (const figure of figures) {
    // A name such as `F-16` is no amount; only another number in the same name is wrong.
    if (!isJoined(figure) || hasName(figure, evidence))
      add(figure, judgeFigure(figure, text, words, evidence, isLabel, counts));
  }
  for (const { inner, ...span } of quoted) {
    const quotation = text.slice(inner.start, inner.end);
    // Code between marks is not compared.
    if (/[\p{L}\p{N}]/u.test(quotation)) add(span, compareQuotation(quotation, words, evidence));
  }
  return found;
}

/**
 * A passage supports a date that spans one of its own dates. The date of issue of its source is that of writing, so it
 * supports only a date of that (`isWriting`), and of what the passage says of its own time.
 */
export function compareDate(
  date: DateMention,
  statement: string,
  evidence: readonly Evidence[],
  isWriting: (evidence: Evidence) => boolean = () => false,
): Compared {
  const base = { kind: 'date', words: date.words } as const;
  const inPassage = passageOfDate(date, evidence);
  if (inPassage) return { ...base, verdict: 'held', by: inPassage, where: 'passage' };
  // A month without a year is that of an event.
  const atIssue = evidence.filter(({ issued }) => issued && date.first !== undefined && supportsDate(date, issued));
  const issued = atIssue.find((other) => isWriting(other) || isOfItsTime(other));
  if (issued) return { ...base, verdict: 'held', by: issued, where: 'record' };
  const has = unique(evidence.flatMap(({ dates }) => dates.map(({ words }) => words)));
  const isOfIssue = atIssue.length > 0;
  const fact = { ruleId: 'date-unsupported', statement, date: date.words, isOfIssue, evidence: has } as const;
  return { ...base, verdict: 'unsupported', by: undefined, fact };
}

/** A whole source must have the date exactly: almost any year would contain one of its days by chance. */
function passageOfDate(date: DateMention, evidence: readonly Evidence[]): Evidence | undefined {
  // The ends of a range may be in two passages.
  const found = partsOf(date).map((end) => evidence.find(({ dates, isWhole }) => areDatesIn(end, dates, isWhole)));
  return found.every((passage) => passage !== undefined) ? found[0] : undefined;
}

/** Compare a figure, unless it is a count of our own. */
function judgeFigure(
  figure: Figure,
  text: string,
  statement: string,
  evidence: readonly Evidence[],
  isLabel: boolean,
  counts?: OwnCounts,
): Compared {
  const own = { kind: 'figure', words: figure.words, verdict: 'own-count', by: undefined } as const;
  if (isOwnCount(figure, text, counts) && !(isLabel && countsTooManyTexts(figure, text, evidence))) return own;
  const compared = compareFigure(figure, statement, evidence);
  return compared.by === undefined && countsPassages(figure, text, evidence) ? own : compared;
}

/** Has a passage the name that a number is part of, with any number? */
function hasName(figure: Figure, evidence: readonly Evidence[]): boolean {
  // A number that could be a year, as in `PortTel-2014`, was read as a date there.
  const withYear = new RegExp(`(?<!\\p{L})${RegExp.escape(nameOf(figure))}-\\d`, 'iu');
  return evidence.some(
    ({ figures, readings }) =>
      figures.some((other) => other.kind === 'name' && nameOf(other) === nameOf(figure)) ||
      readings.some((text) => withYear.test(text)),
  );
}

/** Without `hasHedges` only the number counts, as in charts, which have no words. */
export function compareFigure(
  figure: Figure,
  statement: string,
  evidence: readonly Evidence[],
  hasHedges = true,
): Compared {
  const all = evidence.flatMap((by) =>
    by.figures.map((other) => ({ by, other, fit: fitFigure(figure, other, statement) })),
  );
  // In `in Almar 12 ships` the number may be no part of the name.
  const isRenamed = figure.noun === '' && all.some(({ fit }) => fit === 'other-name');
  const same = all.filter(({ fit, other }) => fit === 'same' && (!isRenamed || other.kind === 'name'));
  const [first] = same;
  const base = { kind: 'figure', words: figure.words } as const;
  const fail = (fault: 'missing' | 'unit' | 'hedge-added' | 'hedge-dropped', hedges: readonly Hedge[]) => {
    const has = unique((first ? same : all).map(({ other }) => other.words));
    const fact = {
      ruleId: 'figure-unsupported',
      statement,
      figure: figure.words,
      fault,
      hedges,
      evidence: has,
    } as const;
    const verdict = isError({ ...fact, file: '', place: undefined }) ? 'unsupported' : 'warning';
    return { ...base, verdict, by: first?.by, fact } as const;
  };
  if (!first) return fail(all.some(({ fit }) => fit === 'other-unit') ? 'unit' : 'missing', []);

  if (!hasHedges) return { ...base, verdict: 'held', by: first.by, where: 'passage' };
  // One passage with both figure and hedge is enough.
  const fitting = same.find(
    ({ other: { hedges } }) =>
      addedHedges(figure.hedges, hedges).length === 0 && droppedHedges(figure.hedges, hedges, statement).length === 0,
  );
  if (fitting) return { ...base, verdict: 'held', by: fitting.by, where: 'passage' };
  const hedged = same.find(({ other: { hedges } }) => addedHedges(figure.hedges, hedges).length === 0);
  return hedged
    ? fail('hedge-dropped', droppedHedges(figure.hedges, hedged.other.hedges, statement))
    : fail('hedge-added', addedHedges(figure.hedges, first.other.hedges));
}

function compareQuotation(quotation: string, statement: string, evidence: readonly Evidence[]): Compared {
  const standsIn = quotationFinder(quotation);
  const base = { kind: 'quotation', words: quotation } as const;
  const inPassage = evidence.find(({ readings }) => readings.some(standsIn));
  if (inPassage) return { ...base, verdict: 'held', by: inPassage, where: 'passage' };
  const inRecord = evidence.find(({ record }) => record.some(standsIn));
  if (inRecord) return { ...base, verdict: 'held', by: inRecord, where: 'record' };
  const texts = evidence.flatMap(({ readings }) => readings.slice(0, 1)).join('\n');
  const near = quotation.length < 8 ? undefined : nearest(texts, quotation);
  const fact = {
    ruleId: 'quotation-unsupported',
    statement,
    quotation,
    nearest: near && texts.slice(near.start, near.end).trim(),
    hasBareEllipsis: quotation.replace(/\[[^\]]*\]/g, '').includes('...'),
  } as const;
  return { ...base, verdict: 'unsupported', by: undefined, fact };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
