import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import { type KeptPages, keptPages } from '#integration/kept-pages.ts';
import { makePages } from '#integration/make-pages.ts';

type Page = readonly [pathname: string, cacheKey?: string | undefined, type?: 'page' | 'endpoint' | 'redirect'];
type Answer = (url: URL) => Response | { readonly response: Response };

const plain: Answer = (url) => new Response(`words of ${url.href}`);

/** An earlier site that has these words, by file and key. */
function keptOf(earlier: Readonly<Record<string, string>> = {}) {
  const noted: string[][] = [];
  const kept: KeptPages = {
    find: (file, cacheKey) => {
      const words = earlier[`${file} ${cacheKey}`];
      return words === undefined ? undefined : Buffer.from(words);
    },
    note: (file, cacheKey, bytes) => noted.push([file, cacheKey, Buffer.from(bytes).toString()]),
    keep: () => undefined,
  };
  return { kept, noted };
}

/** Make pages into an empty folder. */
function newSite(list: readonly Page[], answer = plain, kept = keptOf().kept) {
  const staged = mkdtempSync(join(tmpdir(), 'make-pages-'));
  onTestFinished(() => rmSync(staged, { recursive: true }));
  const [onPage, onFile, onThousand]: [string[], string[], [number, number][]] = [[], [], []];
  const pages = makePages(staged, { site: 'https://site.example', base: '/' }, kept, {
    onPage: (pathname) => onPage.push(pathname),
    onFile: (file) => onFile.push(file),
    onThousand: (done, all) => onThousand.push([done, all]),
  });
  const own = {
    name: 'own',
    getStaticPaths: async () =>
      list.map(([pathname, cacheKey, type = 'page']) => ({ pathname, cacheKey, route: { type } })),
    render: async (request: Request) => answer(new URL(request.url)),
  };
  const make = async () => {
    const left = await pages.prerenderer(own as unknown as AstroPrerenderer).getStaticPaths();
    return left.map(({ pathname }) => pathname);
  };
  const read = (file: string) => readFileSync(join(staged, file), 'utf8');
  return { staged, make, read, count: pages.count, onPage, onFile, onThousand };
}

test('pages become folders, and files what they are called', async () => {
  const { make, read, count } = newSite([['/'], ['/articles/one'], ['/articles/one.md', undefined, 'endpoint']]);
  expect(await make()).toEqual([]);
  expect(read('index.html')).toBe('words of https://site.example/');
  expect(read('articles/one/index.html')).toBe('words of https://site.example/articles/one/');
  expect(read('articles/one.md')).toBe('words of https://site.example/articles/one.md');
  expect(count()).toEqual({ taken: 0, made: 3, left: 0 });
});

test('a page with letters beyond ASCII in its address is in a folder with this name', async () => {
  const { make, read } = newSite([['/bakı']]);
  await make();
  expect(read('bakı/index.html')).toBe('words of https://site.example/bak%C4%B1/');
});

