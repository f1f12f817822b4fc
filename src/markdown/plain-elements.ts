import type { Nodes, Root } from 'mdast';
import { isJsx, type JsxElement } from '#corpus/jsx.ts';
import type { Place } from '#text/location.ts';

const NAME = '[A-Z][A-Za-z]*';
/** Values without anything that is decoded, and without what could begin something else. */
const ATTRIBUTE = '([a-z][a-z-]*)="[^"<>{}&\\\\\\p{C}\\p{Zl}\\p{Zp}]*"';
const OPENING = new RegExp(`^<(${NAME})((?: ${ATTRIBUTE})*)>$`, 'u');
const CLOSING = new RegExp(`^</(${NAME})>$`);
/** Begins a paragraph, and nothing else. */
const PROSE = /^["“]?\p{L}/u;
/** A comment of words: alone on its line, or the only one in a line that begins a paragraph or goes on with it. */
const WORDS = String.raw`\{/\*[\p{L}\p{N} ,.:;'’()-]*\*/\}`;
const COMMENT = new RegExp(`^${WORDS}$`, 'u');
const COMMENT_IN_LINE = new RegExp(`^(["“]?\\p{L}[^{}]*)${WORDS}([^{}]*)$`, 'u');

type LineKind = 'blank' | 'opening' | 'closing' | 'comment' | 'words';

/** Behind which lines one may stand so that the two parsers are known to agree; `words` may be those of a list or a table. */
const BEHIND: Readonly<Record<LineKind, readonly LineKind[]>> = {
  blank: ['blank', 'opening', 'closing', 'comment', 'words'],
  opening: ['blank', 'opening', 'closing'],
  closing: ['blank', 'opening', 'closing', 'words'],
  comment: ['blank'],
  words: ['blank', 'words'],
};

/**
 * Take out of MDX the elements and comments of the plainest kind: tags alone on their lines, with plain attributes, around paragraphs or
 * other elements, and comments of one line. Returns what is left, line by line; `undefined` where tags do not match, and where the two
 * parsers are not known to agree. Other elements and expressions stay in what is left.
 */
export function withoutPlainElements(text: string): string | undefined {
  if (!text.includes('<') && !text.includes('{')) return text;
  const open: string[] = [];
  const left: string[] = [];
  let before: LineKind = 'blank';
  let hasCommentInLine = false;
  for (const line of text.split('\n')) {
    const opened = OPENING.exec(line)?.[1];
    const closed = CLOSING.exec(line)?.[1];
    const kind = opened !== undefined ? 'opening' : closed !== undefined ? 'closing' : kindOf(line);
    const isProse = PROSE.test(line);
    const mayFollow = BEHIND[kind].includes(before) || (isProse && (before === 'comment' || open.length > 0));
    const mayStandInside = open.length === 0 || (kind !== 'comment' && (kind !== 'words' || isProse));
    if (!mayFollow || !mayStandInside) return undefined;
    if (opened !== undefined) open.push(opened);
    if (closed !== undefined && open.pop() !== closed) return undefined;
    before = kind;
    const words = line.replace(COMMENT_IN_LINE, '$1$2');
    hasCommentInLine ||= words !== line;
    // A blank line stays: it can have white space of a rare kind in it.
    left.push(kind === 'words' || kind === 'blank' ? words : '');
  }
  const prose = left.join('\n');
  // Code could begin before a comment and end behind it.
  return open.length > 0 || (hasCommentInLine && prose.includes('`')) ? undefined : prose;
}

function kindOf(line: string): LineKind {
  return line.trim() === '' ? 'blank' : COMMENT.test(line) ? 'comment' : 'words';
}

/** Give the elements and comments of a quickly parsed tree what remark would have given them: the places of attributes, the parsed comments. */
export function completePlainElements(tree: Root, text: string): void {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isJsx(node)) {
      placeAttributes(node, text);
      delete node.data;
    }
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      // The type of the field is that of remark-mdx, which is not loaded here.
      Object.assign(node, { data: { estree: programOf(node.value, node.position as Place) } });
    }
    if ('children' in node) waiting.push(...node.children);
  }
}

const ATTRIBUTES = new RegExp(ATTRIBUTE, 'gu');

function placeAttributes({ attributes, position }: JsxElement, text: string): void {
  const { line, column, offset } = (position as Place).start;
  const written = [...text.slice(offset, text.indexOf('\n', offset)).matchAll(ATTRIBUTES)];
  for (const [index, attribute] of attributes.entries()) {
    // Each was found by the parser, and is written alike.
    const { 0: words, index: at } = written[index] as RegExpExecArray;
    const point = (by: number) => ({ line, column: column + by, offset: offset + by });
    attribute.position = { start: point(at), end: point(at + words.length) };
  }
}

/** The program of an expression that is nothing but a comment (ESTree), as acorn gives it to remark. */
function programOf(written: string, { start: { line, column, offset } }: Place) {
  const start = offset + 1;
  const end = start + written.length;
  const loc = () => ({
    start: { line, column, offset: start },
    end: { line, column: column + written.length, offset: end },
  });
  const range = (): [number, number] => [start, end];
  const comment = { type: 'Block', value: written.slice(2, -2), start, end, loc: loc(), range: range() } as const;
  return {
    type: 'Program',
    start,
    end,
    body: [],
    sourceType: 'module',
    comments: [comment],
    loc: loc(),
    range: range(),
  } as const;
}
