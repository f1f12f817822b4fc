import { linkModules, writeFiles } from './workspace.ts';

/** The Markdown engines of Astro: Sätteri, written in Rust, which MDX uses by default, and unified with remark and rehype. */
export type Engine = 'satteri' | 'unified';

/**
 * Write a stock Astro project with the MDX of a generated one: a content collection, one page for each document, an index,
 * and a layout without styles. It checks nothing and has no sources and no search. A document with components of ours is left out.
 */
export function writePlainAstro(root: string, files: ReadonlyMap<string, string>, engine: Engine): void {
  const documents = [...files].filter(([path, text]) => path.endsWith('.mdx') && !/^<[A-Z]/m.test(text));
  writeFiles(root, new Map([...documents, ...Object.entries(PROJECT), ['astro.config.mjs', CONFIG[engine]]]));
  linkModules(root);
}

/**
 * Write an Astro project that makes nothing itself: it hands on the files of a built site, one address for each, and indexes them
 * with Pagefind. What it takes, no site of Astro with these files and a search can fall below.
 *
 * @param site The folder of the built site.
 */
export function writeBareAstro(root: string, site: string): void {
  writeFiles(root, new Map(Object.entries(bareProject(site))));
  linkModules(root);
}

const bareProject = (site: string): Readonly<Record<string, string>> => ({
  'package.json': '{ "name": "bare-astro", "type": "module", "private": true }\n',
  'src/pages/[...file].ts': `import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SITE = ${JSON.stringify(site)};

export function getStaticPaths() {
  return readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(SITE).length + 1))
    .filter((file) => !file.startsWith('pagefind'))
    .map((file) => ({ params: { file } }));
}

export const GET = ({ params }) => new Response(readFileSync(join(SITE, params.file)));
`,
  'astro.config.mjs': `import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import * as pagefind from 'pagefind';

const search = {
  name: 'search',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const path = fileURLToPath(dir);
      const { index } = await pagefind.createIndex();
      await index.addDirectory({ path });
      await index.writeFiles({ outputPath: path + 'pagefind' });
      await pagefind.close();
    },
  },
};

export default defineConfig({ integrations: [search] });
`,
});

const CONFIG: Readonly<Record<Engine, string>> = {
  satteri: `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()] });
`,
  unified: `import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()], markdown: { processor: unified() } });
`,
};

const PROJECT: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "plain-astro", "type": "module", "private": true }\n',
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = { documents: defineCollection({ loader: glob({ base: './content', pattern: '**/*.mdx' }) }) };
`,
  'src/layouts/Plain.astro': `---
const { title } = Astro.props;
---

<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>{title}</title>
  </head>
  <body>
    <main>
      <h1>{title}</h1>
      <slot />
    </main>
  </body>
</html>
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
import Plain from '../layouts/Plain.astro';

export async function getStaticPaths() {
  const documents = await getCollection('documents');
  return documents.map((document) => ({ params: { slug: document.id }, props: { document } }));
}

const { document } = Astro.props;
const { Content } = await render(document);
---

<Plain title={document.data.title}>
  <Content />
</Plain>
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
import Plain from '../layouts/Plain.astro';

const documents = await getCollection('documents');
---

<Plain title="Documents">
  <ul>
    {documents.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}
  </ul>
</Plain>
`,
};
