import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { isPlaceholder, SITE_FILE, type Site } from '#document/site-settings.ts';
import { restoreOutput, type StagedOutput, stageOutput } from '#io/staged-output.ts';
import { unusableCharacter } from '#io/unusable-path.ts';
import type { Options } from '#markdown/checked-document.ts';
import { printReport } from '#problem/print.ts';
import { isError, type Report } from '#problem/problem.ts';
import { type CheckedProject, checkProject } from './checked-project.ts';
import { drawPicture } from './draw-picture.ts';
import { writeHostHeaders } from './host-headers.ts';
import { writeIntegrityManifest } from './integrity-manifest.ts';
import { leaveOut } from './leave-out.ts';
import { type Missing, missingFiles } from './missing-files.ts';
import { publicationModule } from './publication-module.ts';
import { writeSearchIndex } from './search-index.ts';
import { describeErrors, stop } from './stop.ts';
import { ignoreCheckedFiles, watch } from './watch.ts';

/** In a message; one cause makes many of them. */
const MOST_NAMED = 5;

/** The integration, and the options of the Markdown plugins. */
export interface Citations extends Options {
  readonly integration: AstroIntegration;
}

/**
 * Run the check in every `astro build`, from disk, before Astro reads or writes anything, and in `astro dev` at the
 * start and on every change. A build writes to a folder next to `dist`, which replaces it once complete.
 */
export function citations(): Citations {
  let project: CheckedProject | undefined;
  let staged: StagedOutput | undefined;
  /** The folder of files that are copied as they are. */
  let given = '';

  const checked = () => {
    if (!project) throw new Error('The check has not run yet');
    return project;
  };

  const integration: AstroIntegration = {
    name: 'citations',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, addWatchFile, addDevToolbarApp, logger }) => {
        const root = fileURLToPath(config.root);
        const output = fileURLToPath(config.outDir);
        stopOnPath(root);
        given = fileURLToPath(config.publicDir);
        await describeErrors(root, 'write', () => {
          if (restoreOutput(output)) logger.warn('A build was killed; the earlier site is back');
        });
        if (command === 'preview') return;
        const mode = command === 'dev' ? 'dev' : 'build';
        // In the first hook, before the content sync: no other error hides the report, and nothing is written yet.
        project = await describeErrors(root, 'read', () => checkProject(root, mode));
        stopOnOptions(config, project.checked().corpus.site);
        const { publication, treeOf, leftOut } = project;
        updateConfig({
          vite: {
            plugins: [ignoreCheckedFiles(), leaveOut(leftOut), publicationModule({ publication, treeOf, drawPicture })],
          },
        });
        if (command === 'dev') {
          // The address and the base path are Astro's, too, which reads them when it starts.
          addWatchFile(join(root, SITE_FILE));
          const entrypoint = new URL('../client/dev-toolbar.ts', import.meta.url);
          addDevToolbarApp({ id: 'citations', name: 'Citations', icon: 'file-search', entrypoint });
        }
        if (command === 'build') {
          stopOnProblems(project.report(), logger);
          const { address } = publication().site;
          if (isPlaceholder(address)) logger.warn(`${address} is a placeholder: set \`address\` in ${SITE_FILE}`);
          cleanUpOnExit(() => staged?.discard());
          staged = await describeErrors(root, 'write', () => stageOutput(root, output));
          updateConfig({ outDir: pathToFileURL(`${staged.folder}/`) });
        }
      },
      'astro:server:setup': ({ server, toolbar, logger }) => watch(server, toolbar, checked(), logger),
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await describeErrors(folder, 'write', async () => {
          const { site, sources } = checked().publication();
          logger.info(`search index of ${await writeSearchIndex(folder, site.spellings)} pages`);
          writeHostHeaders(folder, sources, site.base);
          writeIntegrityManifest(folder, sources);
          stopOnMissing(missingFiles(folder, site.base, given));
          stopOnChanges(checked().changedSince());
          staged?.commit();
        });
      },
    },
  };

  return { integration, documentOf: (path, text) => checked().documentOf(path, text) };
}

/** Remove the unfinished output however a build ends, except by SIGKILL, and say what happened to the site. */
function cleanUpOnExit(discard: () => void): void {
  process.once('exit', (code) => {
    if (code === 1) process.stderr.write('The site was not built; an earlier `dist` was left as it was.\n');
    discard();
  });
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** `--base` and `--site` would change some of the addresses only. */
function stopOnOptions(config: { readonly site?: string | undefined; readonly base: string }, own: Site): void {
  for (const [given, set] of [
    [config.site, own.address],
    [config.base, own.base],
  ]) {
    if (given !== set)
      throw stop(`The site is at ${set}, not at ${given}`, `Set address and base in ${SITE_FILE} alone.`);
  }
}

function stopOnPath(root: string): void {
  const unusable = unusableCharacter(root);
  if (!unusable) return;
  const { character, path } = unusable;
  throw stop(
    `The path of the project has ${character} in it: ${path}`,
    'Vite, which bundles the site, cannot read such a path: rename the folder, or move the project.',
  );
}

/** A site without a file that it asks for is not the one that was meant. */
function stopOnMissing(missing: readonly Missing[]): void {
  if (missing.length === 0) return;
  const list = missing.map(({ address, file }) => `${address} in ${file}`);
  throw stop(
    `The built site lacks ${missing.length === 1 ? 'a file' : `${missing.length} files`}: ` +
      `${list.slice(0, MOST_NAMED).join(', ')}${list.length > MOST_NAMED ? ', …' : ''}`,
    'Build it again; if that does not help, report it as an error of this program.',
  );
}

/** Just before the swap: what was checked must still be what is on disk. */
function stopOnChanges(files: readonly string[]): void {
  if (files.length === 0) return;
  const names = files.map((file) => `\`${file}\``).join(', ');
  throw stop(`${names} changed while the site was built`, 'Build it again.');
}

function stopOnProblems(report: Report, logger: AstroIntegrationLogger): void {
  const { length } = report.problems.filter(isError);
  if (length === 0) {
    if (report.problems.length > 0) logger.warn(`\n${printReport(report)}`);
    return;
  }
  // Not as the message of the error: Astro formats that as Markdown, which would change the quotes.
  logger.error(`\n${printReport(report)}`);
  throw stop(
    `${length} ${length === 1 ? 'problem' : 'problems'}: the site was not built`,
    'The list stands above; npm run check prints it alone.',
  );
}
