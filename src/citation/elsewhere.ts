import type { Elsewhere, Fact } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import type { Quotation } from './citation.ts';
import { find, nearestIn } from './resolve.ts';
import { sourceRetracted } from './rules/source-retracted.ts';

type Sources = ReadonlyMap<string, Source | undefined>;

/** Find the first source, other than the cited one, that has the words of a quote exactly, where they can be cited. */
export function findElsewhere(quotation: Quotation, sources: Sources): Elsewhere | undefined {
  for (const source of othersOf(quotation, sources)) {
    const resolution = find({ ...quotation, sourceId: source.id, locator: undefined }, source);
    if (resolution?.ok) return { sourceId: source.id, lines: [resolution.passage.lines.from] };
    if (resolution?.fact.ruleId === 'quote-ambiguous') return { sourceId: source.id, lines: resolution.fact.lines };
  }
  return undefined;
}

type NotFound = Fact & { readonly ruleId: 'quote-not-found' };

/** Add to a quote that its source lacks which other source has its words, or words that are more similar. */
export function withElsewhere(fact: NotFound, quotation: Quotation, sources: Sources): NotFound {
  // The source has them on another line.
  if (fact.lines.length > 0) return fact;
  const elsewhere = findElsewhere(quotation, sources);
  if (elsewhere || fact.elided) return { ...fact, elsewhere };
  let { nearest } = fact;
  for (const source of othersOf(quotation, sources)) {
    const other = nearestIn(source, fact.quote, nearest && nearest.differences - 1);
    if (other && other.differences < (nearest?.differences ?? Number.POSITIVE_INFINITY)) nearest = other;
  }
  return { ...fact, nearest };
}

function othersOf({ sourceId }: Quotation, sources: Sources): Source[] {
  return [...sources.values()].flatMap((source) =>
    source && source.id !== sourceId && sourceRetracted(source).length === 0 ? source : [],
  );
}
