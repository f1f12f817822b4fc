import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listServed } from '#io/list-served.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { recordOf } from '../source-of.ts';
import { listFiles, removeProject } from './project.ts';
import { type Ended, newSmallSite, run } from './small-site.ts';

const root = newSmallSite();
const dist = join(root, 'dist');
let built: Ended;

const article = (slug: string, matter: string, body: string) =>
  writeFileSync(
    join(root, `content/articles/${slug}.mdx`),
    `---\ntitle: ${slug}\ndescription: About ${slug}.\nthemes: [trade]\nasOf: The memo.\nupdated: 2026-11-23\n${matter}---\n\n${body}\n`,
  );
const source = (id: string, text: string, record: string) => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(root, `sources/${id}.txt`), text);
  writeFileSync(join(root, `sources/${id}.yaml`), record.replace(/sha256: .*/, `sha256: ${sha256}`));
};

const HEBREW = 'בנמל נמכרו 40 אוניות במאי (2023), לפי "הארץ".';
const TITLE = 'Əhməd və Çingiz: הארץ и Модсон';

beforeAll(async () => {
  const stated = (value: string) => `{ known: stated, value: ${value}, words: בנמל נמכרו }`;
  const csl = {
    title: stated(`"${TITLE}"`),
    author: stated('[{ family: Əliyev, given: İlham }]'),
    language: '{ known: inferred, value: he, note: Read. }',
  };
  source('hebrew', `${HEBREW}\n`, recordOf('hebrew', '', csl));
  article('sold', '', `The Hebrew text says that 40 ships were sold.[^h]\n\n[^h]: @hebrew "${HEBREW}"`);

  source(
    'unread',
    'The zeppelin of Almar was sold for a song.\n',
    recordOf('unread', 'voice: "To be written: who speaks."').replace('reviewed: 2026-11-23', 'reviewed:'),
  );
  article(
    'zeppelin',
    'draft: true\n',
    'The zeppelin was sold.[^z] TODO\n\n[^z]: @unread "The zeppelin of Almar was sold for a song."',
  );
  article('zeppelin-matter', 'draft: true\nasOf: a: b\n', 'The zeppelin was sold.');
  article('zeppelin-syntax', 'draft: true\n', 'The zeppelin <was {sold.');
  built = await run(root, 'build');
});
afterAll(() => removeProject(root));

test('drafts, and sources that nobody has reviewed, stop no build and are nowhere in it', () => {
  expect(built.code, built.output).toBe(0);
  expect(built.output).toMatch(/unread\.yaml:4:1 {2}source-unreviewed \(warning\)/);
  expect(built.output).toMatch(/zeppelin-syntax\.mdx:\d+:\d+ {2}article-invalid \(warning\)/);
  const files = listFiles(dist);
  expect(files.filter((file) => /zeppelin|sources.unread/.test(file))).toEqual([]);
  const texts = files.filter(
    (file) => /\.(?:html|xml|txt|json|md|jsonld|js)$/.test(file) && !file.startsWith('pagefind/'),
  );
  expect(texts.filter((file) => /zeppelin|sources\/unread/i.test(readFileSync(join(dist, file), 'utf8')))).toEqual([]);
});

test('a Hebrew source is exported whole, and set from right to left', () => {
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const bib = read('sources/hebrew.bib');
  expect(bib).toContain('author = {Əliyev, İlham}');
  expect(bib).toContain(TITLE);
  expect(read('sources/hebrew/index.html')).toMatch(/<span class="words" lang="he" dir="rtl">/);
  expect(read('sources/hebrew/index.html')).toMatch(/<q lang="he" dir="rtl"[^>]*>בנמל נמכרו<\/q>/);
  expect(read('articles/sold/index.html')).toMatch(/<blockquote class="quoted" lang="he" dir="rtl">/);
});

test('links to all that was built are sound, and all that the check accepts was built', () => {
  // Of a host, a style sheet or a script; not addresses to link to.
  const inner = /^(?:_|pagefind\/|.*\.css$)/;
  // An earlier address leads on, and documents link to the new one.
  const isRedirect = (file: string) =>
    file.endsWith('.html') && readFileSync(join(dist, file), 'utf8').includes('http-equiv="refresh"');
  const addresses = listFiles(dist)
    .filter((file) => !inner.test(file) && !isRedirect(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
  const file = 'content/articles/sold.mdx';
  const text = `${readFileSync(join(root, file), 'utf8')}\n    ${addresses.map((address) => `[x](${address})`).join(' ')}\n`;
  const { report } = readCorpus(root, { unsaved: new Map([[file, text]]) });
  expect(report.problems.filter(({ ruleId }) => ruleId === 'link-broken')).toEqual([]);

  const names: Record<string, string> = { slug: 'sold', theme: 'trade', id: 'hebrew', rule: 'link-broken' };
  const served = listServed(root).filter((path) => !path.includes('[page]'));
  const paths = served.map((path) => path.replace(/\[(\w+)\]/, (_, name) => names[name] ?? name));
  expect(paths.filter((path) => !existsSync(join(dist, path, path.endsWith('/') ? 'index.html' : '')))).toEqual([]);
});
