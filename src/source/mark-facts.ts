import type { Fact } from '#problem/problem.ts';
import { locate, type Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';
import { findAll } from '#text/search.ts';
import { type AnchoredText, isSameAnchor, type LineRange, wordsAt } from './anchor.ts';
import { contains, joinSpans, type Mark, type MarkFault, markRegions, printRange, regionFact } from './marks.ts';
import type { SourceRecord } from './record.ts';

/**
 * What is wrong with marks: they are not there, or no person has seen the words that they are at. An entry that nobody
 * has seen is named once, and not while anything else is wrong with it.
 */
export function factsOf(marks: readonly Mark[], record: SourceRecord, text: AnchoredText): MarkFault[] {
  const isNew = ({ recorded, faults }: Mark) => recorded === undefined && faults.length === 0;
  const entries = Map.groupBy(marks, ({ list, index }) => `${list} ${index}`);
  return [...entries.values()].flatMap((parts) => {
    const rest = parts.filter((mark) => !isNew(mark)).flatMap((mark) => factsOfMark(mark, record, text));
    return rest.length > 0
      ? rest
      : parts
          .filter(isNew)
          .slice(0, 1)
          .flatMap((mark) => factsOfMark(mark, record, text));
  });
}

function factsOfMark(mark: Mark, record: SourceRecord, text: AnchoredText): readonly MarkFault[] {
  const { list, index, path, spans, faults, recorded, actual } = mark;
  const isSame = isSameAnchor(recorded, actual);
  const elsewhere = recorded === undefined || isSame ? [] : mark.placesOf(recorded);
  if (faults.length > 0) {
    return faults.map(({ path, fact }) => ({
      path,
      fact: fact.ruleId === 'region-not-found' ? { ...fact, elsewhere: elsewhere.map(printRange) } : fact,
    }));
  }
  if (isSame) return [];
  const unseen = list === 'regions' && isHidden(record.regions[index]) ? 'unsure' : 'unseen';
  if (list === 'errata') {
    const { printed, line = 0 } = record.errata[index] ?? {};
    const lines = elsewhere.map(({ from }) => from);
    const fault = recorded === undefined ? 'unseen' : 'changed';
    return [{ path, fact: { ruleId: 'erratum-not-found', fault, printed, line, times: 1, elsewhere: lines } }];
  }
  const fact = {
    ...regionFact(recorded === undefined ? unseen : 'changed', text),
    speech: list === 'speech' ? ('from' as const) : undefined,
    lines: [...new Set(spans.map((span) => printRange(linesOf(text, span))))],
    elsewhere: elsewhere.map(printRange),
  };
  return [{ path, fact }];
}

/** Is a region never printed? */
export function isHidden(region: SourceRecord['regions'][number] | undefined): boolean {
  return region?.kind === 'withheld' || region?.printed === false;
}

/** What a record keeps from being printed, in the raw text: sorted, not touching. */
export function hiddenSpans(record: SourceRecord, text: AnchoredText, marks = markRegions(record, text)): Span[] {
  return joinSpans(marks.filter(({ index }) => isHidden(record.regions[index])).flatMap(({ spans }) => spans));
}

/** The lines of the raw text that a span is on. */
export function linesOf({ lines }: Pick<AnchoredText, 'lines'>, { start, end }: Span): LineRange {
  return { from: locate(lines, start).line, to: locate(lines, Math.max(start, end - 1)).line };
}

/** Shorter words, such as the name of a country, may well stand elsewhere too, unless they are a line of their own. */
const LEAST_TELLING = 24;
/** Still shorter ones, such as a row of dashes, tell nothing even then. */
const LEAST_LINE = 8;

/**
 * Find lines and words that are hidden in one place and would be published in another: a text that was pasted twice
 * must not publish what its record withholds.
 *
 * @param hidden What is not published: sorted, not touching.
 */
export function exposedWords(
  { regions }: SourceRecord,
  marks: readonly Mark[],
  hidden: readonly Span[],
  text: AnchoredText,
): MarkFault[] {
  const { raw, lines, whole } = text;
  const isLine = ({ start, end }: Span) => {
    const before = raw.slice(raw.lastIndexOf('\n', start - 1) + 1, start);
    return `${before}${raw.slice(end).replace(/\n.*/s, '')}`.trim() === '';
  };
  return marks
    .filter(({ index }) => isHidden(regions[index]))
    .flatMap(({ path, spans }): MarkFault[] => {
      const phrases = spans.flatMap((span) => wordsOfLines(text, span).filter((words) => words.length >= LEAST_LINE));
      const places = phrases.flatMap((words) =>
        findAll(whole.text, words)
          .map((place) => rawSpan(whole, place))
          .filter((place) => !hidden.some((span) => contains(span, place)))
          .filter((place) => words.length >= LEAST_TELLING || isLine(place)),
      );
      if (places.length === 0) return [];
      const elsewhere = [...new Set(places.map(({ start }) => `${locate(lines, start).line}`))];
      return [{ path, fact: { ...regionFact('exposed', text), elsewhere } }];
    });
}

function wordsOfLines(text: AnchoredText, { start, end }: Span): string[] {
  let from = start;
  return text.raw
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const words = wordsAt(text, { start: from, end: from + line.length });
      from += line.length + 1;
      return words;
    });
}

/** Do some words stand anywhere outside what is hidden? Then a message may have them. */
export function isPublished({ whole }: AnchoredText, hidden: readonly Span[], words: string): boolean {
  return findAll(whole.text, normalize(words).text).some((place) => {
    const { start, end } = rawSpan(whole, place);
    return !hidden.some((span) => span.start < end && start < span.end);
  });
}

/** A fact about an entry without words that must not be printed. */
export function withoutHidden<Known extends Fact & { readonly ruleId: 'region-not-found' | 'erratum-not-found' }>(
  fact: Known,
  isSeen: (words: string) => boolean,
): Known {
  const keep = (words: string | undefined) => (words !== undefined && isSeen(words) ? words : undefined);
  return fact.ruleId === 'region-not-found'
    ? { ...fact, words: keep(fact.words) }
    : { ...fact, printed: keep(fact.printed) };
}
