import type { Footnotes } from '#citation/footnote.ts';
import type { Problem } from '#problem/problem.ts';

/** Report footnotes with the label of an earlier one: GFM shows only the first. */
export function footnoteDuplicate({ definitions }: Footnotes, file: string): Problem[] {
  const lines = new Map<string, number>();

  return definitions.flatMap(({ identifier, label, place }): Problem[] => {
    const firstLine = lines.get(identifier);
    if (firstLine === undefined) {
      lines.set(identifier, place.start.line);
      return [];
    }
    return [{ ruleId: 'footnote-duplicate', label, firstLine, file, place }];
  });
}
