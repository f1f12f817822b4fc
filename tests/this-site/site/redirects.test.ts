import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { builtSite, listFiles } from '../../site/project.ts';

test('the addresses of articles that were merged lead to an article', async () => {
  const dist = await builtSite(inject('builtProject'));
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const moved = listFiles(dist).filter((file) => file.endsWith('.html') && read(file).includes('http-equiv="refresh"'));
  expect(moved).toContain('articles/iceberg-remark/index.html');
  for (const file of moved) {
    const [, target = ''] = /<link rel="canonical" href="[^"]*?(articles\/[^"]+)"/.exec(read(file)) ?? [];
    expect(listFiles(dist), file).toContain(`${target}index.html`);
  }
});
