import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PURE_TESTS } from './layers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('tests of the pure layers use nothing of Vitest but what they can be run by without it', () => {
  const files = globSync([...PURE_TESTS], { cwd: root });
  const used = files.flatMap((file) => {
    const [, names = ''] = /import \{ ([^}]*) \} from 'vitest';/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    return names.split(', ').map((name) => `${name} in ${file}`);
  });

  expect(files.length).toBeGreaterThan(50);
  expect(used.filter((use) => !/^(?:describe|expect|test) in /.test(use))).toEqual([]);
});
