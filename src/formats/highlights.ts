import type { PublishedSource } from '#publication/publish-source.ts';

/**
 * Write the style sheet that highlights the words of a note on the page of their source without script: the address
 * names the passage, and `:has()` finds its runs, even where they overlap or nest. Ids have only digits, `c`, `-`, `_`.
 */
export function writeHighlights(passages: PublishedSource['passages']): string {
  if (passages.length === 0) return '';
  const selectors = passages.map(({ id }) => `.source-text:has(#${id}:target) .${id}`);
  return `${selectors.join(',\n')}{background:var(--target);color:var(--on-target);forced-color-adjust:none}\n`;
}
