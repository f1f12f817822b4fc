import type { Footnotes } from '#citation/footnote.ts';
import type { LostReference } from '#citation/lost-reference.ts';
import type { Problem } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';

/** Report references that do not become one. GFM shows them as other text, so the claim would stand without a source. */
export function footnoteUndefined(footnotes: Footnotes, file: string): Problem[] {
  return footnotes.lostReferences.map((lost) => {
    const { label, fault, place } = lost;
    return { ruleId: 'footnote-undefined', label, fault, suggestions: labelsMeant(lost, footnotes), file, place };
  });
}

/** The labels that a lost reference may have been meant to have; first those of footnotes that nothing refers to. */
export function labelsMeant({ label }: LostReference, { definitions, references }: Footnotes): string[] {
  const used = new Set(references.map(({ identifier }) => identifier));
  const unused = definitions.filter(({ identifier }) => !used.has(identifier)).map((definition) => definition.label);
  const near = suggest(
    label.trim().replace(/\s+/g, '-'),
    definitions.map((definition) => definition.label),
  );
  return [...near.filter((name) => unused.includes(name)), ...near.filter((name) => !unused.includes(name))];
}
