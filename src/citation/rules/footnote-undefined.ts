import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Footnotes } from '#citation/footnote.ts';
import { type LostReference, labelsIn } from '#citation/lost-reference.ts';
import type { Problem } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';

/**
 * Report lost references: GFM shows them as plain text, so the statement would have no source. Where the footnote itself
 * is written wrongly, only that is reported, not the references to it.
 */
export function footnoteUndefined(footnotes: Footnotes, file: string): Problem[] {
  const meantBy = labelsMeant(footnotes);
  const { lostReferences } = footnotes;
  const nameOf = ({ label }: LostReference) => normalizeIdentifier(label);
  const mistaken = new Set(lostReferences.filter(({ fault }) => /^no-c/.test(fault)).map(nameOf));
  const own = lostReferences.filter((lost) => lost.fault !== 'missing' || !mistaken.has(nameOf(lost)));
  return own.map((lost) => {
    const { label, fault, place } = lost;
    return { ruleId: 'footnote-undefined', label, fault, suggestions: meantBy(lost), file, place };
  });
}

/** The labels a lost reference may have been meant to have, those of unused footnotes first. */
export function labelsMeant({ definitions, references }: Footnotes): (lost: LostReference) => readonly string[] {
  const used = new Set(references.map(({ identifier }) => identifier));
  const labels = definitions.map(({ label }) => label);
  const unused = new Set(definitions.filter(({ identifier }) => !used.has(identifier)).map(({ label }) => label));
  return ({ label, fault }) => {
    if (fault === 'joined') return labelsIn(label);
    const near = suggest(label.trim().replace(/\s+/g, '-'), labels);
    return [...near.filter((one) => unused.has(one)), ...near.filter((one) => !unused.has(one))];
  };
}
