import { overlaps, type Span } from '#text/location.ts';
import { type DateMention, readDates } from './date.ts';
import { type Figure, readFigures } from './figure.ts';
import { type TextMention, type TextNames, textsIn } from './text-name.ts';

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

/** A part of a statement with its dates and figures, and the texts that it names. */
export interface PartReading extends Reading {
  readonly mentions: readonly TextMention[];
}

/** Read a part of a statement: `the 2017 overview` is a name, not a date. */
export function readPart(text: string, texts: TextNames): PartReading {
  const mentions = textsIn(text, texts);
  const isInName = (span: Span) => mentions.some((mention) => overlaps(span, mention));
  const dates = readDates(text).filter((date) => !isInName(date));
  return { text, mentions, dates, figures: readFigures(text, dates).filter((figure) => !isInName(figure)) };
}
