/**
 * Try every property with many random values: `npm run test:long -- fuzz`; `--seed 7` other values, `--runs 1000` so
 * many for each property, `--seconds 60` as many as the time allows, `--only matcher` some properties, `--path 0:1` the
 * value that a failure names. Exits with 1 where a property does not hold.
 */
import { parseArgs } from 'node:util';
import { PROPERTIES } from './properties.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string', default: '' },
    path: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const seed = Number(values.seed);
const runs = Number(values.runs ?? Number.MAX_SAFE_INTEGER);
const seconds = values.seconds ?? (values.runs === undefined ? '30' : undefined);
const properties = PROPERTIES.filter(({ name }) => name.includes(values.only));
if (properties.length === 0) throw new Error(`No property has ${JSON.stringify(values.only)} in its name`);

let failures = 0;
say(`seed ${seed}\n\n${'property'.padEnd(76)}failures / runs`);
for (const property of properties) {
  const limit = seconds === undefined ? undefined : Number(seconds);
  const { runs: tried, failure } = property.attempt({ seed, runs, seconds: limit, path: values.path });
  say(`${property.name.padEnd(80)}${failure ? 1 : 0} / ${tried}`);
  if (!failure) continue;
  failures++;
  const options = `--only ${JSON.stringify(property.name)} --seed ${failure.seed} --path ${failure.path}`;
  say(`\n  ${failure.because}\n  value: ${failure.value}\n  again: npm run test:long -- fuzz ${options}\n`);
}
say(`\n${failures} of ${properties.length} properties do not hold`);
process.exitCode = failures > 0 ? 1 : 0;
