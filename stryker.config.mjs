import { LAYERS } from './tests/mutation/layers.ts';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: LAYERS.map((layer) => `src/${layer}/**/*.ts`),
  plugins: ['./tests/mutation/runner.ts'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 3_000,
  dryRunTimeoutMinutes: 60,
  // Each mutant of what a module computes while it is loaded leaves copies of modules behind.
  maxTestRunnerReuse: 500,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'html', 'progress-append-only'],
  htmlReporter: { fileName: 'coverage/mutation.html' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
