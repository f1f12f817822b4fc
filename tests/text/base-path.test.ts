import { expect, test } from 'vitest';
import { withBase, withoutBase } from '#text/base-path.ts';

test.for([
  ['/', '/repo/'],
  ['/articles/grain/', '/repo/articles/grain/'],
  ['/articles/grain/#oats', '/repo/articles/grain/#oats'],
  ['/search/?q=/a/', '/repo/search/?q=/a/'],
  // The path of a site may be the name of one of its pages.
  ['/repo/', '/repo/repo/'],
  // As browsers read it.
  [' /search/', '/repo/search/'],
  ['https:/search/', '/repo/search/'],
])('below /repo/, %j is at %s', ([path = '', address]) => {
  expect(withBase('/repo/', path)).toBe(address);
  expect(withBase('/', path)).toBe(path);
});

test.for(['', '#note', '?q=1', 'https://harbor.example/', '//harbor.example/a/', '/\\harbor.example/', 'mailto:a@b.c'])(
  '%j is an address as it is',
  (address) => {
    expect(withBase('/repo/', address)).toBe(address);
  },
);

test.for([
  ['/repo/', '/repo/articles/grain/', '/articles/grain/'],
  ['/repo/', '/repo/', '/'],
  ['/', '/articles/grain/', '/articles/grain/'],
  ['/a/b/', '/a/b/c.txt', '/c.txt'],
  ['/repo/', '/repo', ''],
  ['/repo/', '/', undefined],
  ['/repo/', '/articles/grain/', undefined],
  ['/repo/', '/repository/', undefined],
])('of the site below %s, the path of %s is %j', ([base = '', address = '', path]) => {
  expect(withoutBase(base, address)).toBe(path);
});
