import { expect, test } from 'vitest';
import { PROPERTIES } from './long/fuzz/properties.ts';

/** Another seed tries other values: `FUZZ_SEED=7 npx vitest run tests/properties.test.ts`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261124);

test.for(PROPERTIES.map((property) => [property.name, property] as const))(`%s (seed ${seed})`, ([, property]) => {
  const { runs, failure } = property.attempt({ seed, runs: property.runs });

  expect(failure).toBeUndefined();
  expect(runs).toBe(property.runs);
});
