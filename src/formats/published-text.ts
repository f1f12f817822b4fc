import type { PublishedLine } from '#publication/publish-source.ts';
import { countWhile, type Span } from '#text/location.ts';

/** The text of a source as the site serves it, with a map from the raw text. */
export interface PublishedText {
  /** The raw text; parts that are not published are replaced by the reason, over the same number of lines. */
  readonly text: string;
  /** Map the offset of a published character of the raw text. Both are UTF-16 code units. */
  readonly at: (raw: number) => number;
  /** How many code points are before an offset of `text`. */
  readonly codePointsBefore: (offset: number) => number;
  /** Page furniture in `text`, or its replacement, which quotes run over. In order, not overlapping. */
  readonly furniture: readonly Span[];
}

/** Write the published lines of a source, which have nothing withheld in them. */
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
      // A quote runs over it nevertheless.
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

/** Map a span of published raw text. */
export function publishedSpan({ at }: Pick<PublishedText, 'at'>, { start, end }: Span): Span {
  // By its last character: what follows may not be published.
  return { start: at(start), end: at(end - 1) + 1 };
}
