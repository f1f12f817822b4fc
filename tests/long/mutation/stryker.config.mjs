import { availableParallelism } from 'node:os';

/** The pure layers, as `coverage` in `vitest.config.ts` has them. */
export const LAYERS = [
  'text',
  'problem',
  'source',
  'citation',
  'statement',
  'document',
  'check',
  'publication',
  'markdown',
  'formats',
  'drawing',
];

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/long/mutation/vitest.config.ts' },
  // What a module computes while it is loaded would need every test file loaded again.
  ignoreStatic: true,
  concurrency: availableParallelism(),
  timeoutMS: 3_000,
  dryRunTimeoutMinutes: 60,
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['dist', 'coverage', 'tests/long/tools'],
  reporters: ['clear-text', 'html', 'progress-append-only'],
  htmlReporter: { fileName: 'coverage/mutation.html' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  // Some constants of modules count as missed: a test that loads a module late covers them, too late for the change.
  thresholds: { high: 95, low: 80, break: 70 },
};
