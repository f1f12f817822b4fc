import { hidesCitations, type Problem } from '#problem/problem.ts';
import { placeOf } from '#text/location.ts';
import { listUnread, measureCoverage, passagesBySource } from './coverage.ts';
import type { Corpus } from './model.ts';

/**
 * Report words that no document cites, for sources whose record says `coverage: complete`: one problem for each source,
 * at the first of these words. While any of `problems` keeps a citation from its passage, nothing is reported: the
 * words that it quotes would seem uncited, and one cause gives one problem.
 */
export function passageUnread(corpus: Corpus, problems: readonly Problem[]): Problem[] {
  if (problems.some(hidesCitations)) return [];
  const bySource = passagesBySource(corpus);
  const complete = corpus.sources.filter(({ record }) => record.coverage === 'complete');
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
