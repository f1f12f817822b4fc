import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { LAYERS, LEFT_OUT, NEAR_ONLY, STATIC_ONLY } from './layers.ts';

/** The least share of mutants that tests must catch in each layer, in percent. */
const LEAST = 90;

/**
 * Change the pure layers in one small place at a time, and count the changes that no test sees: `npm run test:mutation`, or
 * with names of layers or files, `-- text src/source/record.ts`. `--quick` leaves out what modules compute while they are loaded, such as
 * schemas and patterns: for each change of these, tests have to be loaded anew, which takes as long as all others; `--static` tries
 * nothing but these. `--near` shows those changes to the tests of their own layer only, so that what other tests would notice counts as missed.
 */
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' }, static: { type: 'boolean' }, near: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.near) process.env[NEAR_ONLY] = 'yes';
if (values.static) process.env[STATIC_ONLY] = 'yes';
const targets = positionals.length > 0 ? positionals : LAYERS;
const mutants = await new Stryker({
  ignoreStatic: values.quick === true,
  mutate: targets.map((target) => (target.includes('/') ? target : `src/${target}/**/*.ts`)),
}).runMutationTest();

const byLayer = Map.groupBy(mutants, ({ fileName }) => relative('src', fileName).split('/')[0] ?? '');
const rows = [...byLayer, ['all', mutants] as const].map(([layer, some]) => ({
  layer,
  ...score(some),
}));
console.table(rows);
if (rows.some((row) => row['%'] < LEAST)) process.exitCode = 1;

function score(all: readonly MutantResult[]) {
  const tried = all.filter(({ status, statusReason }) => status !== 'Ignored' && statusReason !== LEFT_OUT);
  const count = (status: MutantStatus) => tried.filter((one) => one.status === status).length;
  const caught = count('Killed') + count('Timeout');
  const missed = count('Survived') + count('NoCoverage');
  return {
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
    error: count('RuntimeError'),
    'left out': all.length - tried.length,
    '%': Math.floor((1000 * caught) / (caught + missed)) / 10,
  };
}
