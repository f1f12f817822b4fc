/**
 * Try every property with many values, then time inputs that are made to be slow: `npm run test:fuzz`. With `-- --seed 7` other
 * values, `--runs 1000` so many for each property, `--seconds 60` as many as the time allows, `--only matcher` some of them,
 * `--path 0:1` as a failure names it. Exits with 1 where a property does not hold or a time grows too fast.
 */
import { parseArgs } from 'node:util';
import { measureGrowth, printGrowth } from './growth.ts';
import { judgeExpressions } from './judge-expressions.ts';
import { PROPERTIES } from './properties.ts';
import { readExpressions, VERDICTS } from './regular-expressions.ts';
import { SLOW_INPUTS } from './slow-inputs.ts';

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
const seconds = values.seconds === undefined ? (values.runs === undefined ? 30 : undefined) : Number(values.seconds);
const runs = values.runs === undefined ? Number.MAX_SAFE_INTEGER : Number(values.runs);

const EXPRESSIONS = 'regular expressions called safe';
const properties = PROPERTIES.filter(({ name }) => name.includes(values.only));
const inputs = SLOW_INPUTS.filter(({ name }) => name.includes(values.only));
const judges = EXPRESSIONS.includes(values.only);
if (properties.length + inputs.length === 0 && !judges) {
  process.stderr.write(`Cannot find a property or an input with ${JSON.stringify(values.only)} in its name\n`);
  process.exit(2);
}

let failures = 0;
say(`seed ${seed}\n`);
say('property                                                                          failures / runs');
for (const property of properties) {
  const { runs: tried, failure } = property.attempt({ seed, runs, seconds, path: values.path });
  say(`${property.name.padEnd(80)}${String(failure ? 1 : 0).padStart(6)} / ${tried}`);
  if (!failure) continue;
  failures++;
  say(`\n  ${failure.because}\n  value: ${failure.value}`);
  say(
    `  again: npm run test:fuzz -- --only ${JSON.stringify(property.name)} --seed ${failure.seed} --path ${failure.path}\n`,
  );
}
say(`\n${failures} of ${properties.length} properties do not hold`);

say('\ninput                                              exponent       sizes, each in processor time');
let steep = 0;
for (const growth of measureGrowth(values.only)) {
  say(printGrowth(growth));
  if (growth.isTooSteep) steep++;
}
say(`\n${steep} of ${inputs.length} inputs take time that grows faster than n log n`);

let unsafe = 0;
if (judges) {
  const known = Object.entries(VERDICTS.literals);
  const safe = readExpressions().literals.filter((literal) => (VERDICTS.literals[literal] ?? 'safe') === 'safe');
  for (const { literal, because } of judgeExpressions(safe)) {
    say(`${literal}\n  ${because}`);
    unsafe++;
  }
  say(`\n${unsafe} of ${safe.length} ${EXPRESSIONS} are not; ${known.length - safe.length} others have a reason`);
}
process.exitCode = failures + steep + unsafe > 0 ? 1 : 0;