test('what one build has kept, the next one takes, as files of its own', async () => {
  const root = mkdtempSync(join(tmpdir(), 'kept-and-made-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const output = join(root, 'dist');
  const list: Page[] = [
    ['/bakı', 'k1'],
    ['/bakı.md', 'k2', 'endpoint'],
  ];
  const keptThen = keptPages(root, output, 'a');
  const first = newSite(list, (url) => new Response(`first ${url.pathname}`), keptThen);
  await first.make();
  cpSync(first.staged, output, { recursive: true });
  keptThen.keep();

  const earlier = statSync(join(output, 'bakı.md')).ino;
  const second = newSite(list, plain, keptPages(root, output, 'a'));
  await second.make();
  expect(second.read('bakı/index.html')).toBe('first /bak%C4%B1/');
  expect(second.read('bakı.md')).toBe('first /bak%C4%B1.md');
  expect(second.count()).toEqual({ taken: 2, made: 0, left: 0 });
  // A file that is taken is told of as a file, but is no page for a sitemap.
  expect(second.onPage).toEqual(['/bakı']);
  expect(statSync(join(second.staged, 'bakı.md')).ino).not.toBe(earlier);
  expect(statSync(join(second.staged, 'bakı.md')).nlink).toBe(1);
});

test('pages come first and sorted, then files as they are listed', async () => {
  const { make, onFile, onPage } = newSite([
    ['/b.md', undefined, 'endpoint'],
    ['/a.md', undefined, 'endpoint'],
    ['/b'],
    ['/'],
    ['/a'],
  ]);
  await make();
  expect(onFile).toEqual(['a/index.html', 'b/index.html', 'index.html', 'b.md', 'a.md']);
  expect(onPage).toEqual(['/a', '/b', '/']);
});

test('what stands where no page is, is a file beside the pages, and no sitemap has it', async () => {
  const { kept, noted } = keptOf();
  const { make, onFile, onPage } = newSite(
    [
      ['/404', 'k'],
      ['/500', 'k'],
    ],
    () => new Response('gone', { status: 404 }),
    kept,
  );
  expect(await make()).toEqual([]);
  expect(onFile).toEqual(['404.html', '500.html']);
  expect(onPage).toEqual([]);
  // Only what is whole is kept for the next build.
  expect(noted).toEqual([]);
});

test('what an earlier build has left is not made again, and what is made is noted', async () => {
  const { kept, noted } = keptOf({
    'a/index.html k1': 'earlier words',
    'b/index.html k1': 'words of another key',
  });
  const { make, read, count, onPage } = newSite([['/a', 'k1'], ['/b', 'k2'], ['/c']], plain, kept);
  await make();
  expect(read('a/index.html')).toBe('earlier words');
  expect(read('b/index.html')).toBe('words of https://site.example/b/');
  expect(noted).toEqual([['b/index.html', 'k2', 'words of https://site.example/b/']]);
  expect(count()).toEqual({ taken: 1, made: 2, left: 0 });
  expect(onPage).toEqual(['/a', '/b', '/c']);
});

test('an answer may come with what Astro notes of it', async () => {
  const { make, read } = newSite([['/a']], () => ({ response: new Response('words') }));
  await make();
  expect(read('a/index.html')).toBe('words');
});

test.for<[what: string, page: Page, answer?: Answer]>([
  ['leads elsewhere', ['/a'], () => new Response(undefined, { status: 302, headers: { Location: '/b/' } })],
  ['leads elsewhere with words', ['/a'], () => new Response('see b', { status: 302, headers: { Location: '/b/' } })],
  ['has no words', ['/a'], () => new Response(undefined, { status: 404 })],
  ['is a redirect of the settings', ['/a', undefined, 'redirect']],
  ['is a file without an ending', ['/a', undefined, 'endpoint']],
])('what %s is left to Astro', async ([, page, answer]) => {
  const { make, count, onFile } = newSite([page], answer);
  expect(await make()).toEqual(['/a']);
  expect(onFile).toEqual([]);
  expect(count()).toEqual({ taken: 0, made: 0, left: 1 });
});

test('of two pages at one address, both are left to Astro', async () => {
  const { make } = newSite([['/a'], ['/b'], ['/a/']]);
  expect(await make()).toEqual(['/a', '/a/']);
});

test.for([
  ['made', {}],
  ['taken', { 'a/index.html k': 'earlier words' }],
] as const)('a page that would be %s where a file stands is left to Astro, and the file stays', async ([, earlier]) => {
  const { staged, make, read, onFile } = newSite([['/a', 'k']], plain, keptOf(earlier).kept);
  const file = join(staged, 'a/index.html');
  mkdirSync(dirname(file));
  writeFileSync(file, 'of the public folder');
  expect(await make()).toEqual(['/a']);
  expect(read('a/index.html')).toBe('of the public folder');
  expect(onFile).toEqual([]);
});

test('a page that fails comes first in what is left to Astro, before all that were not made', async () => {
  const { make, onFile } = newSite([['/c'], ['/b'], ['/a'], ['/d']], (url) => {
    if (url.pathname === '/b/') readFileSync('/no/such/file');
    return plain(url);
  });
  expect(await make()).toEqual(['/b', '/c', '/d']);
  expect(onFile).toEqual(['a/index.html']);
});

test('what the system refuses is said in words', async () => {
  const { staged, make } = newSite([['/a/b']]);
  writeFileSync(join(staged, 'a'), 'a file where a folder should be');
  await expect(make()).rejects.toThrow(/Cannot write/);
});

test('it is told how many are done, after each thousand', async () => {
  const list = Array.from({ length: 2001 }, (_, at): Page => [`/${at}.md`, undefined, 'endpoint']);
  const { make, onThousand } = newSite(list);
  await make();
  expect(onThousand).toEqual([
    [1000, 2001],
    [2000, 2001],
  ]);
});
