import type { Span } from './location.ts';

/** An opening mark and its closing mark: one character each, possibly the same. */
export interface MarkPair {
  readonly open: string;
  readonly close: string;
}

/** Text between two marks. */
export interface Enclosed extends Span {
  /** Without the marks; `start` and `end` include them. */
  readonly inner: Span;
}

/**
 * Find what pairs of marks enclose, outermost only, in order. A mark without its counterpart is ignored.
 *
 * @param isMark Whether the character at this offset is a mark at all.
 */
export function findEnclosed(
  text: string,
  pairs: readonly MarkPair[],
  isMark: (at: number) => boolean = () => true,
): Enclosed[] {
  const anyMark = pairs.flatMap(({ open, close }) => [open, close]).map((mark) => RegExp.escape(mark));
  const kinds = pairs.map((pair) => ({ ...pair, count: 0 }));
  const open: { readonly kind: (typeof kinds)[number]; readonly at: number }[] = [];
  const found: Enclosed[] = [];

  const close = (kind: (typeof kinds)[number], end: number) => {
    for (let last = open.pop(); last; last = open.pop()) {
      last.kind.count--;
      if (last.kind !== kind) continue;
      // What was found inside it is not outermost.
      while ((found.at(-1)?.start ?? -1) > last.at) found.pop();
      found.push({ start: last.at, end: end + 1, inner: { start: last.at + 1, end } });
      return;
    }
  };

  for (const { 0: mark, index: at } of text.matchAll(new RegExp(anyMark.join('|'), 'g'))) {
    if (!isMark(at)) continue;
    const closing = kinds.find((kind) => kind.close === mark && kind.count > 0);
    const opening = kinds.find((kind) => kind.open === mark);
    if (closing) close(closing, at);
    else if (opening) {
      open.push({ kind: opening, at });
      opening.count++;
    }
  }
  return found;
}
