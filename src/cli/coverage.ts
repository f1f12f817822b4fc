import { listUnread, measureCoverage, passagesBySource } from '#check/coverage.ts';
import type { Style } from '#problem/print.ts';
import { hidesCitations } from '#problem/problem.ts';
import { didYouMean } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';
import { printCoverage } from './print-coverage.ts';
import { readProject } from './read-project.ts';
import { usageError } from './terminal.ts';

/**
 * Print what no document cites, of every source or of the one `asked` for. Returns the exit code: 0 however much is
 * cited, 1 if problems hide what is cited, 2 wrong use.
 */
export function coverage(
  root: string,
  asked: string | undefined,
  screen: { readonly style: Style; readonly width: number | undefined },
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): 0 | 1 | 2 {
  const project = readProject(root);
  if ('error' in project) return usageError({ err }, project.error);
  const { corpus, report } = project;
  if (report.problems.some(hidesCitations)) {
    err.write('While footnotes or sources have problems, nobody can say what is cited: run `npm run check` first\n');
    return 1;
  }
  const ids = corpus.sources.map(({ id }) => id);
  if (asked !== undefined && !ids.includes(asked)) {
    const meant = didYouMean(suggest(asked, ids));
    const known = ids.map((id) => `  ${id}`);
    return usageError({ err }, `There is no source \`${asked}\``, ...meant, 'the sources are', ...known);
  }

  const passages = passagesBySource(corpus);
  const sources = corpus.sources
    .filter(({ id }) => asked === undefined || id === asked)
    .map((source) => {
      const cited = passages.get(source.id) ?? [];
      return { ...measureCoverage(source, cited), id: source.id, unread: listUnread(source, cited) };
    });
  out.write(printCoverage(sources, screen.style, screen.width));
  return 0;
}
