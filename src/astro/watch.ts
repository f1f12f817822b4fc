import { join } from 'node:path';
import type { AstroIntegrationLogger, BaseIntegrationHooks } from 'astro';
import { isRunnableDevEnvironment, normalizePath, type Plugin, type ViteDevServer } from 'vite';
import { describePage } from '#check/page-state.ts';
import { afterChanges } from '#io/after-changes.ts';
import { describeTrouble } from '#io/describe-trouble.ts';
import { printProblem } from '#problem/print.ts';
import { isError } from '#problem/problem.ts';
import { withoutBase } from '#text/base-path.ts';
import type { CheckedProject } from './checked-project.ts';
import { toOverlay } from './overlay.ts';
import { isPublicationModule } from './publication-module.ts';

/** In milliseconds without a change, before the check runs. */
const PAUSE = 20;

type Toolbar = Parameters<BaseIntegrationHooks['astro:server:setup']>[0]['toolbar'];

/**
 * Check again on every change to a document, source or record, and show the problems in the terminal and in the toolbar
 * of every open page. A document that cannot be parsed covers the pages with an overlay; otherwise they are reloaded.
 */
export function watch(
  server: ViteDevServer,
  toolbar: Toolbar,
  project: CheckedProject,
  logger: AstroIntegrationLogger,
): void {
  const folders = foldersOf(server.config.root);
  server.watcher.add(folders);

  const log = () => {
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
      // An editor may be replacing the file: there will be another change.
      const trouble = describeTrouble(error, server.config.root);
      if (trouble === undefined) throw error;
      logger.error(trouble);
      return;
    }
    invalidatePages(server);
    log();
    show();
    toolbar.send('citations:checked', {});
  });
  server.watcher.on('all', (_event, path) => {
    if (folders.some((folder) => path.startsWith(folder))) changes.onChange(path);
  });
  // Pages opened later show it too.
  server.ws.on('connection', () => {
    const error = toOverlay(project.report(), server.config.root);
    if (error) server.ws.send(error);
  });
  toolbar.on<{ address: string }>('citations:page', ({ address }) => {
    const { base } = project.checked().corpus.site;
    const state = describePage(project.checked(), withoutBase(base, address) ?? address);
    toolbar.send('citations:state', { root: server.config.root, address, state });
  });
  log();
}

/** Keep Vite from reloading as soon as a document or source changes: `watch` does so after the check. */
export function ignoreCheckedFiles(): Plugin {
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

/** Invalidate the publication, the documents and all modules that import them, but no other. */
function invalidatePages(server: ViteDevServer): void {
  const content = normalizePath(join(server.config.root, 'content', '/'));
  for (const environment of Object.values(server.environments)) {
    const graph = environment.moduleGraph;
    const invalidated = new Set<Parameters<typeof graph.invalidateModule>[0]>();
    const now = Date.now();
    for (const [id, module] of graph.idToModuleMap) {
      if (isPublicationModule(id) || module.file?.startsWith(content)) {
        graph.invalidateModule(module, invalidated, now, true);
      }
    }
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const { id } of invalidated) {
      const module = id === null ? undefined : evaluatedModules.getModuleById(id);
      if (module) evaluatedModules.invalidateModule(module);
    }
  }
}
