/** Show a text as it is, in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&');
}

/** Longer than any line of tildes that a text may have. */
const FENCE = '~'.repeat(12);

/** Show lines as they are, aligned, below an item of a list in Markdown. */
export function verbatimInItem(lines: readonly string[]): string {
  return ['', FENCE, ...lines.flatMap((line) => line.split('\n')), FENCE]
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
