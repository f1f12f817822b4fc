import type { FilledLane } from './lanes.ts';
import { textWidth } from './text-width.ts';

type LaneMark = FilledLane['marks'][number];

/** The words at a mark of a lane. */
interface AnchorLabel {
  readonly mark: LaneMark;
  readonly text: string;
  /** Do the words end at the mark instead of beginning there? */
  readonly isAtEnd: boolean;
}

/** In all lanes together; more is a page to read, not a picture. */
const MOST = 8;
/** In characters. */
const LONGEST = 57;
/** In CSS pixels: the size of the letters, and the gap between two labels. */
const SIZE = 12;
const GAP = 14;

/**
 * Choose a few events whose first clause stands at their marks, by lane: those with a short one, an exact date and room,
 * at `width` CSS pixels. Only the highest mark of a stack can have words.
 */
export function anchorLabels(lanes: readonly FilledLane[], width: number): Map<string, AnchorLabel[]> {
  const most = Math.max(1, Math.floor(MOST / lanes.length));
  return new Map(
    lanes.map(({ slug, marks }) => {
      const isFree = (mark: LaneMark) =>
        !marks.some((other) => other.row > mark.row && Math.abs(other.from - mark.from) * width < SIZE);
      const taken: { from: number; to: number }[] = [];
      const labels: AnchorLabel[] = [];
      for (const mark of marks.filter(isFree).toSorted((a, b) => worthOf(b) - worthOf(a))) {
        const text = firstClause(mark.event.text);
        if (text === undefined) continue;
        const length = textWidth(text) * SIZE;
        const isAtEnd = mark.from * width + length > width;
        const from = mark.from * width - (isAtEnd ? length : 0);
        if (from < 0 || taken.some((other) => from < other.to + GAP && other.from < from + length + GAP)) continue;
        taken.push({ from, to: from + length });
        labels.push({ mark, text, isAtEnd });
        if (labels.length === most) break;
      }
      return [slug, labels] as const;
    }),
  );
}

function worthOf({ date }: LaneMark): number {
  return (date.inferred ? 0 : 2) + (['day', 'month'].includes(date.precision) ? 1 : 0);
}

/** The first clause of a sentence, if it is short and may have a verb: a name before a comma says nothing. */
function firstClause(sentence: string): string | undefined {
  const [clause = ''] = sentence.split(/[,;:(]|\.(?:\s|$)/, 1);
  const isOpening = /^(?:according|after|during|in|on|when|while)\b/i.test(clause);
  return clause.length <= LONGEST && clause.split(' ').length > 2 && !isOpening ? clause : undefined;
}
