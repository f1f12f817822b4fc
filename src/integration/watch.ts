import { join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { describePage } from '#corpus/page-state.ts';
import { describeTrouble } from '#io/describe-trouble.ts';
import { printProblem } from '#problem/print.ts';
import { isError } from '#problem/problem.ts';
import type { CheckedProject } from './checked-project.ts';
import { toOverlay } from './overlay.ts';

/** Editors write a file in several steps, in milliseconds: one check at the end of them is enough. */
const PAUSE = 40;

/**
 * Check anew on every change of a document, a source or a record, and show the problems in the terminal and in the overlay
 * of every open page; without problems the pages are loaded again, which takes the overlay away.
 */
export function watch(server: ViteDevServer, project: CheckedProject, logger: AstroIntegrationLogger): void {
  const folders = ['sources', 'content'].map((folder) => join(server.config.root, folder));
  server.watcher.add(folders);

  const tell = () => {
    const { problems } = project.report();
    for (const problem of problems) logger[isError(problem) ? 'error' : 'warn'](`${printProblem(problem)}\n`);
    if (!problems.some(isError)) logger.info('all citations hold');
  };
  const show = () => {
    const error = toOverlay(project.report(), server.config.root);
    server.ws.send(error ?? { type: 'full-reload' });
  };

  let timer: NodeJS.Timeout | undefined;
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(folder))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        project.recheck();
      } catch (error) {
        // A file that an editor is just replacing: the next change comes with the new one.
        const trouble = describeTrouble(error, server.config.root);
        if (trouble === undefined) throw error;
        logger.error(trouble);
        return;
      }
      for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
      tell();
      show();
      server.ws.send('citations:checked', {});
    }, PAUSE);
  });
  // A page that is opened while there are problems shows them too.
  server.ws.on('connection', () => {
    if (project.report().problems.some(isError)) show();
  });
  // The editor's bar of a page asks for what it shows.
  server.ws.on('citations:page', ({ address }: { address: string }, client) => {
    client.send('citations:state', { root: server.config.root, state: describePage(project.checked(), address) });
  });
  tell();
}
