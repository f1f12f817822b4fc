import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { HUES } from '#document/hues.ts';
import { copyProject, type Outcome, removeProject, run, secondSite } from './project.ts';

const root = copyProject(secondSite);
const page = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
let built: Outcome;

/** A site without a home page, with a theme that has no articles, and settings that the second site does not have. */
beforeAll(async () => {
  rmSync(join(root, 'content/pages/home.mdx'));
  const theme = 'title: The tides\nlabel: The tides\ndescription: High and low water.\norder: 3\nhue: plum\n';
  const note = '[^first]: @light-report "The light at Carrow Head was first lit on 3 November 1868"';
  writeFileSync(
    join(root, 'content/themes/tides.mdx'),
    `---\n${theme}---\n\nThe light was first lit on 3 November 1868.[^first]\n\n${note}\n`,
  );
  const file = join(root, 'content/site.yaml');
  const settings = {
    ...parse(readFileSync(file, 'utf8')),
    language: 'en-GB',
    license: { name: 'Free to use', url: 'https://license.example/free' },
    report: 'mailto:keeper@carrow-head.org',
    home: { claim: "Who's there?", below: 'Below lies the sea.' },
    spellings: { lamp: ['Lantern'] },
    maps: [{ title: 'The coast', west: -11, east: 2, south: 49, north: 60, labels: { Ireland: [-8, 53] } }],
    places: { towns: { 'Carrow Head': [-5, 56] } },
  };
  writeFileSync(file, stringify(settings));
  built = await run(root, 'build');
});
afterAll(() => removeProject(root));

test('a site without a home page begins with its name, its claim and its first article', () => {
  expect(built.code, built.output).toBe(0);
  const home = page('index.html');
  expect(home).toMatch(/<h1[^>]*>The Light at Carrow Head<\/h1>/);
  expect(home).toContain('Who’s there?</p>');
  expect(home).toContain('Below lies the sea.</p>');
  expect(home.replace(/\s+/g, ' ')).toMatch(/Start with <a href="\/repo\/articles\/lamp\/"[^>]*>[^<]*<\/a>\./);
  expect(home).not.toContain('findings</h2>');
  expect(home).not.toMatch(/<img|undefined/);
});

test('a theme without articles has a page, and its own color on every page', () => {
  const { light, dark } = HUES.plum;
  for (const path of ['index.html', 'themes/tides/index.html', 'articles/ferry/index.html'])
    expect(page(path)).toContain(`[data-theme='tides']{--accent:light-dark(${light},${dark})}`);
  expect(page('themes/index.html')).toContain('>0 articles</p>');
  expect(page('themes/tides/index.html')).not.toContain('reading order');
});

test('language, license and address for errors are on every page', () => {
  const article = page('articles/ferry/index.html');
  expect(article).toContain('<html lang="en-GB"');
  expect(article).toMatch(/<a href="https:\/\/license\.example\/free"[^>]*>Free to use<\/a>/);
  expect(article).toContain('href="mailto:keeper@carrow-head.org?subject=');
  expect(article).toContain('"inLanguage":"en-GB","license":"https://license.example/free"');
  expect(JSON.parse(page('manifest.webmanifest'))).toMatchObject({ lang: 'en-GB', name: 'The Light at Carrow Head' });
});

test('one map is a map, and search knows other spellings', () => {
  const places = page('people-and-places/index.html');
  expect(places).toContain(':root{--maps:330fr;--details:none}.map-1{--units:330}');
  expect(places).toMatch(/<title>Carrow Head: \d+ statements?<\/title>/);
  expect(page('pagefind/words.txt')).toMatch(/^lamp lantern$/m);
});
