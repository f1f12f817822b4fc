import { hidesCitations, type Problem } from '#problem/problem.ts';
import { placeOf } from '#text/location.ts';
import { listUnread, measureCoverage, passagesBySource } from './coverage.ts';
import type { Corpus } from './model.ts';

/**
 * Report words that no document cites, of the sources whose record says `coverage: complete`: one problem for each source, at
 * the first of these words. Where one of `problems` keeps a citation from its passage, no source is judged: the words that it
 * quotes would seem to be cited nowhere, and one cause gives one problem.
 */
export function passageUnread(corpus: Corpus, problems: readonly Problem[]): Problem[] {
  if (problems.some(hidesCitations)) return [];
  const complete = corpus.sources.filter(({ record }) => record.coverage === 'complete');
  if (complete.length === 0) return [];
  const bySource = passagesBySource(corpus);

  return complete.flatMap((source): Problem[] => {
    const passages = bySource.get(source.id) ?? [];
    const unread = listUnread(source, passages);
    const [first] = unread;
    if (!first) return [];
    const { cited, citable } = measureCoverage(source, passages);
    return [
      {
        ruleId: 'passage-unread',
        sourceId: source.id,
        cited,
        citable,
        unread: unread.map(({ line, words }) => ({ line, words })),
        file: `sources/${source.id}.txt`,
        place: placeOf(source.lines, first.span),
      },
    ];
  });
}
