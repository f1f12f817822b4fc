import { scaleLinear, scaleUtc } from 'd3-scale';
import type { EventDate } from '#document/event-date.ts';

/** A stretch of the axis in shares of its length, from 0 to 1; a point has two equal ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface TimeAxis {
  /** The dates before the scale in order of time, each with a slot of its own; not to scale. */
  readonly slots: readonly { readonly at: number; readonly label: string }[];
  /** The January firsts of the scale; only round years have a label. */
  readonly years: readonly { readonly at: number; readonly label: string | undefined }[];
  /** Where the scale begins: 0 without earlier dates, 1 without later ones. */
  readonly start: number;
  readonly place: (date: EventDate) => Stretch;
}

/** Earlier events are few and far between: to scale, they would push everything else into a corner. */
const FIRST_YEAR = '1990';
/** About how many years have a label; more would touch on a small drawing. */
const LABELS = 7;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Lay dates out on an axis: those from 1990 on to scale, earlier ones in slots.
 *
 * @param shareOfSlots The share of the axis that the slots get, given their number and that of the years on the scale.
 */
export function timeAxis(
  dates: readonly EventDate[],
  shareOfSlots: (slots: number, years: number) => number,
): TimeAxis {
  const early = dates.filter(isEarly).sort((a, b) => (a.first < b.first ? -1 : 1));
  const slots = [...new Set(early.map(labelOf))];
  const onScale = dates.flatMap(({ first, last }) => [first, last]).filter((day) => day >= FIRST_YEAR);
  const years = onScale.map((day) => Number(day.slice(0, 4)));
  const firstYear = slots.length > 0 ? Number(FIRST_YEAR) : Math.min(...years) - (Math.min(...years) % 5);
  const count = years.length === 0 ? 0 : Math.max(...years) + 1 - firstYear;

  const start = slots.length === 0 ? 0 : count === 0 ? 1 : shareOfSlots(slots.length, count);
  const slotAt = (index: number) => (start * (index + 0.5)) / slots.length;
  const scale = scaleUtc([Date.UTC(firstYear), Date.UTC(firstYear + count)], [start, 1]);
  const round = scaleLinear([firstYear, firstYear + count], [0, 1]).ticks(LABELS);

  const place = (date: EventDate): Stretch => {
    // A day lasts until the next one begins.
    const end = scale(Date.parse(date.last) + DAY);
    if (isEarly(date)) {
      const from = slotAt(slots.indexOf(labelOf(date)));
      return { from, to: isOpen(date) ? 1 : date.last < FIRST_YEAR ? from : end };
    }
    const from = scale(Date.parse(date.first));
    const middle = (from + end) / 2;
    if (isOpen(date)) return { from: middle, to: 1 };
    return isSpan(date) ? { from, to: end } : { from: middle, to: middle };
  };

  return {
    slots: slots.map((label, index) => ({ at: slotAt(index), label })),
    years: Array.from({ length: count === 0 ? 0 : count + 1 }, (_, index) => {
      const year = firstYear + index;
      return { at: scale(Date.UTC(year)), label: round.includes(year) ? String(year) : undefined };
    }),
    start,
    place,
  };
}

/** Is a date drawn as long as it may have lasted? A season is too short for that on any drawing. */
export function isSpan({ precision }: EventDate): boolean {
  return ['decade', 'century', 'interval', 'open'].includes(precision);
}

function isOpen({ precision }: EventDate): boolean {
  return precision === 'open';
}

function isEarly({ first }: EventDate): boolean {
  return first < FIRST_YEAR;
}

/** The beginning of a date as a short label: `5th c.`, `1700s`, `1730`. */
function labelOf(date: EventDate): string {
  if (!isSpan(date)) return String(Number(date.first.slice(0, 4)));
  return date.words
    .replace(/ to .*/, '')
    .replace('since ', '')
    .replace('the ', '')
    .replace(' century AD', ' c.')
    .replace(/^.*(\d{4})$/, '$1');
}
