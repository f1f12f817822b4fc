import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { blankFrontMatter } from '#document/document.ts';
import type { CheckedDocument } from '#markdown/checked-document.ts';
import { remarkElements } from '#markdown/remark-elements.ts';
import { publish } from '#publication/publication.ts';
import { documentOf } from '../document-of.ts';
import { EMPTY_DOCUMENT } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const body = `<Event date="2023-05-03" themes="trade">The storm came.[^a]</Event>

<Chart title="Ships" unit="ships">
<Point value="3" label="Three" by="The log" when="undated">Three ships left.[^a]</Point>
</Chart>

<b lang="en">Grain</b>

[^a]: @log "The storm came in May, at noon."`;

const file = documentOf('pages', 'storms', '', body);
const text = file.text;
const source = sourceOf('log', 'The storm came in May, at noon.\n');
const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.');
const [page] = publish(checkCorpus([{ id: 'log', source, problems: [] }], [file, theme]).corpus).pages;
if (!page) throw new Error('Expected a page');
const checked: CheckedDocument = { ...EMPTY_DOCUMENT, events: page.events, charts: page.charts };

/** The JavaScript to which MDX compiles the document with these elements. */
async function compile(
  elements: CheckedDocument,
  asked?: (path: string, text: string) => void,
  of = text,
): Promise<string> {
  const checkedOf = (path: string, text: string) => {
    asked?.(path, text);
    return elements;
  };
  const processor = unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkGfm, [remarkElements, { documentOf: checkedOf }]],
  });
  const mdx = await processor.createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false });
  const { code } = (await mdx?.process(blankFrontMatter(of), '/storms.mdx', {})) ?? {};
  return String(code);
}

test('the attributes of elements are replaced by their published data', async () => {
  const asked: string[] = [];
  const program = await compile(checked, (path, text) => asked.push(path, text.trim().slice(0, 6)));

  expect(asked).toEqual(['/storms.mdx', '<Event']);
  const [event, chart, point] = [...program.matchAll(/_jsxs?\((Event|Chart|Point), \{\n\s+(\w+): \{/g)].map(
    ([, ...names]) => names,
  );
  expect([event, chart, point]).toEqual([
    ['Event', 'event'],
    ['Chart', 'chart'],
    ['Point', 'point'],
  ]);
  expect(program).toContain('"words": "3 May 2023"');
  expect(program).toMatch(/"href": "\/storms\/#2023-05-03"/);
  expect(program).not.toMatch(/themes: "trade"|title: "Ships"|value: "3"/);
  expect(program).toContain('lang: "en"');
});

test('an element that was not checked stops a build', async () => {
  await expect(compile({ ...checked, events: [] })).rejects.toThrow('Element `Event` was not checked');
});

test('a draft shows the words of elements with problems', async () => {
  const program = await compile({ ...EMPTY_DOCUMENT, hasProblems: true });

  expect(program).not.toMatch(/Event|Chart|Point/);
  expect(program).toMatch(/_jsxs\("div", \{\n\s+children: \["The storm came\./);
  const inline = await compile({ ...EMPTY_DOCUMENT, hasProblems: true }, undefined, 'Grain <Evnt>went</Evnt> west.');
  expect(inline).toMatch(/_jsx\("span", \{\n\s+children: "went"/);
});
