import type { Root } from 'mdast';
import { readCode } from '#document/code.ts';
import { FOR_FOOTNOTES, foreignMarkup } from '#document/foreign-markup.ts';
import type { Problem } from '#problem/problem.ts';
import { overlaps, type Place, type Span, spanOf } from '#text/location.ts';

/** Code and the markup of other tools in a document. */
interface MarkupReading {
  readonly problems: readonly Problem[];
  /** All of it: what its statements say is unknown. */
  readonly unread: readonly Span[];
  /** What stands for footnotes, each with the last character before it: it is part of the words there. */
  readonly forFootnotes: readonly Span[];
}

/**
 * Find what no document may have, or no reader should see.
 *
 * @param ids Of the sources.
 * @param lost Places of lost references, which have problems of their own.
 */
export function readMarkup(
  tree: Root,
  text: string,
  file: string,
  ids: ReadonlyMap<string, unknown>,
  lost: readonly Place[],
): MarkupReading {
  const markup = foreignMarkup(tree, text, file, ids, lost);
  const marked = placesOf(markup).map(spanOf);
  const code = readCode(tree, text, file, lost).filter(
    ({ place }) => !(place && marked.some((span) => overlaps(span, spanOf(place)))),
  );
  const problems = [...markup, ...code];
  const forFootnotes = [...markup.filter(({ fault }) => FOR_FOOTNOTES.has(fault)), ...code.filter(isNote)];
  return {
    problems,
    unread: placesOf(problems).map(spanOf),
    forFootnotes: placesOf(forFootnotes).map(({ start, end }) => ({ start: start.offset - 1, end: end.offset })),
  };
}

function placesOf(problems: readonly Problem[]): Place[] {
  return problems.flatMap(({ place }) => place ?? []);
}

/** A footnote in HTML, as in MediaWiki. */
function isNote(problem: Problem): boolean {
  return problem.ruleId === 'article-invalid' && problem.part === 'code' && problem.written === '<ref';
}
