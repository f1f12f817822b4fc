import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const publication = fileURLToPath(new URL('../../src/publication/publication.ts', import.meta.url));

/**
 * The slugs of articles changed on the same day as sorted under a system language, and two of them by its own
 * collation.
 */
function sortIn(language: string) {
  const program = `
    const { lastChanged } = await import(process.argv[1]);
    const articles = ['warm', 'zinc', 'hail', 'tar', 'quay', 'land'].map((slug) => ({ slug, matter: { updated: '2026-11-24' } }));
    const slugs = lastChanged(articles).map(({ slug }) => slug);
    process.stdout.write(JSON.stringify({ slugs, own: ['zinc', 'tar'].sort(Intl.Collator().compare) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program, publication], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: language },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('articles changed on the same day have the same order in Estonian, whose alphabet has z before t', () => {
  const { slugs, own } = sortIn('et_EE.UTF-8');
  expect(own).toEqual(['zinc', 'tar']);
  expect(slugs).toEqual(['hail', 'land', 'quay', 'tar', 'warm', 'zinc']);
  expect(sortIn('en_US.UTF-8')).toEqual({ slugs, own: ['tar', 'zinc'] });
});
