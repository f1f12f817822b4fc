import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import { keptPages } from '#integration/kept-pages.ts';

type Page = readonly [pathname: string, cacheKey: string | undefined, type?: 'page' | 'endpoint'];

/** A project, and builds of it. */
function newProject() {
  const root = mkdtempSync(join(tmpdir(), 'kept-pages-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [output, staged] = [join(root, 'dist'), join(root, 'staged')];
  let round = 0;

  /** Build pages, each of which says in which build it was made. Returns what they say, by path. */
  const build = async (list: readonly Page[], program = 'a', answer = (text: string) => new Response(text)) => {
    round += 1;
    const untold: string[] = [];
    const pages = keptPages({ root, output, staged }, program, (pathname) => untold.push(pathname));
    const own = {
      name: 'own',
      getStaticPaths: async () =>
        list.map(([pathname, cacheKey, type = 'page']) => ({ pathname, cacheKey, route: { type } })),
      render: async (request: Request) => answer(`${new URL(request.url).pathname}, build ${round}`),
    };
    const prerenderer = pages.prerenderer(own as unknown as AstroPrerenderer);
    mkdirSync(staged);
    for (const { pathname, route } of await prerenderer.getStaticPaths()) {
      const address = `http://localhost/${encodeURI(pathname.replace(/^\//, ''))}${route.type === 'page' ? '/' : ''}`;
      const options = { routeData: route } as Parameters<AstroPrerenderer['render']>[1];
      const response = await prerenderer.render(new Request(address), options);
      if (!(response instanceof Response)) throw new Error('Expected a response');
      const file = join(staged, pathname, route.type === 'page' ? 'index.html' : '');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await response.text());
    }
    rmSync(output, { recursive: true, force: true });
    renameSync(staged, output);
    pages.keep();
    const said = list.map(([pathname, , type = 'page']): [string, string] => [
      pathname,
      readFileSync(join(output, pathname, type === 'page' ? 'index.html' : ''), 'utf8'),
    ]);
    return { said: Object.fromEntries(said), count: pages.count(), untold };
  };
  return { root, output, build };
}

const ONE: Page = ['/articles/one', 'k1'];
const TEXT: Page = ['/articles/one.md', 'k2', 'endpoint'];

test('a page is taken from the earlier site while its key is the same, and made anew when it is not', async () => {
  const { build } = newProject();
  const first = await build([ONE, TEXT]);
  expect(first.said).toEqual({
    '/articles/one': '/articles/one/, build 1',
    '/articles/one.md': '/articles/one.md, build 1',
  });
  expect(first.count).toEqual({ taken: 0, made: 2 });
  expect(first.untold).toEqual([]);

  const second = await build([['/articles/one', 'other'], TEXT]);
  expect(second.said).toEqual({
    '/articles/one': '/articles/one/, build 2',
    '/articles/one.md': '/articles/one.md, build 1',
  });
  expect(second.count).toEqual({ taken: 1, made: 1 });

  // What was taken is known to the build after it, too.
  const third = await build([['/articles/one', 'other'], TEXT]);
  expect(third.said).toEqual(second.said);
});

test('a page without a key is always made', async () => {
  const { build } = newProject();
  await build([['/about', undefined]]);
  expect((await build([['/about', undefined]])).said).toEqual({ '/about': '/about/, build 2' });
});

test('a page of another program is made anew', async () => {
  const { build } = newProject();
  await build([ONE], 'a');
  expect((await build([ONE], 'b')).said).toEqual({ '/articles/one': '/articles/one/, build 2' });
});

test('a page with letters beyond ASCII in its address is taken', async () => {
  const { build } = newProject();
  await build([['/bakı', 'k']]);
  expect(await build([['/bakı', 'k']])).toMatchObject({ count: { taken: 1, made: 0 }, untold: ['/bakı'] });
});

test('of pages that are taken only those are told that a sitemap has', async () => {
  const { build } = newProject();
  await build([ONE, TEXT]);
  expect((await build([ONE, TEXT])).untold).toEqual(['/articles/one']);
});

test('of two pages at one address, none is taken', async () => {
  const { build } = newProject();
  await build([ONE]);
  const { said, count } = await build([ONE, ONE]);
  expect(said['/articles/one']).toBe('/articles/one/, build 2');
  expect(count.taken).toBe(0);
});

test('a page that is taken is a file of its own', async () => {
  const { build, output } = newProject();
  await build([TEXT]);
  const file = join(output, 'articles/one.md');
  linkSync(file, `${output}-earlier`);
  await build([TEXT]);
  writeFileSync(`${output}-earlier`, 'other words');
  expect(readFileSync(file, 'utf8')).toBe('/articles/one.md, build 1');
});

test.for<[what: string, spoil: (page: string, output: string) => void]>([
  ['was changed', (page) => writeFileSync(page, 'other words')],
  ['has one letter more', (page) => appendFileSync(page, '.')],
  ['is gone', (page) => rmSync(page)],
  ['has gone with its site', (_page, output) => rmSync(output, { recursive: true })],
])('a page that %s is made anew', async ([, spoil]) => {
  const { build, output } = newProject();
  await build([TEXT]);
  spoil(join(output, 'articles/one.md'), output);
  expect((await build([TEXT])).said).toEqual({ '/articles/one.md': '/articles/one.md, build 2' });
});

test('a page whose record is spoilt is made anew', async () => {
  const { root, build } = newProject();
  await build([ONE]);
  writeFileSync(join(root, 'node_modules/.cache/below-the-surface/pages'), 'rubbish');
  expect((await build([ONE])).said).toEqual({ '/articles/one': '/articles/one/, build 2' });
});

test('what leads elsewhere, or is not there, is not kept', async () => {
  const { build } = newProject();
  const missing = (text: string) => new Response(text, { status: 404 });
  await build([ONE], 'a', missing);
  expect((await build([ONE], 'a', missing)).count).toEqual({ taken: 0, made: 0 });
});
