import { appendFileSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArtefact } from '../long/artefact/check.ts';
import { readFiles } from '../long/artefact/site.ts';
import { removeProject } from './project.ts';
import { type Ended, newSmallSite, run, siteOf } from './small-site.ts';

const SETTINGS = `name: Harbor
address: https://harbor.example
base: /repo/
moved: { /articles/gales/: /articles/storms/ }
`;
/** Links of each form, as authors write them. */
const LINKS = `
More is on [one page](/sources/weather-log/#L2) and [another][trade], <a href="/search/?q=oats">found</a>, [as
text](/sources/weather-log.txt), [with the whole address](https://harbor.example/repo/), and [on another site of the
host](https://harbor.example/other/).[^links]

[trade]: /themes/trade/

[^links]: @weather-log "The first ships leave Vellin at dawn."

    More in [a note](/sources/).
`;

const parent = mkdtempSync(join(tmpdir(), 'base-path-'));
let root = '';
let built: Ended;

// Neither the path of the site nor that of the project is a plain one, so that one build tries both.
beforeAll(async () => {
  const folder = join(parent, "Ünïcode 漢, it's [here] & (there)");
  mkdirSync(folder);
  root = newSmallSite(folder);
  writeFileSync(join(root, 'content/site.yaml'), SETTINGS);
  appendFileSync(join(root, 'content/articles/grain.mdx'), LINKS);
  built = await run(root, 'build');
});
afterAll(() => removeProject(parent));

test('every address in every file of a site below a path leads to a file of that site', () => {
  expect(built.code, built.output).toBe(0);
  const files = readFiles(join(root, 'dist'));
  const sources = readFiles(join(root, 'sources'));
  const checks = ['notes', 'annotations', 'links', 'heads', 'listings', 'digests'] as const;
  const faults = checks.flatMap((check) => checkArtefact(files, sources, check).faults);
  // There is another site on this host.
  expect(faults.filter(({ fact }) => !fact.startsWith('`https://harbor.example/other/` leads'))).toEqual([]);

  const page = String(files.get('articles/grain/index.html'));
  const written = [
    '/sources/weather-log/#L2',
    '/themes/trade/',
    '/search/?q=oats',
    '/sources/weather-log.txt',
    '/sources/',
  ];
  for (const path of written) expect(page).toContain(`href="/repo${path}"`);
});

test('a folder whose name Vite cannot read is refused before anything is written', async () => {
  const dist = join(root, 'dist');
  const [before, name] = [siteOf(dist), join(dirname(root), '100%25 #1')];
  renameSync(root, name);
  const { code, output } = await run(name, 'build');
  expect(code).toBe(1);
  expect(output).toContain('The path of the project has % in it');
  expect(output).toContain('rename the folder');
  expect(siteOf(join(name, 'dist'))).toEqual(before);
});
