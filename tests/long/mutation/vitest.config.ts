import { defineConfig } from 'vitest/config';
import { LAYERS } from './stryker.config.mjs';

/** The tests of the pure layers: they start no program. */
export default defineConfig({
  test: {
    include: [...LAYERS.map((layer) => `tests/${layer}/**/*.test.ts`), 'tests/problems.test.ts'],
    testTimeout: 120_000,
  },
});
