import type { Fact } from '#problem/problem.ts';
import { locate, type Span, spanOfLines } from '#text/location.ts';
import { type NormalizedText, normalize, rawSpan } from '#text/normalize.ts';
import { findAll } from '#text/search.ts';
import {
  type AnchoredText,
  anchorAround,
  anchorOf,
  findLines,
  isSameAnchor,
  type LineRange,
  wordsAt,
} from './anchor.ts';
import type { SourceRecord } from './record.ts';

/** What an entry of a record, or one of its `lines`, marks in the raw text. */
export interface Mark {
  readonly list: 'regions' | 'errata' | 'speech';
  /** Which entry of the list, from 0. */
  readonly index: number;
  /** Which of its anchors, from 0. */
  readonly part: number;
  /** The value of the record that says where it is. */
  readonly path: readonly PropertyKey[];
  /** In the raw text; empty where it is not there. */
  readonly spans: readonly Span[];
  /** Why it is not there. */
  readonly faults: readonly MarkFault[];
  /** The anchor in the record: the words that a person saw. */
  readonly recorded: string | undefined;
  /** The anchor of what it marks; undefined where it is not there. */
  readonly actual: string | undefined;
  /** Where the words of an anchor are now: as lines of their own, or as a slip with the same words around it. */
  readonly placesOf: (anchor: string) => readonly LineRange[];
}

/** What is wrong, and the value of the record it is about. */
export interface MarkFault {
  readonly path: readonly PropertyKey[];
  readonly fact: Fact & { readonly ruleId: 'region-not-found' | 'erratum-not-found' };
}

type RegionFact = Fact & { readonly ruleId: 'region-not-found' };

/** Find what all entries of a record mark, whether it is what a person saw or not. */
export function markAll(record: SourceRecord, text: AnchoredText): Mark[] {
  const regions = markRegions(record, text);
  return [...regions, ...markErrata(record, text), ...markSpeech(record, text, properText(record, regions, text))];
}

/** The text in which quotes are matched: without page furniture. */
export function properText({ regions }: SourceRecord, marks: readonly Mark[], { raw, whole }: AnchoredText) {
  const furniture = marks.filter(({ index }) => regions[index]?.kind === 'furniture').flatMap(({ spans }) => spans);
  return furniture.length === 0 ? whole : normalize(raw, joinSpans(furniture));
}

/** Find what `regions` marks, in the order of the record. */
export function markRegions({ regions }: SourceRecord, text: AnchoredText): Mark[] {
  return regions.flatMap(({ lines: ranges = [], words = [], anchor = [] }, index) => {
    const path = ['regions', index];
    const fault = (fault: 'lines' | 'words', more: Partial<RegionFact>, ...rest: PropertyKey[]): MarkFault => ({
      path: [...path, ...rest],
      fact: { ...regionFact(fault, text), ...more },
    });

    const whole = ranges.map((range, part): Mark => {
      const span =
        range.to > text.lineCount ? undefined : spanOfLines(text.lines, text.raw.length, range.from, range.to);
      return {
        ...{ list: 'regions', index, part, path: [...path, 'lines', part] },
        spans: span ? [span] : [],
        faults: span ? [] : [fault('lines', { lines: [printRange(range)] }, 'lines', part)],
        recorded: anchor[part],
        actual: span && anchorOf(wordsAt(text, span)),
        placesOf: (anchor) => findLines(text, anchor, range.to - range.from + 1),
      };
    });
    // With a missing line it is unclear where to look for words.
    if (words.length === 0 || whole.some(({ faults }) => faults.length > 0)) return whole;

    const within = ranges.length > 0 ? whole.flatMap(({ spans }) => spans) : [{ start: 0, end: text.raw.length }];
    const faults: MarkFault[] = [];
    const spans = words.flatMap((phrase, position) => {
      const places = findAll(text.raw, phrase).filter((place) => within.some((span) => contains(span, place)));
      if (places.length === 1) return places;
      const found = { words: phrase, lines: ranges.map(printRange), times: places.length };
      faults.push(fault('words', found, 'words', position));
      return [];
    });
    return [
      {
        ...{ list: 'regions', index, part: 0, path: [...path, 'words'] },
        ...{ spans, faults, recorded: anchor[0], actual: faults.length > 0 ? undefined : anchorAround(text, spans) },
        placesOf: () => [],
      },
    ];
  });
}

/** Find the slips of `errata`, in the order of the record. */
export function markErrata({ errata }: SourceRecord, text: AnchoredText): Mark[] {
  const { raw, lines } = text;
  return errata.map(({ line, printed, anchor }, index): Mark => {
    const all = findAll(raw, printed);
    const span = spanOfLines(lines, raw.length, line, line);
    const places = all.filter((place) => span && contains(span, place));
    const isThere = places.length === 1;
    const anchorAt = (place: Span) => anchorAround(text, [place]);
    const lineOf = ({ start }: Span) => locate(lines, start).line;
    const path = ['errata', index, 'line'];
    const fact = {
      ...({ ruleId: 'erratum-not-found', fault: 'words', printed, line, times: places.length } as const),
      elsewhere: all.map(lineOf),
    };
    const isElsewhere = all.length > 0 && places.length === 0;
    return {
      ...{ list: 'errata', index, part: 0, path, spans: isThere ? places : [] },
      faults: isThere ? [] : [{ path: isElsewhere ? path : ['errata', index, 'printed'], fact }],
      recorded: anchor,
      actual: isThere ? places.map(anchorAt)[0] : undefined,
      placesOf: (anchor) =>
        all
          .filter((place) => isSameAnchor(anchor, anchorAt(place)))
          .map(lineOf)
          .map((line) => ({ from: line, to: line })),
    };
  });
}

/**
 * Find the stretches of `speech`, in the order of the record: from the only occurrence of the first words to the next
 * occurrence of the last words.
 *
 * @param proper The text in which quotes are matched, without page furniture.
 */
export function markSpeech({ speech }: SourceRecord, text: AnchoredText, proper: NormalizedText): Mark[] {
  return speech.map(({ from, to, anchor }, index): Mark => {
    const path = ['speech', index, 'from'];
    const [first, ...more] = findAll(proper.text, normalize(from).text);
    const [last] = findAll(proper.text, normalize(to).text).filter(({ start }) => first && start >= first.start);
    const mark = { list: 'speech', index, part: 0, path, recorded: anchor, placesOf: () => [] } as const;
    if (first && last && more.length === 0) {
      const span = rawSpan(proper, { start: first.start, end: last.end });
      return { ...mark, spans: [span], faults: [], actual: anchorOf(wordsAt(text, span)) };
    }
    const isFirst = !first || more.length > 0;
    const [speech, words, times] = isFirst
      ? (['from', from, first ? 1 + more.length : 0] as const)
      : (['to', to, 0] as const);
    const fact = { ...regionFact('words', text), speech, words, times };
    return { ...mark, spans: [], faults: [{ path: ['speech', index, speech], fact }], actual: undefined };
  });
}

/** A fact about a region, to be completed. */
export function regionFact(fault: RegionFact['fault'], { lineCount }: Pick<AnchoredText, 'lineCount'>): RegionFact {
  return {
    ...{ ruleId: 'region-not-found', fault, speech: undefined, words: undefined, lines: [], times: 0 },
    ...{ lineCount, elsewhere: [] },
  };
}

/** As in a record: `31` or `1-8`. */
export function printRange({ from, to }: LineRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

/** Join spans that touch or overlap, in order. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
