import { overlaps, type Span } from '#text/location.ts';
import { type DateMention, readDates } from './date.ts';
import { type Figure, readFigures } from './figure.ts';
import { type TextMention, type TextNames, textsIn } from './text-name.ts';
import { readWords, type Word } from './word.ts';

/** A text in normal form with its dates and figures. */
interface Values {
  readonly text: string;
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
}

export interface Reading extends Values {
  /** Read when first asked for: a whole source is only asked for its values. */
  readonly words: readonly Word[];
}

export function readingOf(text: string): Reading {
  const dates = readDates(text);
  return reading(text, dates, readFigures(text, dates));
}

function reading(text: string, dates: readonly DateMention[], figures: readonly Figure[]): Reading {
  let words: readonly Word[] | undefined;
  return {
    text,
    dates,
    figures,
    get words() {
      words ??= readWords(text);
      return words;
    },
  };
}

/** Several texts as one, with `between` after each. */
export function joinReadings(readings: readonly Values[], between: string): Reading {
  let text = '';
  const [dates, figures]: [DateMention[], Figure[]] = [[], []];
  for (const one of readings) {
    const from = text.length;
    const moved = <Found extends Span>(found: Found): Found => {
      return { ...found, start: from + found.start, end: from + found.end };
    };
    dates.push(...one.dates.map(moved));
    figures.push(...one.figures.map(moved));
    text += one.text + between;
  }
  return reading(text, dates, figures);
}

/** A part of a statement with its dates and figures, and the texts that it names. */
export interface PartReading extends Values {
  readonly mentions: readonly TextMention[];
  /** Which nouns are counted by the page itself, where the site has some of its own. */
  readonly counts: TextNames['counts'];
}

/** Read a part of a statement: `the 2017 report` is a name, not a date. */
export function readPart(text: string, texts: TextNames): PartReading {
  const mentions = textsIn(text, texts);
  const isInName = (span: Span) => mentions.some((mention) => overlaps(span, mention));
  const dates = readDates(text).filter((date) => !isInName(date));
  const figures = readFigures(text, dates).filter((figure) => !isInName(figure));
  return { text, mentions, dates, figures, counts: texts.counts };
}
