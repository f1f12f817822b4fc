import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type BuiltShard, planJoin } from '#integration/join-plan.ts';
import { home } from '../site/project.ts';

const shard = (part: number, files: Record<string, string>, more: Partial<BuiltShard> = {}): BuiltShard => ({
  folder: `dist-${part}`,
  stamp: { part, of: 2, state: 'ab' },
  listed: files,
  found: files,
  ...more,
});
const one = shard(1, { 'index.html': '1', 'a.html': '2', 'shard.json': '3', 'sitemap-0.xml': '4', _headers: '5' });
const two = shard(2, { 'index.html': '1', 'b.html': '6', 'shard.json': '7', 'sitemap-0.xml': '8', _headers: '9' });

test('a joined site has each file of its shards once, but for those that depend on all pages', () => {
  expect(planJoin([two, one])).toEqual({
    from: new Map([
      ['index.html', 'dist-2'],
      ['b.html', 'dist-2'],
      ['a.html', 'dist-1'],
    ]),
  });
});

test.for<[name: string, shards: BuiltShard[], faults: string[]]>([
  ['no shards', [], ['No shard is named']],
  ['one of two', [two], ['Shard 1/2 is missing']],
  ['the same one twice', [one, one], ['dist-1 and dist-1 are the same shard', 'Shard 2/2 is missing']],
  [
    'one of three',
    [one, two, shard(3, {}, { stamp: { part: 3, of: 3, state: 'ab' } })],
    ['dist-3 is one of 3 shards, dist-1 one of 2'],
  ],
  [
    'one of another state',
    [one, shard(2, {}, { stamp: { part: 2, of: 2, state: 'cd' } })],
    ['dist-2 was built from another state of the project than dist-1'],
  ],
  [
    'one with another page',
    [one, shard(2, { 'index.html': '0' })],
    ['index.html is another one in dist-2 than in dist-1'],
  ],
  [
    'one that was changed',
    [one, shard(2, { a: '1', b: '2' }, { found: { b: '3', c: '4' } })],
    ['a', 'b', 'c'].map((file) => `dist-2/${file} is not as its build has written it`),
  ],
])('%s cannot be joined', ([, shards, faults]) => {
  expect(planJoin(shards)).toEqual({ faults });
});

/** Write the folder of a shard as a build does. */
function writeShard(root: string, part: number, pages: Record<string, string>): void {
  const page = (text: string) => `<html lang="en"><title>${text}</title><body data-pagefind-body><p>${text}</p>`;
  const map = (paths: string[]) => `<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`;
  const files: Record<string, string> = {
    ...Object.fromEntries(Object.entries(pages).map(([path, text]) => [path, page(text)])),
    [`sources/log-${part}.txt`]: `Log ${part}`,
    'sitemap-0.xml': map(Object.keys(pages)),
    'sitemap-index.xml': '<sitemapindex><sitemap><loc>/sitemap-0.xml</loc></sitemap></sitemapindex>',
    'shard.json': JSON.stringify({ part, of: 2, state: 'ab' }),
  };
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const digests = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, sha256(text)]));
  const sources = [{ id: `log-${part}`, raw: sha256(`Log ${part}`) }];
  const all = { ...files, 'integrity.json': JSON.stringify({ algorithm: 'SHA-256', files: digests, sources }) };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, `dist-${part}`, path)), { recursive: true });
    writeFileSync(join(root, `dist-${part}`, path), text);
  }
}

test('shards become one site with one search index, one sitemap and digests of all, or none', () => {
  const root = mkdtempSync(join(tmpdir(), 'join-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const program = join(home, 'src/integration/join.ts');
  const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });
  writeShard(root, 1, { 'index.html': 'Home', 'a/index.html': 'Almar' });
  writeShard(root, 2, { 'index.html': 'Home', 'b/index.html': 'Vellin' });

  const joined = run('dist-1', 'dist-2');
  expect(joined.stderr).toBe('');
  expect(joined.stdout).toMatch(/^Joined 2 shards: \d+ files, search index of 3 pages\n$/);
  const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
  const { files, sources } = JSON.parse(read('integrity.json'));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['a/index.html', 'b/index.html', '_headers', 'pagefind/pagefind.js']),
  );
  expect(sources.map(({ id }: { id: string }) => id)).toEqual(['log-1', 'log-2']);
  expect(read('sitemap-0.xml').match(/<loc>/g)).toHaveLength(3);
  expect(existsSync(join(root, 'dist/shard.json'))).toBe(false);

  writeFileSync(join(root, 'dist-2/b/index.html'), 'changed on its way');
  writeFileSync(join(root, 'dist/mark'), '');
  const refused = run('dist-1', 'dist-2');
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toBe(
    'dist-2/b/index.html is not as its build has written it\nThe shards were not joined; an earlier site was left as it was.\n',
  );
  expect(existsSync(join(root, 'dist/mark'))).toBe(true);
  expect(run('dist-1', 'nothing').stderr).toContain('no such file');
});
