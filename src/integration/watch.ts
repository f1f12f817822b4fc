import { join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { isRunnableDevEnvironment, normalizePath, type Plugin, type ViteDevServer } from 'vite';
import { describePage } from '#corpus/page-state.ts';
import { afterChanges } from '#io/after-changes.ts';
import { describeTrouble } from '#io/describe-trouble.ts';
import { printProblem } from '#problem/print.ts';
import { isError } from '#problem/problem.ts';
import type { CheckedProject } from './checked-project.ts';
import { toOverlay } from './overlay.ts';
import { isGivenToPages } from './publication-module.ts';

/** In milliseconds. */
const PAUSE = 20;

/**
 * Check anew on every change of a document, a source or a record, and show the problems in the terminal and in the overlay
 * of every open page; without problems the pages are loaded again, which takes the overlay away.
 */
export function watch(server: ViteDevServer, project: CheckedProject, logger: AstroIntegrationLogger): void {
  const folders = foldersOf(server.config.root);
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

  const changes = afterChanges(PAUSE, () => {
    try {
      project.recheck();
    } catch (error) {
      // A file that an editor is just replacing: the next change comes with the new one.
      const trouble = describeTrouble(error, server.config.root);
      if (trouble === undefined) throw error;
      logger.error(trouble);
      return;
    }
    makeAnew(server);
    tell();
    show();
    server.ws.send('citations:checked', {});
  });
  server.watcher.on('all', (_event, path) => {
    if (folders.some((folder) => path.startsWith(folder))) changes.tell(path);
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

/**
 * Keep Vite from loading pages again at once when a document or a source changes: the check is not done yet, and `watch` loads
 * them when it is.
 */
export function leaveToCheck(): Plugin {
  return {
    name: 'citations:watch',
    hotUpdate: {
      order: 'pre',
      handler({ file, server }) {
        return foldersOf(server.config.root).some((folder) => file.startsWith(normalizePath(folder))) ? [] : undefined;
      },
    },
  };
}

function foldersOf(root: string): readonly string[] {
  return ['sources', 'content'].map((folder) => join(root, folder, '/'));
}

/** Have what pages are given, the documents, and all modules that import them run anew; no other is compiled again. */
function makeAnew(server: ViteDevServer): void {
  const content = normalizePath(join(server.config.root, 'content', '/'));
  for (const environment of Object.values(server.environments)) {
    const graph = environment.moduleGraph;
    const made = new Set<Parameters<typeof graph.invalidateModule>[0]>();
    const now = Date.now();
    for (const [id, module] of graph.idToModuleMap) {
      if (isGivenToPages(id) || module.file?.startsWith(content)) graph.invalidateModule(module, made, now, true);
    }
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const { id } of made) {
      const module = id === null ? undefined : evaluatedModules.getModuleById(id);
      if (module) evaluatedModules.invalidateModule(module);
    }
  }
}
