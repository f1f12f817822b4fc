import { writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { parseShard, type Shard, type Share, shareOf } from '#corpus/shard.ts';
import { hasFastPaths } from '#io/fast-paths.ts';
import { fingerprintOfBuild, fingerprintOfPages } from '#io/fingerprint.ts';
import { lastCommitDay } from '#io/git-history.ts';
import { isKnownOutput, keepOutput } from '#io/known-output.ts';
import { restoreOutput } from '#io/restore-output.ts';
import { type StagedOutput, stageOutput } from '#io/staged-output.ts';
import type { Options as CitationOptions } from '#markdown/remark-citations.ts';
import type { Options as ElementOptions } from '#markdown/remark-elements.ts';
import type { Options as NameOptions } from '#markdown/remark-names.ts';
import { printReport } from '#problem/print.ts';
import { isError, type Report } from '#problem/problem.ts';
import { drawAhead, drawOnDemand, type PicturesAhead } from './card-pictures.ts';
import { type CheckedProject, checkProject } from './checked-project.ts';
import { closingWords } from './closing-words.ts';
import { writeHostHeaders } from './host-headers.ts';
import { type Digests, digestsBelow, writeIntegrityManifest } from './integrity-manifest.ts';
import { type KeptPages, keptPages } from './kept-pages.ts';
import { type MadePages, makePages } from './make-pages.ts';
import { publicationModules } from './publication-module.ts';
import { type GrowingIndex, growIndex, writeSearchIndex } from './search-index.ts';
import { STAMP, type Stamp } from './shard-stamp.ts';
import { inWords, stop } from './stop.ts';
import { leaveToCheck, watch } from './watch.ts';

/** The check as part of Astro, and what its Markdown plugins need from it. */
export interface Citations {
  readonly integration: AstroIntegration;
  readonly notesOf: CitationOptions['notesOf'];
  readonly elementsOf: ElementOptions['elementsOf'];
  readonly namesOf: NameOptions['namesOf'];
  /** The addresses of pages that a build makes without a word to Astro, as they are made: for the sitemap. */
  readonly madePages: string[];
}

/**
 * Run the check in every `astro build`, from disk, before Astro reads or writes anything, and in `astro dev` at the start
 * and on every change. A build writes to a folder of its own, which takes the place of `dist` only when it is whole.
 */
export function citations(): Citations {
  let project: CheckedProject | undefined;
  let staged: StagedOutput | undefined;
  let pictures: PicturesAhead | undefined;
  let keep: ((digests: Digests) => void) | undefined;
  let kept: KeptPages | undefined;
  let pages: MadePages | undefined;
  let search: GrowingIndex | undefined;
  let shard: Shard | undefined;
  let root = '';
  const madePages: string[] = [];

  const checked = () => {
    if (!project) throw new Error('The check has not run yet');
    return project;
  };
  const share = (): Share => shareOf(checked().publication(), shard);

  const integration: AstroIntegration = {
    name: 'citations',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectScript, logger }) => {
        root = fileURLToPath(config.root);
        const output = fileURLToPath(config.outDir);
        await inWords(root, 'write', () => {
          if (restoreOutput(output)) logger.warn('a build was killed: the earlier site is back');
        });
        if (command === 'preview') return;
        // The first hook of all: before the content sync, so that no other error hides the list, and before anything is
        // written. `sync` makes types only; it may run while there are problems.
        if (command === 'build') {
          shard = shardOf(process.env['SHARD']);
          onExit(root, () => staged?.discard());
        }
        project = await inWords(root, 'read', () => checkProject(root, command === 'dev' ? 'dev' : 'build'));
        updateConfig({
          vite: {
            plugins: [
              leaveToCheck(),
              publicationModules({
                publication: () => checked().publication(),
                share,
                treeOf: (slug) => checked().treeOf(slug),
                bodyOf: (file) => checked().bodyOf(file),
                groundsOf: (file) => checked().groundsOf(file),
                modules: () => checked().modules(),
                pictures: () => (pictures ? undefined : drawOnDemand(checked().publication())),
              }),
            ],
          },
        });
        if (command === 'dev') injectScript('page', "import '/src/client/editors-bar.ts';");
        if (command === 'build') {
          stopOnProblems(project.report(), logger);
          if (hasFastPaths() && isOwnProcess()) {
            const before = stateOf(root);
            if (isKnownOutput(root, output, before)) {
              logger.info('all citations hold, and nothing has changed: the site stands as it was built, to the byte');
              process.exit(0);
            }
            keep = (digests) => {
              // What was changed during the build may be in it or not.
              if (stateOf(root) === before) keepOutput(root, output, before, digests);
            };
          }
          staged = await inWords(root, 'write', () => stageOutput(root, output));
          updateConfig({ outDir: pathToFileURL(`${staged.folder}/`) });
          if (hasFastPaths()) {
            const { folder } = staged;
            kept = keptPages(root, output, fingerprintOfPages(root, settingsOf()));
            search = shard ? undefined : growIndex(folder);
            pages = makePages(folder, config, kept, {
              onPage: (path) => madePages.push(new URL(posix.join(config.base, path, '/'), config.site).href),
              onFile: (file) => {
                if (file.endsWith('.html')) search?.add(file);
              },
              onThousand: (done, all) => logger.info(`${done} of ${all} pages and files`),
            });
            pictures = drawAhead(root, { ...project.publication(), ...share() });
          }
        }
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (pages) setPrerenderer(pages.prerenderer);
      },
      'astro:server:setup': ({ server, logger }) => watch(server, checked(), logger),
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await inWords(folder, 'write', async () => {
          if (pages) {
            const { taken, made, left } = pages.count();
            logger.info(`pages: ${taken} as they were, ${made} made anew, ${left} left to Astro`);
          }
          let digests: Digests = new Map();
          const finish = async () => {
            for (const [slug, picture] of (await pictures?.drawn()) ?? []) {
              writeFileSync(join(folder, 'articles', slug, 'card.png'), picture);
            }
            if (shard) writeFileSync(join(folder, STAMP), JSON.stringify(stampOf(root, shard, checked())));
            writeHostHeaders(folder);
            digests = digestsBelow(folder);
          };
          if (shard) await finish();
          else logger.info(`search index of ${await writeSearchIndex(folder, finish, search)} pages`);
          digests = writeIntegrityManifest(folder, share().sources, digests);
          logger.info(`digests of ${digests.size - 1} files`);
          stopOnChanges(checked().changedSince());
          staged?.commit();
          pictures?.keep();
          kept?.keep();
          keep?.(digests);
        });
      },
    },
  };

  return {
    integration,
    notesOf: (path, text) => checked().checkedOf(path, text),
    elementsOf: (path, text) => checked().checkedOf(path, text),
    namesOf: (path) => checked().namesOf(path),
    madePages,
  };
}

