import { isUnifiedProcessor, type RemarkPlugins, unified } from '@astrojs/markdown-remark';
import { expect, test } from 'vitest';
import type { CheckedDocument } from '#markdown/checked-document.ts';
import { parseMdx } from '#markdown/parse.ts';
import { rehypeCurl } from '#markdown/rehype-curl.ts';
import { rehypeLanguage } from '#markdown/rehype-language.ts';
import { rehypeNotes } from '#markdown/rehype-notes.ts';
import { remarkCitations } from '#markdown/remark-citations.ts';
import { remarkElements } from '#markdown/remark-elements.ts';
import { remarkHeadings } from '#markdown/remark-headings.ts';
import { remarkNames } from '#markdown/remark-names.ts';
import { remarkTree } from '#markdown/remark-tree.ts';
import config from '../astro.config.mjs';
import { EMPTY_DOCUMENT } from './published.ts';

/** The options of the site's own Markdown. */
function options() {
  const processor = config.markdown?.processor;
  if (!processor || !isUnifiedProcessor(processor)) throw new Error('Expected the processor that runs remark plugins');
  return processor.options;
}

const pluginOf = (entry: unknown) => (Array.isArray(entry) ? entry[0] : entry);

function documentOf(path: string, text: string): CheckedDocument {
  const parsed = parseMdx(text, path);
  if ('problem' in parsed) throw new Error(path);
  return { ...EMPTY_DOCUMENT, tree: parsed.tree };
}

/** Render as the site does, without what needs the notes and names of a checked document. */
async function render(text: string): Promise<{ html: string; program: string }> {
  const remarkPlugins: RemarkPlugins = [[remarkTree, { documentOf }]];
  // It changes marks on purpose, at the very end: that is another test.
  const rehypePlugins = options().rehypePlugins.filter((entry) => entry !== rehypeCurl);
  const processor = unified({ ...options(), remarkPlugins, rehypePlugins });
  // What Astro hands in where the configuration says nothing: its defaults change punctuation.
  const defaults = { syntaxHighlight: false } as const;
  const markdown = await processor.createRenderer(defaults);
  const mdx = await processor.createMdxRenderer?.(defaults, { optimize: false });
  if (!mdx) throw new Error('Expected a processor for MDX');
  const { code: html } = await markdown.render(text);
  const { code: program } = await mdx.process(text, 'article.mdx', {});
  return { html, program };
}

test.for([
  ['quotation marks', '"the best year"'],
  ['an apostrophe', "the master's year isn't over"],
  ['hyphens', 'oats -- above all --- were sold'],
  ['points', 'and so on...'],
  ['backticked quotes', "''the best year''"],
])('the site prints %s as they are typed', async ([, typed = '']) => {
  const { html, program } = await render(typed);

  expect(html).toBe(`<p>${typed}</p>`);
  expect(program).toContain(JSON.stringify(typed));
});

test('the site has footnotes and tables', async () => {
  const { html, program } = await render('| a |\n| - |\n| b.[^note] |\n\n[^note]: Words.');

  expect(html).toMatch(/<table>.*<sup .*<\/table>.*<section.*Words\./s);
  expect(program).toMatch(/_components\.table.*_components\.sup.*_components\.section.*"Words\./s);
});

test('the tree of the check comes before the plugins that write what was checked into it', () => {
  const { gfm, smartypants, remarkPlugins } = options();

  expect({ gfm, smartypants }).toEqual({ gfm: false, smartypants: false });
  expect(remarkPlugins.map(pluginOf)).toEqual([
    remarkTree,
    remarkHeadings,
    remarkCitations,
    remarkElements,
    remarkNames,
  ]);
});

test('quotation marks are set at the very end, when the words of sources have their place', () => {
  expect(options().rehypePlugins).toEqual([rehypeNotes, rehypeCurl, [rehypeLanguage, expect.any(Object)]]);
});
