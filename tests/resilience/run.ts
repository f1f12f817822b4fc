/**
 * Build and write under every trouble that a computer can make, and see whether the site stays whole: `npm run test:resilience`,
 * `-- --seed 7` for other moments, `-- --kills 50`, `-- --only kills,caches`. Exits with 1 where something did not hold.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '../faults/random.ts';
import { caches } from './caches.ts';
import { changes } from './changes.ts';
import { commands } from './commands.ts';
import { edits } from './edits.ts';
import { kills } from './kills.ts';
import { shortage } from './shortage.ts';
import { newSmallSite, run, siteOf } from './small-site.ts';
import type { Tally } from './tally.ts';
import { together } from './together.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '50' },
    only: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const random = seeded(Number(values.seed));
const root = newSmallSite();

const { output } = await run(root, 'build');
const clean = siteOf(join(root, 'dist'));
if (!clean) throw new Error(`The site cannot be built:\n${output}`);

const parts: Readonly<Record<string, () => Promise<Tally[]>>> = {
  changes: () => changes(root, clean, random, 8),
  caches: () => caches(root, clean),
  edits: () => edits(),
  together: () => together(root, clean, random),
  kills: () => kills(root, clean, random, Number(values.kills)),
  shortage: () => shortage(root, clean),
  commands: () => commands(random, 12),
};
const asked = values.only?.split(',') ?? Object.keys(parts);

say(`seed ${values.seed}\n\n${'case'.padEnd(54)}held / tried`);
const tallies: Tally[] = [];
for (const name of asked) {
  const part = parts[name];
  if (!part) throw new Error(`Cannot find ${name}; the parts are ${Object.keys(parts).join(', ')}`);
  for (const result of await part()) {
    tallies.push(result);
    const { tried, held, skipped } = result;
    say(
      `${result.name.padEnd(54)}${skipped === undefined ? `${String(held).padStart(4)} / ${tried}` : `skipped: ${skipped}`}`,
    );
  }
}
rmSync(root, { recursive: true, force: true });

for (const { name, examples } of tallies) for (const example of examples) say(`\n${name}: ${example}`);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const tried = sum(tallies.map((result) => result.tried));
const held = sum(tallies.map((result) => result.held));
const skipped = tallies.filter((result) => result.skipped !== undefined).length;
say(`\n${held} of ${tried} trials held, ${skipped} cases skipped`);
process.exitCode = held < tried ? 1 : 0;
