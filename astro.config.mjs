import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { citations } from './src/astro/index.ts';
import { readSiteOf } from './src/io/read-corpus.ts';
import { rehypeCurl } from './src/markdown/rehype-curl.ts';
import { rehypeLanguage } from './src/markdown/rehype-language.ts';
import { FOOTNOTE_OPTIONS, rehypeNotes } from './src/markdown/rehype-notes.ts';
import { remarkCitations } from './src/markdown/remark-citations.ts';
import { remarkElements } from './src/markdown/remark-elements.ts';
import { remarkHeadings } from './src/markdown/remark-headings.ts';
import { remarkNames } from './src/markdown/remark-names.ts';
import { remarkTree } from './src/markdown/remark-tree.ts';
import { withBase } from './src/text/base-path.ts';

const { address, base, moved, letters } = readSiteOf(fileURLToPath(new URL('.', import.meta.url)));
const { integration, documentOf } = citations();

export default defineConfig({
  site: address,
  base,
  trailingSlash: 'always',
  // Astro adds the base to the old addresses only.
  redirects: Object.fromEntries(Object.entries(moved).map(([from, to]) => [from, withBase(base, to)])),
  // `jsx`, the default, drops spaces between inline elements of prose.
  compressHTML: true,
  scopedStyleStrategy: 'class',
  build: { inlineStylesheets: 'always' },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      // The check has parsed the documents, with remark-gfm and remark-mdx.
      gfm: false,
      // Smart punctuation would change quotes before they are read.
      smartypants: false,
      remarkPlugins: [
        [remarkTree, { documentOf }],
        [remarkHeadings, { documentOf }],
        [remarkCitations, { documentOf }],
        [remarkElements, { documentOf }],
        [remarkNames, { documentOf }],
      ],
      // Last: what notes quote was checked and cut before, and stays as it is.
      rehypePlugins: [rehypeNotes, rehypeCurl, [rehypeLanguage, letters]],
      remarkRehype: FOOTNOTE_OPTIONS,
    }),
  },
  // Ours comes last: it puts the built site in place.
  integrations: [mdx(), sitemap(), integration],
  // One warning for each article, about a directive that means nothing here.
  // Scripts are files: a strict Content Security Policy allows no others.
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } } },
});
