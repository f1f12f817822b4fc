import { defineConfig } from 'vitest/config';

/** Tests that start programs, and wait for them. */
const COMMANDS = [
  'tests/site/{dev,failing-build,base-path,changed-meanwhile,hostile,left-out,real-texts,settings}.test.ts',
  'tests/{cli,io}/**/*.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    // Builds and browsers take their time on two cores; nothing here is timed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // On two cores the runner would use one. Browsers and servers are waited for, so there is room for another.
    maxWorkers: 3,
    coverage: {
      // V8 counts wrongly what Node loads a second time by itself, as it does the slower parser, and takes twice as long.
      provider: 'istanbul',
      // The pure layers. Hosts (io, cli, astro, pages) are proven by running them.
      include: [
        'src/{text,problem,source,citation,statement,document,check,publication,markdown,formats,drawing}/**/*.ts',
      ],
      thresholds: { lines: 98, functions: 98, statements: 98, branches: 95 },
      reporter: ['text', 'html'],
    },
    // In the order of their names: what waits for the one build comes second.
    projects: [
      { extends: true, test: { name: 'builds and commands', include: COMMANDS } },
      {
        extends: true,
        test: {
          name: 'built site',
          include: ['tests/site/**/*.test.ts', 'tests/this-site/site/**/*.test.ts'],
          exclude: COMMANDS,
          globalSetup: './tests/site/build-once.ts',
          // Files wait there for the build, which takes its time on a busy computer.
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'second site',
          include: ['tests/site/**/*.test.ts'],
          exclude: COMMANDS,
          globalSetup: './tests/site/build-second.ts',
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/**/*.test.ts'],
          // Programs, and the packages of their own.
          exclude: [...COMMANDS, 'tests/{site,this-site/site}/**', 'tests/long/**'],
          // Nothing is kept in modules between two calls: files share what one of them has imported.
          isolate: false,
        },
      },
    ],
  },
});
