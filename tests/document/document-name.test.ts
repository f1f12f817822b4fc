import { expect, test } from 'vitest';
import { readDocumentName } from '#document/document-name.ts';

const grain = { folder: 'articles', slug: 'grain' };

test.for<[name: string, page: object | undefined, fault: string | undefined]>([
  ['articles/grain.mdx', grain, undefined],
  ['pages/old-grain-2.mdx', { folder: 'pages', slug: 'old-grain-2' }, undefined],
  ['articles/grain.md', grain, 'extension'],
  ['articles/Grain.Markdown', grain, 'extension'],
  ['articles/grain.mdx.bak', undefined, 'extension'],
  ['articles/Grain.mdx', grain, 'name'],
  ['articles/grain_.mdx', undefined, 'name'],
  ['notes/grain.mdx', undefined, 'name'],
  ['constructor/grain.mdx', undefined, 'name'],
  ['grain.mdx', undefined, 'name'],
])('`%s`', ([name, page, fault]) => {
  expect(readDocumentName(name, false)).toEqual({ page, fault });
});

test.for<[name: string, page: object | undefined]>([
  ['articles/grain.mdx', grain],
  ['Articles/Grain.mdx', grain],
  ['articles/grain.md', undefined],
])('a symbolic link is refused, whatever its name: `%s`', ([name, page]) => {
  expect(readDocumentName(name, true)).toEqual({ page, fault: 'link' });
});
