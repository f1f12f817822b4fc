/** Show a text as it is, in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&');
}
