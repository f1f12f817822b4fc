/**
 * Change the pure layers one small place at a time and list the changes that no test notices:
 * `npm run test:long -- mutation`; `text src/source/record.ts` takes these layers or files. Exits with 1 where tests
 * catch less than 90 % of the changes.
 */
import { spawnSync } from 'node:child_process';
import { home } from '../../site/project.ts';
import { tool } from '../tools/install.ts';

const targets = process.argv.slice(2).map((target) => (target.includes('/') ? target : `src/${target}/**/*.ts`));
const { status } = spawnSync(
  process.execPath,
  [
    tool('@stryker-mutator/core/bin/stryker.js'),
    'run',
    'tests/long/mutation/stryker.config.mjs',
    ...(targets.length > 0 ? ['--mutate', targets.join()] : []),
  ],
  { cwd: home, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
