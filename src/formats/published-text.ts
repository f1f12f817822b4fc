import type { PublishedLine } from '#corpus/publish-source.ts';
import type { Span } from '#text/location.ts';
import { countWhile } from '#text/location.ts';

/** A source as the site serves it as plain text, and where the characters of the raw text stand in it. */
export interface PublishedText {
  /** The raw text to the letter; where parts are not published, the same number of lines with the reason in their place. */
  readonly text: string;
  /** Map an offset of the raw text that is published. Both count UTF-16 code units. */
  readonly at: (raw: number) => number;
  /** How many code points stand before an offset of `text`. */
  readonly codePointsBefore: (offset: number) => number;
  /** Page furniture in `text`, or what stands in its place, which quotes run over. In order, not overlapping. */
  readonly furniture: readonly Span[];
}

/** Write the lines of a source as its page shows them: nothing that is withheld can be in them. */
export function publishText(lines: readonly PublishedLine[]): PublishedText {
  const segments: { raw: number; start: number }[] = [];
  const furniture: Span[] = [];
  let text = '';
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += '\n';
    if ('to' in line) {
      const { number, to, reason } = line;
      const place = number === to ? `Line ${number} is` : `Lines ${number} to ${to} are`;
      const start = text.length;
      text += `[${place} not published here: ${reason}]${'\n'.repeat(to - number)}`;
      // A quote runs over it all the same.
      if (line.kind === 'furniture') furniture.push({ start, end: text.length });
      continue;
    }
    for (const run of line.runs) {
      const start = text.length;
      segments.push({ raw: run.at, start });
      text += run.text;
      if (run.region === 'furniture') furniture.push({ start, end: text.length });
    }
  }
  let pairs: readonly number[] | undefined;
  return {
    text,
    at: (raw) => {
      const segment = segments[countWhile(segments, (one) => one.raw <= raw) - 1];
      return segment ? segment.start + (raw - segment.raw) : 0;
    },
    codePointsBefore: (offset) => {
      pairs ??= Array.from(text.matchAll(SURROGATE_PAIR), ({ index }) => index);
      return offset - countWhile(pairs, (pair) => pair + 1 < offset);
    },
    furniture,
  };
}

const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Where a span of the raw text, within what is published, stands in the published one. */
export function publishedSpan({ at }: Pick<PublishedText, 'at'>, { start, end }: Span): Span {
  // The last character, not the border behind it: there something that is not published may begin.
  return { start: at(start), end: at(end - 1) + 1 };
}