/** Is this process there for the build alone, so that it may end before Astro has anything to do? */
function isOwnProcess(): boolean {
  return /(?:^|[\\/])astro(?:\.m?js)?$/.test(process.argv[1] ?? '');
}

/** All that a site is made of: files, the day of the last commit, options and the settings of the environment. */
function stateOf(root: string): string {
  return fingerprintOfBuild(root, [...settingsOf(), `${lastCommitDay(root)}`]);
}

function settingsOf(): string[] {
  const settings = Object.entries(process.env).filter(([name]) =>
    /^(?:NODE|ASTRO|VITE|PUBLIC|SHARD)(?:_|$)/.test(name),
  );
  return [...process.argv.slice(2), ...settings.map((setting) => setting.join('=')).sort()];
}

function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined || text === '') return undefined;
  const shard = parseShard(text);
  if (!shard) throw stop(`SHARD is \`${text}\`, expected a part of a number of shards, such as 1/2`);
  return shard;
}

/** By this, shards of the same state are known. What is on the disk is what was checked: a change stops the build. */
function stampOf(root: string, shard: Shard, project: CheckedProject): Stamp {
  return { ...shard, state: fingerprintOfBuild(root, [project.publication().checkedOn ?? '']) };
}

/** However a build ends, short of being killed: say what became of the site, and remove what was not put into its place. */
function onExit(root: string, discard: () => void): void {
  process.once('exit', (code) => {
    if (code === 1) process.stderr.write(closingWords(root));
    discard();
  });
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => process.exit(128 + number));
  }
}

/** The last look before the swap: pages show what was checked, and that has to be what stands on the disk. */
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
  // Not in the error's message: Astro takes that for Markdown, and would change the quotes.
  logger.error(`\n${printReport(report)}`);
  throw stop(
    `${length} ${length === 1 ? 'problem' : 'problems'}: the site was not built`,
    'The list stands above; npm run check prints it alone.',
  );
}
