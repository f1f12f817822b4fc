import type { Problem } from '#problem/problem.ts';
import { indexLines, placeOf } from '#text/location.ts';

/**
 * Move a problem of MDX to the brace that is never closed: the parser misses the closing one only where the paragraph or
 * the file ends. Any other problem stays as it is.
 */
export function placeAtOpenBrace(problem: Problem, text: string): Problem {
  const isOpen =
    problem.ruleId === 'article-invalid' &&
    problem.part === 'syntax' &&
    problem.issue.includes('corresponding closing brace for `{`');
  if (!isOpen) return problem;

  // Behind it no other one is closed: the parser would say that it cannot read what stands between.
  const start = [...text.slice(0, problem.place?.end.offset).matchAll(/(?<!\\)\{/g)].at(-1)?.index;
  return start === undefined ? problem : { ...problem, place: placeOf(indexLines(text), { start, end: start + 1 }) };
}
