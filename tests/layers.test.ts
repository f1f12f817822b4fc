import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The folders of `src`: each may import those before it. */
const ORDER = [
  ...['text', 'problem', 'source', 'citation', 'statement', 'document', 'check', 'publication', 'markdown'],
  ...['drawing', 'formats', 'io', 'styles', 'fonts', 'client', 'components', 'layouts', 'pages', 'astro', 'cli', 'lsp'],
];
/** What renders pages sees the publication, and nothing that may hold withheld text. */
const RENDERING = ['components', 'layouts', 'pages'];
const UNPUBLISHED = ['source', 'citation', 'statement', 'document', 'check'];

const imports = globSync('src/*/**/*.{ts,astro}').flatMap((file) => {
  const [, folder = ''] = file.split(/[\\/]/);
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)[ (]*'(#(\w+)\/|\.\.\/)/g)].map(([, path, to]) => ({
    file,
    folder,
    path,
    to,
  }));
});

test('each folder imports only earlier ones, as #folder/file.ts', () => {
  expect(imports.length).toBeGreaterThan(300);
  const isAllowed = ({ folder, to }: (typeof imports)[number]) =>
    to !== undefined &&
    ORDER.indexOf(to) <= ORDER.indexOf(folder) &&
    ORDER.includes(to) &&
    !(RENDERING.includes(folder) && UNPUBLISHED.includes(to));
  expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
});

/** An attribute or property with an address from the root, as a text of its own. */
const BARE = /\b(?:href|src|action|address|data-proof)(?:=\{?|: )["'`]\/(?!\/)/;

test('pages write addresses of the site with `at`, which adds its base path', () => {
  const files = globSync('src/{client,components,layouts,pages}/**/*.{ts,astro}');
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => BARE.test(readFileSync(file, 'utf8').replaceAll('`/__open-in-editor', '')))).toEqual(
    [],
  );
  // What it finds, and what it does not.
  const found = ['<a href="/a/">', '<a href={`/a/`}>', "{ address: '/a/' }", `<img src='/a.png'>`];
  const right = ["<a href={at('/a/')}>", '<a href="#a">', '<a href="//b.example/">', '<a href={address}>'];
  expect([...found, ...right].filter((line) => BARE.test(line))).toEqual(found);
});
