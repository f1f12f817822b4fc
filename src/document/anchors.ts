import { normalizeUri } from 'micromark-util-sanitize-uri';
import type { Passage } from '#citation/resolve.ts';

/** Prefix of every id of a footnote, so that no heading can have the same id (`clobberPrefix`). */
export const NOTE_PREFIX = 'note-';

/** The id of the `ordinal`th reference to a footnote, as `mdast-util-to-hast` makes it. */
export function referenceId(identifier: string, ordinal: number): string {
  const safe = normalizeUri(identifier.toLowerCase());
  return `${NOTE_PREFIX}fnref-${safe}${ordinal > 1 ? `-${ordinal}` : ''}`;
}

/** The id of a footnote, as `mdast-util-to-hast` makes it. */
export function noteId(identifier: string): string {
  return `${NOTE_PREFIX}fn-${normalizeUri(identifier.toLowerCase())}`;
}

/** The fragment of a passage on the page of its source: `c12-80`, or `c12-80_95-120` for a quote with `[…]`. */
export function passageId({ parts }: Passage): string {
  return `c${parts.map(({ start, end }) => `${start}-${end}`).join('_')}`;
}
