import type { WordComparison } from '#text/compare-words.ts';
import { type LineIndex, locate, type Span } from '#text/location.ts';

/** A stretch of a text that changed, with the words around it. */
export interface TextChange {
  /** The line of the later text where it starts, from 1. */
  readonly line: number;
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
  /** Its words, or some next to it, are not to be printed: a program must not show them, and only a person can judge. */
  readonly isHidden: boolean;
}

/** A text, and the parts of it that are never printed. */
export interface PartlyHidden {
  readonly raw: string;
  readonly hidden: readonly Span[];
}

/** How many characters are shown on each side of a change. */
const AROUND = 40;

/**
 * List the changes of a text.
 *
 * @param isSecret From `secretsOf`: what was hidden is hidden wherever it is now.
 */
export function listChanges(
  before: PartlyHidden,
  now: PartlyHidden & { readonly lines: LineIndex },
  { changes }: WordComparison,
  isSecret: (words: string) => boolean,
): TextChange[] {
  return changes.map(({ first, second }) => {
    const shown = widen(now.raw, second);
    const removed = before.raw.slice(first.start, first.end);
    const touches = ({ hidden }: PartlyHidden, { start, end }: Span) =>
      hidden.some((span) => span.start < end && start < span.end);
    return {
      line: locate(now.lines, second.start).line,
      before: now.raw.slice(shown.start, second.start),
      removed,
      added: now.raw.slice(second.start, second.end),
      after: now.raw.slice(second.end, shown.end),
      isHidden:
        touches(now, shown) ||
        touches(before, { start: first.start - AROUND, end: first.end + AROUND }) ||
        isSecret(removed) ||
        isSecret(now.raw.slice(shown.start, shown.end)),
    };
  });
}

/** Half a word may be half a secret: what is around a change begins and ends with whole ones. */
function widen(raw: string, { start, end }: Span): Span {
  const before = raw.slice(0, Math.max(0, start - AROUND));
  const after = raw.slice(end + AROUND);
  return { start: before.length - (/\S*$/.exec(before)?.[0].length ?? 0), end: end + AROUND + after.search(/\s|$/) };
}

/** Tell whether some words have a word, or two in a row, that only hidden parts of the earlier text have. */
export function secretsOf(before: PartlyHidden): (words: string) => boolean {
  return isAmong(hiddenGrams(before).difference(openGrams(before)));
}

/** Tell whether some words have one of these words, or pairs of words. */
export function isAmong(grams: ReadonlySet<string>): (words: string) => boolean {
  return (words) => gramsOf(words).some((gram) => grams.has(gram));
}

export function hiddenGrams({ raw, hidden }: PartlyHidden): Set<string> {
  return new Set(hidden.flatMap(({ start, end }) => gramsOf(raw.slice(start, end))));
}

export function openGrams({ raw, hidden }: PartlyHidden): Set<string> {
  let open = raw;
  for (const { start, end } of hidden) open = open.slice(0, start) + '\n'.repeat(end - start) + open.slice(end);
  return new Set(gramsOf(open));
}

/** The words of a text and each two in a row, in lower case. */
export function gramsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
}
