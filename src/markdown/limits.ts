import type { Excess, Problem } from '#problem/problem.ts';
import { indexLines, placeOf } from '#text/location.ts';

/**
 * Far above what a person writes, and below what takes the parser of MDX more than some seconds or all of its stack: its time
 * grows with the square of the marks in a paragraph, and with the depth of blocks times their lines.
 */
export const MOST = {
  characters: 1_000_000,
  lines: 50_000,
  nesting: 32,
  indentation: 100,
  marks: 2000,
  word: 3000,
  pipes: 1000,
  elements: 100,
  braces: 500,
  module: 500,
} as const satisfies Record<Excess, number>;

/** Where the text goes beyond a limit; undefined where it does not. Each takes time that grows with the length. */
const LOOKS: readonly (readonly [Excess, (text: string) => number | undefined])[] = [
  ['characters', (text) => (text.length > MOST.characters ? MOST.characters : undefined)],
  ['lines', (text) => (text.length < MOST.lines ? undefined : nth(text, /\r\n|[\n\r]/g, MOST.lines))],
  ['nesting', (text) => endOf(text, NESTING)],
  ['indentation', (text) => endOf(text, INDENTATION)],
  ['word', (text) => (hasLongRun(text) ? endOf(text, WORD) : undefined)],
  ['pipes', (text) => (hasMore(text, '|', MOST.pipes) ? endOf(text, PIPES) : undefined)],
  ['marks', findMarks],
  ['elements', (text) => (hasMore(text, '<', MOST.elements) ? findElements(text) : undefined)],
  ['braces', (text) => (hasMore(text, '}', MOST.braces) ? nth(text, /\}/g, MOST.braces + 1) : undefined)],
  ['module', findModule],
];

/** Find in MDX, its front matter blanked, what is more than the parser should be given. */
export function findExcess(text: string, file: string): Problem | undefined {
  for (const [fault, look] of LOOKS) {
    const at = look(text);
    if (at === undefined) continue;
    const place = placeOf(indexLines(text), { start: at, end: at });
    return { ruleId: 'article-invalid', part: 'limit', fault, most: MOST[fault], file, place };
  }
  return undefined;
}

/** Marks of quotations, lists and footnotes before the words of a line. */
const NESTING = new RegExp(
  String.raw`^[ \t]*(?:(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\r\n]+\]:)[ \t]*){${MOST.nesting + 1}}`,
  'm',
);
const INDENTATION = new RegExp(String.raw`^[ \t>]{${MOST.indentation + 1}}[ \t>]*[^\s>]`, 'm');
const WORD = new RegExp(String.raw`(?<!\S)\S{${MOST.word + 1}}`);
const PIPES = new RegExp(String.raw`^(?:[^|\r\n]*\|){${MOST.pipes + 1}}`, 'm');

/** What begins or ends a link, emphasis, code, an element or an expression. */
const MARKS = new Uint8Array(0x10000);
for (const mark of '[]*_~`<{') MARKS[mark.charCodeAt(0)] = 1;
/** A line without words, or one that begins a footnote. */
const BLOCK = /(?:\r?\n|\r(?!\n))(?:[ \t>]*(?=[\n\r])|(?=\[\^[^\]\s]{1,200}\]:))/g;

function findMarks(text: string): number | undefined {
  if (text.length <= MOST.marks || count(text, MARKS) <= MOST.marks) return undefined;
  let start = 0;
  for (const end of [...[...text.matchAll(BLOCK)].map(({ index }) => index), text.length]) {
    const block = text.slice(start, end);
    if (count(block, MARKS) > MOST.marks) return start + Number(nth(block, /[[\]*_~`<{]/g, MOST.marks + 1));
    start = end;
  }
  return undefined;
}

function findElements(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/\\.|<\/|\/>|<(?=[\w>])/g)) {
    if (mark === '<') depth++;
    else if (!mark.startsWith('\\')) depth = Math.max(0, depth - 1);
    if (depth > MOST.elements) return index;
  }
  return undefined;
}

/** Behind the beginning of a module, the parser reads it anew at each empty line. */
function findModule(text: string): number | undefined {
  if (!text.includes('port')) return undefined;
  const start = text.search(/^(?=(?:im|ex)port\b)(?<!\S[ \t]*(?:\r\n|[\n\r]))/m);
  if (start === -1) return undefined;
  const isLong = nth(text.slice(start), /(?:\r?\n|\r(?!\n))[ \t]*(?=[\n\r])/g, MOST.module + 1) !== undefined;
  return isLong ? start : undefined;
}

/** Has a text more than `most` of a character? */
function hasMore(text: string, character: string, most: number): boolean {
  let at = -1;
  for (let found = 0; found <= most; found++) {
    at = text.indexOf(character, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** May a word be too long? Goes back from where such a word would reach to the white space before it, and on from there. */
function hasLongRun(text: string): boolean {
  let past = -1;
  for (let at = MOST.word; at < text.length; at = past + MOST.word + 1) {
    let space = at;
    while (space > past && !isCommonSpace(text.charCodeAt(space))) space--;
    if (space === past) return true;
    past = space;
  }
  return false;
}

function isCommonSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a;
}

function endOf(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text);
  return found ? found.index + found[0].length - 1 : undefined;
}

function nth(text: string, pattern: RegExp, number: number): number | undefined {
  let seen = 0;
  for (const { index } of text.matchAll(pattern)) {
    seen++;
    if (seen === number) return index;
  }
  return undefined;
}

function count(text: string, counted: Uint8Array): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) found += Number(counted[text.charCodeAt(at)]);
  return found;
}
