import { type Span, spanOfLines } from '#text/location.ts';
import { type AnchoredText, AROUND, isSameAnchor, type LineRange, wordsAt } from './anchor.ts';
import { isHidden, linesOf } from './mark-facts.ts';
import { type Mark, markAll, markErrata, markRegions, markSpeech, properText } from './marks.ts';
import type { SourceRecord } from './record.ts';

/** What became of an entry of a record, or of one of its lines, since a person saw its words. */
export interface MarkReview {
  readonly mark: Mark;
  /**
   * `moved`: the same words are on other lines; `changed`: they are not there any more; `unseen`: there is no anchor;
   * `missing`: nothing is where the record says.
   */
  readonly outcome: 'holds' | 'moved' | 'changed' | 'unseen' | 'missing';
  /** The lines to write into the record. */
  readonly to: LineRange | undefined;
  /** The words at that time, where they are known, and now: in normal form. */
  readonly was: readonly string[] | undefined;
  readonly now: readonly string[];
  readonly isHidden: boolean;
}

/** A record with its text. */
export interface Marked {
  readonly record: SourceRecord;
  readonly text: AnchoredText;
}

/**
 * Compare the entries of a record with the words that a person saw.
 *
 * @param before The text of that time with the record of that time; it may lack anchors.
 * @param inNow Where a character of that text is now.
 */
export function reviewMarks(
  { record, text }: Marked,
  before: Marked | undefined,
  inNow: (offset: number) => number | undefined = () => undefined,
): MarkReview[] {
  const earlier = before ? markAll(before.record, before.text) : [];
  const isSameText = before?.text.raw === text.raw;
  const review = (marks: readonly Mark[]) => {
    const compared = marks.map((mark) => {
      const then =
        earlier.find(({ actual }) => isSameAnchor(mark.recorded, actual)) ??
        earlier.find(({ list, index, part }) => list === mark.list && index === mark.index && part === mark.part);
      // What is new in the record was not seen, unless its text was not seen either.
      return { mark, then, seen: mark.recorded ?? (isSameText ? undefined : then?.actual) };
    });
    const bySeen = Map.groupBy(compared, ({ seen }) => seen);
    return compared.map(({ mark, then, seen }): MarkReview => {
      const alike = bySeen.get(seen) ?? [];
      const places = seen === undefined ? [] : mark.placesOf(seen);
      // Page marks may all have the same words: they stay in order.
      const place = places.length === alike.length ? places[alike.findIndex((one) => one.mark === mark)] : undefined;
      const { outcome, to } = outcomeOf(mark, text, seen, place, guessOf(mark, then, text, inNow));
      const isThen = then?.actual !== undefined && (seen === undefined || isSameAnchor(seen, then.actual));
      return {
        ...{ mark, outcome, to },
        was: isThen && before ? wordsOf(before.text, then, undefined) : undefined,
        now: wordsOf(text, mark, to),
        isHidden: mark.list === 'regions' && isHidden(record.regions[mark.index]),
      };
    });
  };

  const ofRegions = review(markRegions(record, text));
  // Speech runs over page marks: those have to be in their places first.
  const settled = withLines(record, ofRegions);
  const proper = properText(settled, markRegions(settled, text), text);
  return [...ofRegions, ...review(markErrata(record, text)), ...review(markSpeech(record, text, proper))];
}

/** The record with the regions on the lines where their words are now. */
function withLines(record: SourceRecord, reviews: readonly MarkReview[]): SourceRecord {
  const moved = reviews.flatMap(({ mark, to }) => (to ? { mark, to } : []));
  const regions = record.regions.map((region, index) => {
    const lines = region.lines?.map(
      (range, part) => moved.find(({ mark }) => mark.index === index && mark.part === part)?.to ?? range,
    );
    return lines ? { ...region, lines } : region;
  });
  return { ...record, regions };
}

/** @param place Where the words that were seen are now. @param guess Where what is left of them is. */
function outcomeOf(
  { spans: [span], actual }: Mark,
  text: AnchoredText,
  seen: string | undefined,
  place: LineRange | undefined,
  guess: LineRange | undefined,
): Pick<MarkReview, 'outcome' | 'to'> {
  const own = span && linesOf(text, span);
  const isSame = isSameAnchor(seen, actual);
  const isOwn = isSame && own && place && place.from <= own.to && own.from <= place.to;
  if (place && !isOwn) return { outcome: 'moved', to: place };
  if (isSame) return { outcome: 'holds', to: undefined };
  if (guess && seen !== undefined && !(own && guess.from === own.from && guess.to === own.to)) {
    return { outcome: 'changed', to: guess };
  }
  if (actual === undefined) return { outcome: 'missing', to: undefined };
  return { outcome: seen === undefined ? 'unseen' : 'changed', to: undefined };
}

/** The lines of what is left of the words that were seen; for a slip, the only line that has its characters. */
function guessOf(
  { path, faults: [fault] }: Mark,
  then: Mark | undefined,
  text: AnchoredText,
  inNow: (offset: number) => number | undefined,
): LineRange | undefined {
  if (path[2] !== 'lines' && path[2] !== 'line') return undefined;
  const [span] = then?.spans ?? [];
  const kept = span ? range(span).flatMap((offset) => inNow(offset) ?? []) : [];
  const [start, end] = [kept[0], kept.at(-1)];
  if (start !== undefined && end !== undefined) return linesOf(text, { start, end: end + 1 });
  const lines = fault?.fact.ruleId === 'erratum-not-found' ? fault.fact.elsewhere : [];
  const [line] = lines;
  return line !== undefined && lines.length === 1 ? { from: line, to: line } : undefined;
}

function range({ start, end }: Span): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** What a person looks at: whole lines, a stretch of speech, or words with what stands around them. */
function wordsOf(text: AnchoredText, { list, path, spans }: Mark, to: LineRange | undefined): string[] {
  const onLines = (lines: LineRange) => spanOfLines(text.lines, text.raw.length, lines.from, lines.to);
  const shown = to ? [onLines(to)] : spans.map((span) => (list === 'errata' ? onLines(linesOf(text, span)) : span));
  return shown.flatMap((span) => (span ? wordsAt(text, span, path[2] === 'words' ? AROUND : 0) : []));
}
