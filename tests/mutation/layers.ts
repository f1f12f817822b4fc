/** The pure layers, those of `coverage` in `vitest.config.ts`, in the order of dependency. */
export const LAYERS: readonly string[] = [
  'text',
  'problem',
  'source',
  'citation',
  'statement',
  'corpus',
  'markdown',
  'formats',
  'drawing',
];

/** Their tests: those that start no program, and open nothing but files of this project. */
export const PURE_TESTS: readonly string[] = [
  ...LAYERS.map((layer) => `tests/${layer}/**/*.test.ts`),
  'tests/problems.test.ts',
  'tests/editors.test.ts',
];

/** Set in the environment of the workers where `--near` was given. */
export const NEAR_ONLY = 'MUTATION_NEAR_ONLY';

/** Set in the environment of the workers where `--static` was given. */
export const STATIC_ONLY = 'MUTATION_STATIC_ONLY';

/** Why a mutant was not tried in such a run. */
export const LEFT_OUT = 'computed when it is asked for: see `--quick`';
