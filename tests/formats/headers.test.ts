import { expect, test } from 'vitest';
import { hostHeaders } from '#formats/headers.ts';

const headers = hostHeaders({ scripts: ['c2NyaXB0'], styles: ['c3R5bGU='] });

test('texts that hosts do not know of are served as what they are', () => {
  const typed = [...headers.matchAll(/^(\/\S+)\n {2}Content-Type: (.*)$/gm)].map(([, path, type]) => [path, type]);
  expect(typed).toEqual([
    ['/*.txt', 'text/plain; charset=utf-8'],
    ['/*.md', 'text/markdown; charset=utf-8'],
    ['/*.jsonld', 'application/ld+json; charset=utf-8'],
    ['/*.csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
    ['/*.bib', 'application/x-bibtex; charset=utf-8'],
    ['/*.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ]);
});

test('only scripts and styles that are named by digest may stand in a page', () => {
  expect(headers).toContain("; script-src 'self' 'wasm-unsafe-eval' 'sha256-c2NyaXB0'; ");
  expect(headers).toContain("; style-src 'self' 'sha256-c3R5bGU='; ");
});
