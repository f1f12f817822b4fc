import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyProject, digests, removeProject, run, secondSite } from './project.ts';
import { putEarlier } from './small-site.ts';

const root = copyProject(secondSite);
afterAll(() => removeProject(root));

test.for<[file: string, ruleId: string, at: string, commands: readonly ('check' | 'build')[]]>([
  ['content/articles/keepers.mdx', 'quote-not-found', 'keepers.mdx', ['check', 'build']],
  ['sources/light-report.txt', 'source-stale', 'light-report.yaml', ['build']],
])('a letter changed in %s stops the build, and the earlier site stays', async ([file, ruleId, at, commands]) => {
  const before = readFileSync(join(root, file), 'utf8');
  const changed = before.replace('lived at the head', 'lived on the head');
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
