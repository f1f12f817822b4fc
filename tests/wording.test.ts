import { fileURLToPath } from 'node:url';
import type { Nodes, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { documentsOf } from '#check/model.ts';
import { blankFrontMatter } from '#document/document.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import { normalize } from '#text/normalize.ts';

/** So many words in a row shared with a source, outside quotation marks, are a copied sentence. */
const TAKEN_OVER = 11;

const { corpus } = readCorpus(fileURLToPath(new URL('../', import.meta.url)));
const documents = documentsOf(corpus).map(({ document }) => document);

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function runs(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - TAKEN_OVER + 1))
    .map((_, at) => words.slice(at, at + TAKEN_OVER).join(' '));
}

const ofSources = new Set(corpus.sources.flatMap(({ text }) => runs(wordsOf(text.text))));

/** The prose of a document, one text for each block, without quotations and footnotes. */
function ownProse(text: string): string[] {
  const parsed = parseMdx(blankFrontMatter(text), 'x.mdx');
  const blocks: string[] = [];
  const collect = (node: Nodes | Root) => {
    if (node.type === 'footnoteDefinition') return;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(toText(node));
    else if ('children' in node) for (const child of node.children) collect(child);
  };
  if ('tree' in parsed) collect(parsed.tree);
  // Between two quotations the words are not next to each other.
  return blocks.flatMap((block) => normalize(block).text.split(/"[^"]*"/));
}

describe('no sentence is copied from a source outside quotation marks', () => {
  test.for(documents)('$file', ({ text, matter }) => {
    const prose = [...ownProse(text), matter.title, matter.description];
    expect(prose.flatMap((own) => runs(wordsOf(own))).filter((run) => ofSources.has(run))).toEqual([]);
  });

  test('one that was would be caught', () => {
    const [source] = corpus.sources;
    const stolen = wordsOf(source?.text.text ?? '')
      .slice(40, 60)
      .join(' ');
    expect(
      ownProse(`It says that ${stolen}.[^a]`)
        .flatMap((own) => runs(wordsOf(own)))
        .some((run) => ofSources.has(run)),
    ).toBe(true);
    expect(ownProse(`It says "${stolen}".`).flatMap((own) => runs(wordsOf(own)))).toEqual([]);
  });
});
