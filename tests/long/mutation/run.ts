/**
 * Change the pure layers one small place at a time and list the changes that no test notices. `npm run test:long --
 * mutation` takes another layer each day, since all of them take many hours; `text src/source/record.ts` takes these
 * layers or files. Exits with 1 where tests catch less than 70 % of the changes.
 */
import { spawnSync } from 'node:child_process';
import { home } from '../../site/project.ts';
import { tool } from '../tools/install.ts';
import { LAYERS } from './stryker.config.mjs';

const today = LAYERS[Math.floor(Date.now() / 86_400_000) % LAYERS.length] ?? '';
const [, , ...asked] = process.argv;
const targets = (asked.length > 0 ? asked : [today]).map((target) =>
  target.includes('/') ? target : `src/${target}/**/*.ts`,
);
const { status } = spawnSync(
  process.execPath,
  [
    tool('@stryker-mutator/core/bin/stryker.js'),
    'run',
    'tests/long/mutation/stryker.config.mjs',
    '--mutate',
    targets.join(),
  ],
  { cwd: home, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
