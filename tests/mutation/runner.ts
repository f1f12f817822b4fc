import { globSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { LAYERS, LEFT_OUT, NEAR_ONLY, PURE_TESTS, STATIC_ONLY } from './layers.ts';
import { forget } from './memory.ts';
import { moduleLoader } from './modules.ts';
import { stepCounter } from './steps.ts';
import { type Case, collect } from './suite.ts';

declare global {
  /** What the instrumented code reads and writes. */
  var __stryker__: InstrumenterContext | undefined;
}

interface Test extends Case {
  readonly id: string;
  readonly file: string;
}

/**
 * Run the pure tests in the process of Stryker's worker. They have no state but their modules, so most mutants need nothing
 * loaded anew: a mutant takes milliseconds, where a start of Vitest takes seconds.
 */
function createRunner(): TestRunner {
  const context: InstrumenterContext = {};
  globalThis.__stryker__ = context;
  // That a property fails is enough: to look for the least case that fails takes thousands of times as long.
  fc.configureGlobal({ endOnFailure: true });
  const steps = stepCounter(context);
  const files = globSync([...PURE_TESTS]).sort();
  const modules = globSync(LAYERS.map((layer) => `src/${layer}/**/*.ts`)).sort();
  const loadModule = moduleLoader(process.cwd());
  const sound = new Map<string, readonly Test[]>();
  const lastKiller = new Map<string, string>();
  let generation = 0;

  const load = async (file: string): Promise<readonly Test[]> => {
    const cases = await collect(() => loadModule(file, generation));
    return cases.map(({ name, run }) => ({ id: `${file}#${name}`, file, name, run }));
  };

  /** Loaded without a mutant, once. */
  const loadSound = async (file: string): Promise<readonly Test[]> => {
    const tests = sound.get(file) ?? (await load(file));
    sound.set(file, tests);
    return tests;
  };

  const run = async ({ id, file, name, run }: Test): Promise<TestResult> => {
    forget();
    steps.start(id);
    const start = performance.now();
    const failureMessage = await failureOf(run);
    steps.stop();
    const result = { id, name, fileName: file, timeSpentMs: performance.now() - start };
    return failureMessage === undefined
      ? { ...result, status: TestStatus.Success }
      : { ...result, status: TestStatus.Failed, failureMessage };
  };

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async dryRun() {
      // What the modules compute while they are loaded is covered by no test in particular.
      for (const file of modules) await loadModule(file, 0);
      const results: TestResult[] = [];
      const cover = async (test: Test) => {
        context.currentTestId = test.id;
        results.push(await run(test));
        delete context.currentTestId;
        steps.remember(test.id);
      };
      for (const file of files) {
        await cover(setUp(file, () => loadSound(file)));
        for (const test of await loadSound(file)) await cover(test);
      }
      steps.write();
      const { mutantCoverage = { static: {}, perTest: {} } } = context;
      return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter, mutantActivation, sandboxFileName }) {
      if (mutantActivation !== 'static' && process.env[STATIC_ONLY] !== undefined) {
        return { status: MutantRunStatus.Error, errorMessage: LEFT_OUT };
      }
      const isNearOnly = mutantActivation === 'static' && process.env[NEAR_ONLY] !== undefined;
      const looked = isNearOnly ? files.filter((file) => isOfLayer(file, sandboxFileName)) : files;
      const near = byNearness(looked, sandboxFileName, lastKiller.get(sandboxFileName));
      const wanted = testFilter && new Set(testFilter);
      const tests: TestResult[] = [];

      /** Run tests with the mutant, until one fails. */
      const isCaught = async (all: readonly Test[]) => {
        for (const test of all) {
          steps.activate(activeMutant.id);
          const result = await run(test);
          steps.activate(undefined);
          tests.push(result);
          if (result.status !== TestStatus.Failed) continue;
          lastKiller.set(sandboxFileName, test.file);
          return true;
        }
        return false;
      };
      const outcome = (): MutantRunResult =>
        steps.isEndless()
          ? { status: MutantRunStatus.Timeout, reason: 'Too many steps' }
          : toMutantRunResult({ status: DryRunStatus.Complete, tests });

      if (wanted && mutantActivation === 'runtime') {
        for (const file of near.filter((file) => testFilter.some((id) => id.startsWith(`${file}#`)))) {
          const found = (await loadSound(file)).filter(({ id }) => wanted.has(id));
          const asked = testFilter.filter((id) => id.startsWith(`${file}#`) && id !== setUp(file).id);
          // A mutant that no test looked at is not one that no test sees.
          if (found.length < asked.length) throw new Error(`Cannot find ${asked.length} tests in ${file}`);
          if (await isCaught(found)) return outcome();
        }
      }
      // What a file of tests computes while it is loaded has to be computed again.
      for (const file of near.filter((file) => mutantActivation === 'static' || wanted?.has(setUp(file).id))) {
        generation += 1;
        let loaded: readonly Test[] = [];
        const isBroken = await isCaught([setUp(file, async () => (loaded = await load(file)))]);
        if (isBroken || (await isCaught(loaded))) return outcome();
      }
      return outcome();
    },
  };
}

/** Is a file of tests one of the layer that a file of the program is in, or one of no layer? */
function isOfLayer(file: string, changed: string): boolean {
  const [, layer = ''] = file.split(sep);
  return layer === relative(process.cwd(), changed).split(sep)[1] || !LAYERS.includes(layer);
}

/** Stands for what a file of tests does before its tests. */
function setUp(file: string, run: () => unknown = () => undefined): Test {
  return { id: `${file}#`, file, name: 'is loaded', run };
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/**
 * The files of tests, those first that most likely see a change of `changed`: the one that saw the last change of it, that of
 * the same name, those of the same layer, then the others in the order of dependency.
 */
function byNearness(files: readonly string[], changed: string, last: string | undefined): string[] {
  const layerOf = (file: string) => LAYERS.indexOf(file.split('/')[1] ?? '');
  const own = layerOf(relative(process.cwd(), changed));
  const name = basename(changed, '.ts');
  const distance = (file: string) => {
    if (file === last) return -3;
    if (file.endsWith(`/${name}.test.ts`)) return -2;
    return layerOf(file) === own ? -1 : layerOf(file) + 1;
  };
  return files.toSorted((a, b) => distance(a) - distance(b));
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', createRunner)];
