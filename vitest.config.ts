import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    // Builds and browsers take their time on two cores; nothing here is timed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      // The pure layers. Hosts (io, cli, integration, pages) are proven by running them.
      include: ['src/{text,problem,source,citation,statement,corpus,markdown,formats,drawing}/**/*.ts'],
      thresholds: { 100: true },
      reporter: ['text', 'html'],
    },
  },
});
