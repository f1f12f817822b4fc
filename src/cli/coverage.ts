import { listUnread, measureCoverage, passagesBySource } from '#check/coverage.ts';
import type { Style } from '#problem/print.ts';
import { hidesCitations } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';
import { printCoverage } from './print-coverage.ts';
import { readProject } from './read-project.ts';

/**
 * Print what no document cites, of every source below `root` or of the one that is `asked` for. Returns the exit code: 0
 * however much is cited, 1 where problems hide what is cited, 2 wrong use.
 */
export function coverage(
  root: string,
  asked: string | undefined,
  screen: { readonly style: Style; readonly width: number | undefined },
  out: NodeJS.WritableStream,
  complaints: NodeJS.WritableStream,
): 0 | 1 | 2 {
  const project = readProject(root, complaints);
  if ('trouble' in project) {
    complaints.write(`${project.trouble}\n`);
    return 2;
  }
  const { corpus, report } = project;
  if (report.problems.some(hidesCitations)) {
    complaints.write('Cannot tell what is cited while footnotes or sources have problems; run `npm run check` first\n');
    return 1;
  }
  const ids = corpus.sources.map(({ id }) => id);
  if (asked !== undefined && !ids.includes(asked)) {
    const meant = suggest(asked, ids).map((id) => `did you mean \`${id}\`?\n`);
    complaints.write(
      `Cannot find a source \`${asked}\`\n${meant.join('')}the sources are\n${ids.map((id) => `  ${id}\n`).join('')}`,
    );
    return 2;
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
