import { indexLines, type Span } from './location.ts';
import { findVerbsOfSaying } from './saying.ts';

/** Marks of list items that are nothing else at the beginning of a line. */
const BULLET = /^\s*[•‣⁃◦▪●○■□·∙*+]\s+(?=\S)/u;
/** Marks that may also stand in a sentence that a line break runs through. */
const DASH = /^\s*([-–—])\s+(?=\S)/u;
const NUMBER = /^\s*\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)/u;

/** Lines are compared with so many others on each side, in width and for the marks of a list. */
const AROUND = 12;
/** A shorter line is not the width of a text, in characters. */
const LEAST_WIDTH = 30;
/** How much of the width the first line of a block fills, with the next word, if it had to end there; or another line. */
const FILLED = { first: 0.9, other: 0.7 } as const;

/** A sentence ends here, as far as one line shows. */
const ENDED = /[.!?…]["'”’)\]]*$/u;
/** Nor does a heading end like this. */
const OPEN =
  /(?:[,;\-–—‐]|(?<!\p{L})(?:an?|the|of|and|or|but|to|in|on|at|by|for|from|with|as|that|who|which|is|are|was|were|be|has|have|had|its|his|her|their|Mrs?|Dr|Gen))$/iu;
/** In characters: of a word above, with what is before it. */
const LONGEST_OPEN = 8;
const CAPITAL = /^\s*["'“‘«([]*[\p{Lu}\p{Lt}\p{N}]/u;

/**
 * Find where a block ends at a line break although no blank line follows: before, between and after the items of a list,
 * and after a heading. Gives the offsets of these line feeds. A text may be wrapped or not. What can be read in two ways
 * goes on.
 *
 * @param skip Page marks and the like: lines of nothing else are passed over.
 */
export function findBlockEnds(text: string, skip: readonly Span[] = []): ReadonlySet<number> {
  const starts = indexLines(text);
  const isSkipped = (start: number, line: string) =>
    skip.some((span) => span.start <= start && start + line.trimEnd().length <= span.end);
  const kept = text
    .split('\n')
    .map((line, at) => ({ line, start: starts[at] ?? 0 }))
    .filter(({ line, start }) => line.trim() === '' || !isSkipped(start, line));
  const lines = kept.map(({ line }) => line.trimEnd());
  const items = findItems(lines);
  const ends = new Set<number>();
  // Of the line: does it begin a block, and is it of an item?
  let isFirst = true;
  let isInItem = false;
  for (const [at, { line, start }] of kept.entries()) {
    const next = lines[at + 1];
    isInItem = items.has(at) || (isInItem && !isFirst);
    if (next === undefined) break;
    const isBlank = lines[at] === '' || next === '';
    const isEnd: boolean =
      !isBlank &&
      (items.has(at + 1) ||
        isRule(line) ||
        isRule(next) ||
        isApart(lines, at, isFirst || isInItem) ||
        (isInItem && /^\s/.test(line) && !/^\s/.test(next)));
    if (isEnd) ends.add(start + line.length);
    isFirst = isBlank || isEnd || ENDED.test(lines[at] ?? '');
  }
  return ends;
}

/** The words of a list item or of any other block, without the mark before them: how many characters that has. */
export function lengthOfMark(block: string): number {
  const [mark = ''] = BULLET.exec(block) ?? DASH.exec(block) ?? NUMBER.exec(block) ?? [];
  return mark.length;
}

/** The lines that begin an item. */
function findItems(lines: readonly string[]): ReadonlySet<number> {
  const items = new Set<number>();
  let block: { at: number; mark: string }[] = [];
  for (const [at, line] of [...lines, ''].entries()) {
    if (BULLET.test(line)) items.add(at);
    const [, mark] = DASH.exec(line) ?? NUMBER.exec(line) ?? [];
    if (mark !== undefined) block.push({ at, mark });
    if (line !== '') continue;
    for (const [index, { at, mark }] of block.entries()) {
      // A sentence that runs over a line break has one dash or number at the beginning of a line, a list has several.
      const others = block.slice(Math.max(0, index - AROUND), index + AROUND + 1);
      const isListed = others.some((other) => other.at !== at && isNeighbor(other.mark, mark));
      if (isListed || lines[at - 1]?.endsWith(':')) items.add(at);
    }
    block = [];
  }
  return items;
}

function isNeighbor(one: string, other: string): boolean {
  const value = (mark: string) => (/^\d/.test(mark) ? Number(mark) : mark.charCodeAt(0));
  return one === other ? /^[-–—]$/.test(one) : Math.abs(value(one) - value(other)) === 1;
}

/** A line under a heading or between two blocks. */
function isRule(line: string): boolean {
  return /^\s*[-=_*~#|+:]{3,}\s*$/.test(line);
}

/** Does a line end on purpose: a heading, or the end of an item or a paragraph before another block? */
function isApart(lines: readonly string[], at: number, isFirst: boolean): boolean {
  const [line = '', next = ''] = lines.slice(at, at + 2);
  if (isFirst && /^\s*#{1,6}\s/.test(line)) return true;
  if (!CAPITAL.test(next) || OPEN.test(line.slice(-LONGEST_OPEN))) return false;
  if (line.endsWith(':')) {
    const isLabel = line.trim().split(/\s+/).length <= 3 && findVerbsOfSaying(line).length === 0;
    return isFirst && isLabel && !/^\s*["“‘«]/.test(next);
  }
  if (isFirst && /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && /\p{Ll}/u.test(next)) return true;
  // The next word would have had room.
  const others = lines.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  const width = Math.max(LEAST_WIDTH, ...others.map(({ length }) => length));
  const [word = ''] = /\S+/.exec(next) ?? [];
  return line.length + 1 + word.length <= width * (isFirst ? FILLED.first : FILLED.other);
}
