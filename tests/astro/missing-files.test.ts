import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { missingFiles } from '../../src/astro/missing-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'missing-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Missing addresses of a site with a page, a style sheet, a script and a font, and with another file. */
function missing(file: string, text: string, base = '/repo/'): string[] {
  const files = {
    'given/c.html': '',
    'a/index.html': '',
    'index.html': '',
    '_astro/a.css': '',
    '_astro/a.js': '',
    'é %.txt': '',
  };
  for (const [path, content] of Object.entries({ ...files, [file]: text })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const found = missingFiles(folder, base, join(folder, 'given'));
  expect(found.every((one) => one.file === file)).toBe(true);
  return found.map(({ address }) => address);
}

test.for<[file: string, text: string]>([
  ['index.html', '<a href="/repo/">a</a> <a href="/repo/a/">b</a> <a href="a/#x">c</a> <a href="?q=/b/">d</a>'],
  ['a/index.html', '<link rel="stylesheet" href="/repo/_astro/a.css"><script src="../_astro/a.js"></script>'],
  ['index.html', '<a href="/repo/%C3%A9%20%25.txt">a</a> <a href="/repo/é%20%25.txt">b</a>'],
  // Elsewhere, or no address.
  [
    'index.html',
    '<a href="https://b.example/b/">a</a> <a href="//b.example/b">b</a> <a href="mailto:b@b.example">c</a>',
  ],
  ['index.html', '<pre>&lt;a href="/b/"> url: /b/</pre><p title="a href=/b/">url</p>'],
  ['_astro/b.css', "a { background: url('data:image/png;base64,AA'); src: url(a.js) }"],
  ['_astro/b.js', 'import("./a.js"); fetch("/b/"); a("./b")'],
  ['pagefind/b.js', 'import("./b.js")'],
  // Copied as it was.
  ['c.html', '<a href="/another/site/of/the/host/">b</a>'],
])('in %s, %s asks for what is there', ([file, text]) => {
  expect(missing(file, text)).toEqual([]);
});

test.for<[file: string, text: string, address: string]>([
  ['index.html', '<link rel="stylesheet" href="/repo/_astro/b.css">', '/repo/_astro/b.css'],
  ['index.html', '<p>a</p><script type="module" src="/repo/b.js"></script>', '/repo/b.js'],
  ['a/index.html', '<a class="b" href="b/">b</a>', 'b/'],
  ['index.html', '<a href="/repo/a">a page without its last slash</a>', '/repo/a'],
  ['index.html', '<a href="/a/">a page without the base path</a>', '/a/'],
  ['index.html', '<a href="/repo">the site without its last slash</a>', '/repo'],
  ['a/index.html', '<style>@font-face { src: url(/repo/_astro/b.woff2) }</style>', '/repo/_astro/b.woff2'],
  ['_astro/b.css', '@font-face { src: url("b.woff2") }', 'b.woff2'],
  ['_astro/b.js', 'import("./b-1.js")', './b-1.js'],
])('in %s, %s asks for %s', ([file, text, address]) => {
  expect(missing(file, text)).toEqual([address]);
});
