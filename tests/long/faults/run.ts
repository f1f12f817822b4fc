/**
 * Break the real content in every known way, one place at a time, and see whether the check says so: `npm run
 * test:faults`; `--seed 7` chooses other places, `--share 0.1` a tenth of them. Exits with 1 where a fault is missed or
 * a harmless change reported; of changes of what a sentence says, some may be missed.
 */
import { parseArgs } from 'node:util';
import { readCorpus } from '#io/read-corpus.ts';
import { home } from '../../site/project.ts';
import { tryEverything } from './everything.ts';
import { isPoor } from './meaning.ts';
import { seeded } from './random.ts';
import type { Sample, Tally } from './tally.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, share: { type: 'string', default: '1' } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const { corpus, report } = readCorpus(home);
if (report.problems.length > 0) throw new Error('The content has problems of its own: npm run check');

const step = 1 / Number(values.share);
const sample: Sample = (cases) => cases.filter((_, index) => index % step < 1);
const { faults, meaning, harmless } = tryEverything(home, corpus, seeded(Number(values.seed)), sample);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const row = ({ name, found, tried }: Tally) => say(`${name.padEnd(60)}${String(found).padStart(6)} / ${tried}`);

say(`seed ${values.seed}`);
say(`\n${'faults'.padEnd(60)}caught / tried`);
for (const tally of faults) row(tally);
say(`\n${'what a sentence says'.padEnd(60)}caught / tried`);
for (const tally of meaning) row(tally);
say(`\n${'harmless changes'.padEnd(54)}false alarms / tried`);
for (const tally of harmless) row(tally);
for (const { name, examples } of [...faults, ...meaning, ...harmless])
  for (const example of examples) say(`\n${name}: ${example}`);

const missed = sum(faults.map(({ tried, found }) => tried - found));
const alarms = sum(harmless.map(({ found }) => found));
const caught = sum(faults.map(({ found }) => found));
const tried = sum(harmless.map(({ tried }) => tried));
say(`\n${caught} of ${caught + missed} faults caught, ${alarms} false alarms in ${tried} harmless changes`);
// Not all can be seen: the list above is for a person to read.
const poor = meaning.filter(isPoor);
if (poor.length > 0) say(`too few are caught: ${poor.map(({ name }) => name).join(', ')}`);
process.exitCode = missed + alarms + poor.length > 0 ? 1 : 0;
