import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { AstroError } from 'astro/errors';
import * as pagefind from 'pagefind';
import type { Plugin, ViteDevServer } from 'vite';
import type { Options } from '#markdown/remark-citations.ts';
import { printProblem } from '#problem/print.ts';
import type { Report } from '#problem/problem.ts';
import { type CheckedProject, checkProject } from './checked-project.ts';
import { type StagedOutput, stageOutput } from './staged-output.ts';

const VIRTUAL = 'virtual:publication';

/** The check as part of Astro, and what its Markdown plugin needs from it. */
export interface Citations {
  readonly integration: AstroIntegration;
  readonly notesOf: Options['notesOf'];
}

/**
 * Run the check in every `astro build`, before Astro reads or writes anything, and in `astro dev` at start and on every
 * change of a document, a source or a record. Pages get what was checked through the module `virtual:publication`, so a
 * page can't show a text that was not.
 */
export function citations(): Citations {
  let project: CheckedProject | undefined;
  let staged: StagedOutput | undefined;
  let building = false;

  const checked = () => {
    if (!project) throw new Error('The check has not run yet');
    return project;
  };

  const integration: AstroIntegration = {
    name: 'citations',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        building = command === 'build';
        updateConfig({ vite: { plugins: [publicationModule(() => checked().publication())] } });
        if (building) {
          staged = stageOutput(fileURLToPath(config.root), fileURLToPath(config.outDir));
          updateConfig({ outDir: pathToFileURL(`${staged.folder}/`) });
        }
      },
      'astro:config:done': ({ config, logger }) => {
        const root = fileURLToPath(config.root);
        project = checkProject(root, building ? 'build' : 'dev');
        // Before the content sync, so that no other error hides the list, and before anything is written.
        if (building) stopOnProblems(project.report(), logger);
      },
      'astro:server:setup': ({ server, logger }) => watch(server, checked(), logger),
      'astro:build:done': async ({ dir, logger }) => {
        await writeSearchIndex(fileURLToPath(dir), logger);
        staged?.commit();
      },
    },
  };

  return { integration, notesOf: (path, text) => checked().notesOf(path, text) };
}

function publicationModule(publication: () => unknown): Plugin {
  return {
    name: VIRTUAL,
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) =>
      id === `\0${VIRTUAL}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(publication()))});` : undefined,
  };
}

function stopOnProblems({ problems }: Report, logger: AstroIntegrationLogger): void {
  if (problems.length === 0) return;
  for (const problem of problems) logger.error(`${printProblem(problem)}\n`);
  throw new AstroError(
    `${problems.length} citation problem${problems.length === 1 ? '' : 's'}: the site was not built`,
    'The list stands above; `npm run check` prints it alone. An earlier `dist` was left as it was.',
  );
}

function watch(server: ViteDevServer, project: CheckedProject, logger: AstroIntegrationLogger): void {
  const folders = ['sources', 'content'].map((folder) => join(server.config.root, folder));
  server.watcher.add(folders);

  const tell = () => {
    const { problems } = project.report();
    for (const problem of problems) logger.error(`${printProblem(problem)}\n`);
    if (problems.length === 0) logger.info('all citations hold');
  };
  const show = () => {
    const error = toOverlay(project.report(), server.config.root);
    server.ws.send(error ? { type: 'error', err: error } : { type: 'full-reload' });
  };

  let timer: NodeJS.Timeout | undefined;
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`))) return;
    // Editors write a file in several steps; one check at the end of them is enough.
    clearTimeout(timer);
    timer = setTimeout(() => {
      project.recheck();
      for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
      tell();
      show();
    }, 40);
  });
  // A page that is opened while there are problems shows them too.
  server.ws.on('connection', () => {
    if (project.report().problems.length > 0) show();
  });
  tell();
}

/** All problems as one error of Vite's overlay, which links the place of the first. */
function toOverlay({ problems }: Report, root: string) {
  const [first] = problems;
  if (!first) return undefined;
  const file = join(root, first.file);
  const { line = 1, column = 1 } = first.place?.start ?? {};
  return {
    message: problems.map((problem) => printProblem(problem)).join('\n\n'),
    stack: '',
    plugin: 'citations',
    id: file,
    loc: { file, line, column },
  };
}

async function writeSearchIndex(folder: string, logger: AstroIntegrationLogger): Promise<void> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new AstroError(`Cannot make the search index: ${errors.join('; ')}`);
  const { page_count, errors: faults } = await index.addDirectory({ path: folder });
  if (faults.length > 0) throw new AstroError(`Cannot make the search index: ${faults.join('; ')}`);
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  logger.info(`search index of ${page_count} pages`);
}
