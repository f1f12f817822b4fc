import { treeOf } from 'virtual:publication';
import type { RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Publication } from '#publication/publication.ts';

/** How an author judges a question, in bold letters anywhere in its entry: `**Verdict: other date**`. */
const VERDICT = /^verdict: (.+?)[.:]?$/i;
/** A page with fewer entries needs no list of them. */
const FEWEST = 12;

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly verdict: string | undefined;
}

/** The entries of a page, which are its headings of depth 3, each with the author's verdict, if there is one. */
export function entriesOf({ file, headings }: Publication['pages'][number]): Entry[] {
  const entries = headings.filter(({ depth }) => depth === 3);
  if (entries.length < FEWEST) return [];
  const verdicts: (string | undefined)[] = [];
  for (const node of treeOf(file).children) {
    if (node.type === 'heading' && node.depth === 3) verdicts.push(undefined);
    else if (verdicts.length > 0) verdicts[verdicts.length - 1] ??= verdictIn(node);
  }
  return entries.map(({ id, text }, index) => ({ id, text, verdict: verdicts[index] }));
}

function verdictIn(node: RootContent): string | undefined {
  if (node.type === 'strong') {
    return VERDICT.exec(toText(node))?.[1];
  }
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const verdict = verdictIn(child);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}
