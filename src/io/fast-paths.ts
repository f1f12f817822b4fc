/**
 * May work be spared that a slower way would do with the same outcome: a quicker parser, what an earlier run found out?
 * `FAST_PATHS=off` takes the slow way everywhere, for tests that compare the two.
 */
export function hasFastPaths(): boolean {
  return process.env['FAST_PATHS'] !== 'off';
}
