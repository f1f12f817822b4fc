import type { Footnotes } from '#citation/footnote.ts';
import type { Problem } from '#problem/problem.ts';
import { labelsMeant } from './footnote-undefined.ts';

/**
 * Report footnotes without a reference: GFM drops them, so readers would never see the source. Where a lost reference
 * probably meant the footnote, only that is reported.
 */
export function footnoteUnused(footnotes: Footnotes, file: string): Problem[] {
  const { definitions, references, lostReferences } = footnotes;
  const used = new Set(references.map(({ identifier }) => identifier));
  const meantBy = labelsMeant(footnotes);
  const meant = new Set(
    lostReferences.flatMap((lost) => (lost.fault === 'joined' ? meantBy(lost) : meantBy(lost).slice(0, 1))),
  );

  // A reference within a quote keeps that from its passage: it has a problem of its own.
  const isInQuote = (label: string) => definitions.some(({ citations }) => citations?.source.includes(`[^${label}]`));

  return definitions
    .filter(({ identifier, label }) => !used.has(identifier) && !meant.has(label) && !isInQuote(label))
    .map(({ label, place }) => ({ ruleId: 'footnote-unused', label, file, place }));
}
