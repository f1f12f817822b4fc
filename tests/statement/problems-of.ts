import { checkCorpus } from '#check/check-corpus.ts';
import type { Problem } from '#problem/problem.ts';
import { articleOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

/** What the check reports of an article whose one sentence has one footnote, which quotes these passages. */
export function problemsOf(sentence: string, passages: readonly string[]): readonly Problem[] {
  const source = sourceOf('memo', `${passages.join('\n\n')}\n`);
  const citations = passages.map((passage) => `@memo "${passage}"`).join('\n    ');
  return checkCorpus(
    [{ id: 'memo', source, problems: [] }],
    [articleOf('grain', `${sentence}[^a]\n\n[^a]: ${citations}`)],
  ).report.problems;
}
