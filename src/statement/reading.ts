import type { Span } from '#text/location.ts';
import { type DateMention, readDates } from './date.ts';
import { type Figure, readFigures } from './figure.ts';

/** A text in normal form with its dates and figures. */
export interface Reading {
  readonly text: string;
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
}

export function readingOf(text: string): Reading {
  const dates = readDates(text);
  return { text, dates, figures: readFigures(text, dates) };
}

/** Several texts as one, with `between` after each. */
export function joinReadings(readings: readonly Reading[], between: string): Reading {
  let text = '';
  const [dates, figures]: [DateMention[], Figure[]] = [[], []];
  for (const reading of readings) {
    const from = text.length;
    const moved = <Found extends Span>(found: Found): Found => {
      return { ...found, start: from + found.start, end: from + found.end };
    };
    dates.push(...reading.dates.map(moved));
    figures.push(...reading.figures.map(moved));
    text += reading.text + between;
  }
  return { text, dates, figures };
}
