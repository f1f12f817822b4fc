import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { AstroError } from 'astro/errors';
import { INLINE_SCRIPTS } from '#client/inline-scripts.ts';
import { hostHeaders } from '#formats/headers.ts';
import type { Options as CitationOptions } from '#markdown/remark-citations.ts';
import type { Options as ElementOptions } from '#markdown/remark-elements.ts';
import type { Options as NameOptions } from '#markdown/remark-names.ts';
import { printReport } from '#problem/print.ts';
import { isError, type Report } from '#problem/problem.ts';
import { type CheckedProject, checkProject } from './checked-project.ts';
import { publicationModules } from './publication-module.ts';
import { writeSearchIndex } from './search-index.ts';
import { type StagedOutput, stageOutput } from './staged-output.ts';
import { watch } from './watch.ts';

/** The check as part of Astro, and what its Markdown plugins need from it. */
export interface Citations {
  readonly integration: AstroIntegration;
  readonly notesOf: CitationOptions['notesOf'];
  readonly elementsOf: ElementOptions['elementsOf'];
  readonly namesOf: NameOptions['namesOf'];
}

/**
 * Run the check in every `astro build`, from disk, before Astro reads or writes anything, and in `astro dev` at the start
 * and on every change. A build writes to a folder of its own, which takes the place of `dist` only when it is whole.
 */
export function citations(): Citations {
  let project: CheckedProject | undefined;
  let staged: StagedOutput | undefined;

  const checked = () => {
    if (!project) throw new Error('The check has not run yet');
    return project;
  };

  const integration: AstroIntegration = {
    name: 'citations',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectScript, logger }) => {
        if (command === 'preview') return;
        const root = fileURLToPath(config.root);
        // The first hook of all: before the content sync, so that no other error hides the list, and before anything is
        // written. `sync` makes types only; it may run while there are problems.
        project = checkProject(root, command === 'dev' ? 'dev' : 'build');
        updateConfig({
          vite: {
            plugins: [
              publicationModules({
                publication: () => checked().publication(),
                articleTexts: () => checked().articleTexts(),
              }),
            ],
          },
        });
        if (command === 'dev') injectScript('page', "import '/src/client/editors-bar.ts';");
        if (command === 'build') {
          stopOnProblems(project.report(), logger);
          staged = stageOutput(root, fileURLToPath(config.outDir));
          updateConfig({ outDir: pathToFileURL(`${staged.folder}/`) });
        }
      },
      'astro:server:setup': ({ server, logger }) => watch(server, checked(), logger),
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`search index of ${await writeSearchIndex(fileURLToPath(dir))} pages`);
        writeFileSync(new URL('_headers', dir), hostHeaders(INLINE_SCRIPTS.map(sha256)));
        staged?.commit();
      },
    },
  };

  return {
    integration,
    notesOf: (path, text) => checked().checkedOf(path, text),
    elementsOf: (path, text) => checked().checkedOf(path, text),
    namesOf: (path) => checked().namesOf(path),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function stopOnProblems(report: Report, logger: AstroIntegrationLogger): void {
  const { length } = report.problems.filter(isError);
  if (length === 0) {
    if (report.problems.length > 0) logger.warn(`\n${printReport(report)}`);
    return;
  }
  // Not in the error's message: Astro takes that for Markdown, and would change the quotes.
  logger.error(`\n${printReport(report)}`);
  const error = new AstroError(
    `${length} ${length === 1 ? 'problem' : 'problems'}: the site was not built`,
    'The list stands above; `npm run check` prints it alone. An earlier `dist` was left as it was.',
  );
  // The fault is in a document or a source, not in a program: a stack trace would only push the list away.
  error.stack = '';
  throw error;
}
