import { fileURLToPath } from 'node:url';
import { measure } from './measure.ts';
import type { Row } from './rows.ts';
import { environmentOf, removeCaches, removeResults } from './workspace.ts';

const READ_AND_HASH = 'read and hash';

/** What is measured of the check of the project below `root`. */
export function checkRows(root: string, articles: number): Row[] {
  const node = (...args: readonly string[]) => measure({ args, cwd: root, env: environmentOf(root) });
  const check = () => node('src/cli/main.ts', 'check');
  return [
    { name: 'node -e 0', run: () => node('-e', '0') },
    { name: READ_AND_HASH, run: () => node(fileURLToPath(new URL('read-and-hash.mjs', import.meta.url))) },
    {
      name: 'read, hash and parse, normal form of sources',
      run: () => node(fileURLToPath(new URL('read-and-parse.mjs', import.meta.url))),
      against: [READ_AND_HASH],
    },
    {
      name: 'check, nothing cached, not even compiled',
      prepare: () => removeCaches(root),
      run: check,
      against: [READ_AND_HASH],
    },
    {
      name: 'check, compiled before',
      prepare: () => removeResults(root),
      run: check,
      against: [READ_AND_HASH],
      most: articles < 1000 ? 12 : 6,
    },
    { name: 'check again, nothing changed', run: check, against: [READ_AND_HASH], most: 2 },
  ];
}
