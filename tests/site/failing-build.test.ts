import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyProject, digests, removeProject, run } from './project.ts';
import { putEarlier } from './small-site.ts';

const root = copyProject();
afterAll(() => removeProject(root));

test.for<[file: string, ruleId: string, at: string, commands: readonly ('check' | 'build')[]]>([
  [
    'content/articles/recognition-and-relations.mdx',
    'quote-not-found',
    'recognition-and-relations.mdx',
    ['check', 'build'],
  ],
  ['sources/overview-to-2017.txt', 'source-stale', 'overview-to-2017.yaml', ['build']],
])('a letter changed in %s stops the build, and the earlier site stays', async ([file, ruleId, at, commands]) => {
  const before = readFileSync(join(root, file), 'utf8');
  const changed = before.replace('On December 25', 'On Decembre 25');
  expect(changed).not.toBe(before);
  writeFileSync(join(root, file), changed);
  const dist = join(root, 'dist');
  const earlier = putEarlier(dist);

  for (const command of commands) {
    const { code, output } = await run(root, command);
    expect(code, output).toBe(1);
    expect(output).toMatch(new RegExp(`${at.replace('.', '\\.')}:\\d+:\\d+  ${ruleId}\n`));
    expect(output).toContain('help: ');
    expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  }
  writeFileSync(join(root, file), before);

  expect(digests(dist)).toEqual(earlier);
});
