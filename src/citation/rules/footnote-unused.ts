import type { Footnotes } from '#citation/footnote.ts';
import type { Problem } from '#problem/problem.ts';

/** Report footnotes that no claim refers to. GFM drops them, so readers would never see the source. */
export function footnoteUnused({ definitions, references }: Footnotes, file: string): Problem[] {
  const used = new Set(references.map(({ identifier }) => identifier));

  return definitions
    .filter(({ identifier }) => !used.has(identifier))
    .map(({ label, place }) => ({ ruleId: 'footnote-unused', label, file, place }));
}
