/**
 * Build and write under the troubles a computer can cause, and see whether each file stays whole:
 * `npm run test:long -- resilience`; `--seed 7` chooses other moments, `--kills 5` their number, `--only full` the
 * trials with that word in their name. Exits with 1 where something did not hold.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newSmallSite } from '../../site/small-site.ts';
import { seeded } from '../faults/random.ts';
import { buildTrials } from './builds.ts';
import { commandTrials } from './commands.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const random = seeded(Number(values.seed));
const root = newSmallSite();
let failed = 0;
say(`seed ${values.seed}`);
try {
  const trials = [
    ...(await buildTrials(root, random, Number(values.kills))),
    ...commandTrials(random, Number(values.kills)),
  ];
  for (const { name, run } of trials.filter(({ name }) => name.includes(values.only))) {
    const faults = await run();
    say(`${name}: ${faults === 'skipped' ? 'SKIPPED' : faults.length === 0 ? 'held' : 'FAILED'}`);
    if (faults === 'skipped') continue;
    for (const fault of faults) say(`  ${fault}`);
    failed += Math.min(1, faults.length);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
say(failed === 0 ? 'Everything held' : `${failed} trials failed`);
process.exitCode = failed === 0 ? 0 : 1;
