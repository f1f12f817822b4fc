import type { Problem } from '#problem/problem.ts';
import { indexLines, placeOf } from '#text/location.ts';

/**
 * Move the problem of an unclosed brace to that brace: the parser notices only where the paragraph or the file ends.
 * Any other problem is returned unchanged.
 */
export function placeAtOpenBrace(problem: Problem, text: string): Problem {
  const isOpen =
    problem.ruleId === 'article-invalid' &&
    problem.part === 'syntax' &&
    problem.issue.includes('corresponding closing brace for `{`');
  if (!isOpen) return problem;

  // It is the last one: had a later pair been closed, the parser would complain about the text between them.
  const start = [...text.slice(0, problem.place?.end.offset).matchAll(/(?<!\\)\{/g)].at(-1)?.index;
  return start === undefined ? problem : { ...problem, place: placeOf(indexLines(text), { start, end: start + 1 }) };
}
