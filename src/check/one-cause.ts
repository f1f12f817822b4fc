/** One cause, one problem: what follows from another problem is left out, or made part of it. */
import type { Root } from 'mdast';
import type { CitationCheck } from '#citation/check.ts';
import type { Problem } from '#problem/problem.ts';
import { type Place, placeOfNode, spanOf } from '#text/location.ts';
import { findSuspicious, findSuspiciousReferences } from '#text/suspicious.ts';

/**
 * Add to statements without a footnote what the author may have forgotten: a paragraph right after a footnote is
 * perhaps its note, without the indentation; where one footnote has no reference, and one statement no footnote, the
 * reference is missing, and only the statement is reported.
 */
export function withHints(problems: readonly Problem[], tree: Root): Problem[] {
  const uncited = problems.filter(({ ruleId }) => ruleId === 'statement-uncited');
  if (uncited.length === 0) return [...problems];
  const unused = problems.filter((problem) => problem.ruleId === 'footnote-unused');
  const [only] = unused;
  const isOne = uncited.length === 1 && unused.length === 1;
  return problems.flatMap((problem) => {
    if (isOne && problem === only) return [];
    if (problem.ruleId !== 'statement-uncited') return problem;
    const behind = labelBefore(problem, tree);
    return { ...problem, ...(behind !== undefined && { behind }), ...(isOne && only && { unused: only.label }) };
  });
}

/** The label of the footnote right before the block of a problem. */
function labelBefore({ place }: Problem, { children }: Root): string | undefined {
  const at = children.findLastIndex((node) => placeOfNode(node).start.offset <= (place?.start.offset ?? 0));
  const before = children[at - 1];
  return before?.type === 'footnoteDefinition' ? (before.label ?? before.identifier) : undefined;
}

/** Drop the missing footnotes of pictures that are not shown: each has a problem of its own, at one of these places. */
export function withoutPictures(problems: readonly Problem[], pictures: readonly Place[]): Problem[] {
  const spans = pictures.map(spanOf);
  const isPicture = ({ place }: Problem) =>
    place && spans.some(({ start, end }) => start === place.start.offset && place.end.offset <= end);
  return problems.filter((problem) => problem.ruleId !== 'statement-uncited' || !isPicture(problem));
}

/** Drop footnotes without a reference: something else stands for one. */
export function withoutUnused(check: CitationCheck): CitationCheck {
  return { ...check, problems: check.problems.filter(({ ruleId }) => ruleId !== 'footnote-unused') };
}

/** Drop the problem of a quote, label or id with an invisible character: that character has a problem of its own. */
export function withoutUnseen(check: CitationCheck, text: string): CitationCheck {
  const hasUnseen = (problem: Problem) =>
    wordsOf(problem, text).some((words) => findSuspicious(words).length + findSuspiciousReferences(words).length > 0);
  return { ...check, problems: check.problems.filter((problem) => !hasUnseen(problem)) };
}

function wordsOf(problem: Problem, text: string): string[] {
  const { place } = problem;
  return [
    ...(problem.ruleId === 'quote-not-found' && place ? [text.slice(place.start.offset, place.end.offset)] : []),
    ...('label' in problem ? [problem.label] : []),
    ...('sourceId' in problem ? [problem.sourceId] : []),
  ];
}
