import type { Span } from '#text/location.ts';
import type { Evidence } from './evidence.ts';

/** A figure, date or quotation of a sentence. */
export interface ClauseItem extends Span {
  readonly words: string;
  /** The passages that have it; never empty. */
  readonly by: readonly Evidence[];
}

/** A text or a person that a sentence names. */
export interface Named extends Span {
  readonly words: string;
  /** Is a passage by it? Undefined where it is named, but not as the one who says so. */
  readonly isBy: ((evidence: Evidence) => boolean) | undefined;
}

/** An item next to somebody who does not have it. */
export interface Misplaced {
  readonly item: ClauseItem;
  readonly named: Named;
}

/** Where a contrast begins: what comes after it has a text or speaker of its own. */
const BORDER = /[;:]|, (?:while|whereas|but|although|though|against)(?!\p{L})| - /gu;

/** A clause on what a text does not have may say what another one has. */
const NEGATION =
  /(?<!\p{L})(?:not|no|none|neither|nor|never|nothing|without|unlike|silent|lacks?|missing|nowhere|gone|(?:left|leaves?) out|omit(?:s|ted))(?!\p{L})/iu;

/**
 * Find items that stand next to somebody who does not have them, at most one a clause. Within a clause each item may go
 * with the one named before it or with the one after it, the same way for all: only what is wrong in both readings is
 * reported.
 */
export function findMisplaced(text: string, named: readonly Named[], items: readonly ClauseItem[]): Misplaced[] {
  const isInItem = (at: number) => items.some(({ start, end }) => start < at && at < end);
  const borders = Array.from(text.matchAll(BORDER), ({ index }) => index).filter((at) => !isInItem(at));
  return [...borders, text.length].flatMap((end, index) => {
    const start = borders[index - 1] ?? 0;
    if (NEGATION.test(text.slice(start, end))) return [];
    const within = <Mark extends Span>(marks: readonly Mark[]) =>
      marks.filter((mark) => start <= mark.start && mark.start < end);
    const own = within(named);
    const readings = [neighborBefore, neighborAfter].map((neighbor) =>
      within(items).flatMap((item): Misplaced[] => {
        const named = neighbor(item, own);
        return !named?.isBy || item.by.some(named.isBy) ? [] : [{ item, named }];
      }),
    );
    const [best = []] = readings.sort((a, b) => a.length - b.length);
    return best.slice(0, 1);
  });
}

function neighborBefore(item: Span, named: readonly Named[]): Named | undefined {
  return named.findLast(({ end }) => end <= item.start) ?? named.find(({ start }) => start >= item.end);
}

function neighborAfter(item: Span, named: readonly Named[]): Named | undefined {
  return named.find(({ start }) => start >= item.end) ?? named.findLast(({ end }) => end <= item.start);
}
