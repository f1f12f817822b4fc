import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LATE_CONFIG } from './late-config.ts';
import { removeProject } from './project.ts';
import { leftovers, newSmallSite, putEarlier, run, siteOf } from './small-site.ts';

test('a source that changes after the last page was rendered stops the build, and the earlier site stays', async () => {
  const root = newSmallSite();
  onTestFinished(() => removeProject(root));
  const earlier = putEarlier(join(root, 'dist'));
  writeFileSync(join(root, 'late.config.mjs'), LATE_CONFIG);

  const env = { FILE: join(root, 'sources/weather-log.txt'), WORDS: '\nThe pier was sold in 1901.\n' };
  const { code, output } = await run(root, 'build', { args: ['--config', 'late.config.mjs'], env });

  expect(output).toContain('sources/weather-log.txt changed while the site was built');
  expect(output).toContain('Build it again');
  expect(output).toContain('an earlier `dist` was left as it was');
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  expect(siteOf(join(root, 'dist'))).toEqual(earlier);
  expect(leftovers(root)).toEqual([]);
});
