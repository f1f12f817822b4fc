import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeProject } from './project.ts';
import { newSmallSite, run, siteOf } from './small-site.ts';

// That all of this site is the same without any fast path, is shown where it is built twice (`site.test.ts`).
test('a build with what one of another text has kept is, to the byte, one without any fast path', async () => {
  const root = newSmallSite();
  onTestFinished(() => removeProject(root));
  let words = '';
  const build = async (fastPaths: 'on' | 'off') => {
    const { code, output } = await run(root, 'build', { env: { FAST_PATHS: fastPaths } });
    expect(code, output).toBe(0);
    words = output;
    return siteOf(join(root, 'dist'));
  };
  const file = join(root, 'content/articles/storms.mdx');
  const card = 'articles/storms/card.png';

  const before = await build('on');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Other storms'));
  const after = await build('on');
  expect(after?.[card]).not.toBe(before?.[card]);
  expect(after?.['articles/grain/card.png']).toBe(before?.['articles/grain/card.png']);
  // The pages of sources name the article, and those of rules do not.
  expect(words).toMatch(/pages: 3\d as they were/);
  expect(words).not.toContain('nothing has changed');
  expect(await build('on')).toEqual(after);
  expect(words).toContain('nothing has changed');
  expect(await build('off')).toEqual(after);
  expect(words).not.toContain('nothing has changed');
});
