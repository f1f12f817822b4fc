import type { PublishedSource } from '#corpus/publish-source.ts';

/**
 * Write the style sheet that highlights the words of a note on the page of their source: the address names the passage,
 * and `:has()` finds its runs, even where passages overlap. It searches one section, since searching the whole page for
 * each passage takes seconds in a long text. Ids have digits, `c`, `-` and `_` only.
 */
export function writeHighlights(passages: PublishedSource['passages']): string {
  if (passages.length === 0) return '';
  const selectors = passages.map(({ id }) => `.section:has(#${id}:target) .${id}`);
  return `${selectors.join(',\n')}{background:var(--target);color:var(--on-target);forced-color-adjust:none}\n`;
}
