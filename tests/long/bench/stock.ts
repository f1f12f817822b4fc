import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { linkPackages } from '../../site/project.ts';
import { install } from '../tools/install.ts';
import { type Files, writeFiles } from './workspace.ts';

/** The articles and pages, as any MDX can render them: our components stripped, their words kept. */
function stripped(files: Files, folder: string): Files {
  const documents = [...files].filter(([path]) => /^content\/(?:articles|pages)\//.test(path));
  return new Map(
    documents.map(([path, text]) => [path.replace('content', folder), text.replace(/<\/?[A-Z][^>]*>/g, '')]),
  );
}

/** Write a stock Astro project: one page per document, a list of them, no styles, no search, nothing checked. */
export function writeBareAstro(root: string, files: Files): void {
  mkdirSync(root);
  linkPackages(root);
  writeFiles(root, new Map([...Object.entries(BARE), ...stripped(files, 'content')]));
}

/** Write a stock Starlight project with its search, and packages of its own. */
export function writeStarlight(root: string, files: Files): void {
  const template = join(import.meta.dirname, 'starlight');
  if (!existsSync(join(template, 'node_modules'))) install(template);
  cpSync(template, root, { recursive: true, verbatimSymlinks: true });
  writeFiles(root, new Map([...Object.entries(STARLIGHT), ...stripped(files, 'src/content/docs')]));
}

const STARLIGHT = {
  'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://example.org', integrations: [starlight({ title: 'Stock' })] });
`,
  'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

const BARE = {
  'package.json': '{ "name": "bare-astro", "type": "module", "private": true }\n',
  'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()], markdown: { processor: unified() } });
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = { documents: defineCollection({ loader: glob({ base: './content', pattern: '**/*.mdx' }) }) };
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  const documents = await getCollection('documents');
  return documents.map((document) => ({ params: { slug: document.id }, props: { document } }));
}

const { document } = Astro.props;
const { Content } = await render(document);
---

<html lang="en">
  <head><meta charset="utf-8" /><title>{document.data.title}</title></head>
  <body><main><h1>{document.data.title}</h1><Content /></main></body>
</html>
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';

const documents = await getCollection('documents');
---

<ul>{documents.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}</ul>
`,
};
