import type { Footnotes } from '#citation/footnote.ts';
import type { Problem } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';

/** Report references without a footnote. GFM shows them as plain text, so the claim would stand without a source. */
export function footnoteUndefined({ definitions, undefinedReferences }: Footnotes, file: string): Problem[] {
  const labels = definitions.map(({ label }) => label);

  return undefinedReferences.map(({ label, place }) => ({
    ruleId: 'footnote-undefined',
    label,
    suggestions: suggest(label, labels),
    file,
    place,
  }));
}
