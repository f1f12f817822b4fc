import type { Reporter, TestModule } from 'vitest/node';

/** End a run with one line that any program can read: `123 passed, 0 failed`, with the skipped ones if there are any. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string) => states.filter((candidate) => candidate === state).length;
    // A file that does not load, a hook that fails or an error outside a test has no test to fail.
    const broken = modules.filter(failsOutsideOfTests).length + errors.length;
    const skipped = count('skipped') + count('pending');
    const line = `${count('passed')} passed, ${count('failed') + broken} failed`;
    process.stdout.write(`\n${skipped > 0 ? `${line}, ${skipped} skipped` : line}\n`);
  }
}

function failsOutsideOfTests(module: TestModule): boolean {
  const suites = [module, ...module.children.allSuites()];
  return module.children.size === 0 || suites.some((suite) => suite.errors().length > 0);
}
