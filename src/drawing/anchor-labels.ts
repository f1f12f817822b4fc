import type { FilledLane } from './lanes.ts';
import { textWidth } from './text-width.ts';

type LaneMark = FilledLane['marks'][number];

/** The words at a mark of a lane. */
interface AnchorLabel {
  readonly mark: LaneMark;
  readonly text: string;
  /** Which part of the words is at the mark. */
  readonly anchor: keyof typeof ANCHORS;
}

/** The share of the words that is before the mark, in order of preference. */
const ANCHORS = { start: 0, end: 1, middle: 0.5 };
/** In CSS pixels: the size of the letters, and the gap between two labels. */
const SIZE = 12;
const GAP = 14;
/** From the middle of a mark to a line that passes it, in CSS pixels. */
const CLEAR = 7;

/**
 * Place the labels of events at their marks in the lane of their first theme here, by lane, at `width` CSS pixels. One
 * without room is left out: no mark may be between it and its own, and labels, which are in one line, may not touch.
 */
export function anchorLabels(lanes: readonly FilledLane[], width: number): Map<string, AnchorLabel[]> {
  const slugs = new Set(lanes.map(({ slug }) => slug));
  return new Map(
    lanes.map(({ slug, marks }) => {
      const taken: { from: number; to: number }[] = [];
      const labels = marks.flatMap((mark): AnchorLabel[] => {
        const { label: text, themes } = mark.event;
        if (text === undefined || themes.find((theme) => slugs.has(theme.slug))?.slug !== slug) return [];
        if (marks.some((other) => other.row > mark.row && Math.abs(other.from - mark.from) * width < CLEAR)) return [];
        const length = textWidth(text) * SIZE;
        for (const anchor of ['start', 'end', 'middle'] as const) {
          const from = mark.from * width - length * ANCHORS[anchor];
          const to = from + length;
          if (from < 0 || to > width || taken.some((other) => from < other.to + GAP && other.from < to + GAP)) continue;
          taken.push({ from, to });
          return [{ mark, text, anchor }];
        }
        return [];
      });
      return [slug, labels] as const;
    }),
  );
}
