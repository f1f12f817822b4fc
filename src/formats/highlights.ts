import type { PublishedSource } from '#corpus/publish-source.ts';

/**
 * Write the style sheet that lights up the words of a note on the page of their source, without script: the address names the
 * passage, and `:has()` finds its runs, also where passages overlap or nest. It looks in the section that has the passage, as
 * a look at the whole page for each passage takes seconds in a long text. The ids hold digits, `c`, `-` and `_` only.
 */
export function writeHighlights(passages: PublishedSource['passages']): string {
  if (passages.length === 0) return '';
  const selectors = passages.map(({ id }) => `.section:has(#${id}:target) .${id}`);
  return `${selectors.join(',\n')}{background:var(--target);color:var(--on-target);forced-color-adjust:none}\n`;
}
