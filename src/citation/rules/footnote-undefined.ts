import type { Footnotes } from '#citation/footnote.ts';
import type { LostReference } from '#citation/lost-reference.ts';
import type { Problem } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';

/** Report references that do not become one. GFM shows them as other text, so the claim would stand without a source. */
export function footnoteUndefined(footnotes: Footnotes, file: string): Problem[] {
  const meantBy = labelsMeant(footnotes);
  return footnotes.lostReferences.map((lost) => {
    const { label, fault, place } = lost;
    return { ruleId: 'footnote-undefined', label, fault, suggestions: meantBy(lost), file, place };
  });
}

/** Each label is compared with that of every footnote: of more lost ones nobody reads what they may have been meant to be. */
const MOST = 500;

/** The labels that a lost reference may have been meant to have; first those of footnotes that nothing refers to. */
export function labelsMeant({ definitions, references }: Footnotes): (lost: LostReference) => readonly string[] {
  const used = new Set(references.map(({ identifier }) => identifier));
  const labels = definitions.map(({ label }) => label);
  const unused = new Set(definitions.filter(({ identifier }) => !used.has(identifier)).map(({ label }) => label));
  const known = new Map<string, readonly string[]>();
  return ({ label }) => {
    const name = label.trim().replace(/\s+/g, '-');
    const meant = known.get(name);
    if (meant) return meant;
    const near = known.size < MOST ? suggest(name, labels) : [];
    const sorted = [...near.filter((one) => unused.has(one)), ...near.filter((one) => !unused.has(one))];
    known.set(name, sorted);
    return sorted;
  };
}
