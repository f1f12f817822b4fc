import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ErrorPayload } from 'vite';
import { printPlace, printProblem } from '#problem/print.ts';
import type { Problem, Report } from '#problem/problem.ts';

interface Overlay extends ErrorPayload {
  /** Otherwise Astro renders the message as its own Markdown, which has no links to an editor and changes quotes. */
  readonly __isEnhancedAstroErrorPayload: true;
  readonly err: ErrorPayload['err'] & { readonly title: string };
}

/**
 * Documents that cannot be parsed, for Astro's overlay: they have no page that could show anything. All other problems
 * are in the toolbar and the terminal. The message is HTML, and each place a link that opens the editor there.
 */
export function toOverlay(report: Report, root: string): Overlay | undefined {
  const problems = report.problems.filter(
    (problem) => problem.ruleId === 'article-invalid' && (problem.part === 'syntax' || problem.part === 'limit'),
  );
  if (problems.length === 0) return undefined;
  const title = problems.length === 1 ? 'A document cannot be read' : `${problems.length} documents cannot be read`;
  const message = problems.map((problem) => toHtml(toBlock(problem, root))).join('\n\n');
  return {
    type: 'error',
    __isEnhancedAstroErrorPayload: true,
    err: { title, message, stack: '', plugin: 'citations' },
  };
}

function toBlock(problem: Problem, root: string) {
  const place = printPlace(problem);
  // Without the base path: Astro has it from Vite.
  const href = `/__open-in-editor?file=${encodeURIComponent(join(root, place))}`;
  // The response is empty: following the link would leave an empty page.
  const link = h('a', { href, title: 'Open in editor', onClick: 'fetch(this.href); return false' }, place);
  return h(null, link, printProblem(problem).slice(place.length));
}
