import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem } from '#problem/problem.ts';
import type { Place, Point } from '#text/location.ts';

// The plugins of the site, in its order: what the check reads is what readers get.
const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Parse MDX, its front matter blanked, into a syntax tree, or tell where the syntax fails. */
export function parseMdx(text: string, file: string): { readonly tree: Root } | { readonly problem: Problem } {
  try {
    return { tree: processor.parse(text) };
  } catch (error) {
    const { reason, place } = error as { reason?: string; place?: unknown };
    // Anything but a message of the parser is a bug of ours and must not pass for one of the author's.
    if (reason === undefined) throw error;
    return {
      problem: { ruleId: 'article-invalid', part: 'syntax', issue: reason, file, place: toPlace(place) },
    };
  }
}

/** A message gives a point or a place, with fields of the tokenizer that must not leave this module. */
function toPlace(place: unknown): Place | undefined {
  if (typeof place !== 'object' || place === null) return undefined;
  const { start, end } = 'start' in place ? (place as Place) : { start: place as Point, end: place as Point };
  return { start: toPoint(start), end: toPoint(end) };
}

function toPoint({ line, column, offset }: Point): Point {
  return { line, column, offset };
}
