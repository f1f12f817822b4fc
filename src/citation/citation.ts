import { decodeString } from 'micromark-util-decode-string';
import type { CitationPart, Problem } from '#problem/problem.ts';
import { type LineIndex, type Place, placeOf } from '#text/location.ts';
import type { FootnoteDefinition } from './footnote.ts';

/** Lines of the raw text, from 1, both included. */
export interface Locator {
  readonly from: number;
  readonly to: number;
}

/** Words of a source, and optionally the lines to look for them in. */
export interface Quotation {
  readonly sourceId: string;
  readonly locator: Locator | undefined;
  /** The words between the marks, with Markdown decoded (Web Annotation: `exact`). */
  readonly quote: string;
}

/** One `@source-id "quote"` of a footnote. */
export interface Citation extends Quotation {
  /** From the `@` to the closing mark. */
  readonly place: Place;
}

/** The citations of a footnote, in order, and its syntax problems. */
export interface CitationReading {
  readonly citations: readonly Citation[];
  readonly problems: readonly Problem[];
}

const OPENING = /["“„”]/;

/** What begins a quote. Directly after an id, a mark before a space or a comma ends one instead. */
const QUOTE = '\\s+["“”„`]|["“”„`](?![\\s;,.:!?)]|$)';

/**
 * A closing mark, then a separator, then the next citation: `@` and an id, perhaps with lines, and a quote, which may be
 * missing. Any other `@` is one of the source, as in `wrote "in haste" @noon and`. A comma or `and` for the separator is
 * a mistake, and the citation before it ends all the same.
 */
const NEXT = new RegExp(
  `["“”](?=(?:\\s*;\\s*|\\s+)@[^\\s"“”„\`;]+(?:${QUOTE}|[\\s;]*(?:@|$))|` +
    `(?:\\s*[,.&]\\s*|\\s*,?\\s+(?:and|also|see)\\s+)@[^\\s"“”„\`;]+\\s+["“„])`,
  'g',
);

/**
 * Read the citations of a footnote: `@source-id "verbatim quote"`, one or more, separated by white space or `; `,
 * with an optional `#L9` or `#L9-L12` after the id. A quote runs to the last closing mark before the next citation or
 * the end of the paragraph. A quote in backticks is literal. Works on the file's text, since the syntax tree has lost
 * characters such as `*` and `_`. Stops at the first fault.
 */
export function readCitations(definition: FootnoteDefinition, file: string, lines: LineIndex): CitationReading {
  const { label } = definition;
  const first = definition.citations;
  if (!first?.source.includes('@')) {
    const problem: Problem = {
      ruleId: 'citation-missing',
      label,
      written: first?.source,
      file,
      place: definition.place,
    };
    return { citations: [], problems: [problem] };
  }

  const { source, offset } = first;
  const citations: Citation[] = [];
  const at = (start: number, end: number) => ({
    file,
    place: placeOf(lines, { start: offset + start, end: offset + end }),
  });
  const stop = (problem: Problem): CitationReading => ({ citations, problems: [problem] });
  const malformed = (start: number, end: number, expected: CitationPart) =>
    stop({ ruleId: 'citation-malformed', label, found: source.slice(start, end).trim(), expected, ...at(start, end) });

  let position = skip(source, 0, /[\s;]/);
  while (position < source.length) {
    const start = position;
    if (source[start] !== '@') {
      const end = endOfWords(source, start);
      return malformed(start, end, citations.length === 0 ? 'citation' : end < source.length ? 'separator' : 'end');
    }
    const id = match(source, start + 1, /[^\s"“”„#`;]+/y);
    if (id === '') return malformed(start, start + 1, 'id');
    position = start + 1 + id.length;

    const written = match(source, position, /#[^\s"“”„`;]*/y);
    const locator = readLocator(written);
    if (written !== '' && !locator) {
      return malformed(position, position + written.length, 'lines');
    }
    position += written.length;

    const open = skip(source, position, /\s/);
    const code = match(source, open, /`+/y);
    if (code !== '') {
      const close = closingRun(source, open + code.length, code.length);
      if (close === undefined) return malformed(open, source.length, 'closing-backtick');
      position = close + code.length;
      citations.push({ sourceId: id, locator, quote: source.slice(open + code.length, close), ...at(start, position) });
      position = skip(source, position, /[\s;]/);
      continue;
    }
    if (!OPENING.test(source.charAt(open))) {
      const written = source.slice(position, endOfWords(source, position)).trim();
      return stop({ ruleId: 'quote-missing', sourceId: id, label, written, ...at(start, position) });
    }

    const close = closingMark(source, open + 1);
    if (close === undefined) return malformed(open, source.length, 'closing-mark');
    citations.push({
      sourceId: id,
      locator,
      quote: decodeString(source.slice(open + 1, close)),
      ...at(start, close + 1),
    });
    position = skip(source, close + 1, /[\s;]/);
  }

  return { citations, problems: [] };
}

/**
 * Print a footnote that `readCitations` reads back to the same citations, with all Markdown and MDX markup escaped.
 * Each quote goes on one line.
 */
export function printFootnote(label: string, citations: readonly Quotation[]): string {
  const printed = citations.map(({ sourceId, locator, quote }) => {
    const lines = locator ? printLocator(locator) : '';
    return `@${sourceId}${lines} "${escapeMarkup(quote)}"`;
  });
  return `[^${label}]: ${printed.join('\n    ')}`;
}

/** As after the id of a source: `#L9` or `#L9-L12`. */
export function printLocator({ from, to }: Locator): string {
  return from === to ? `#L${from}` : `#L${from}-L${to}`;
}

/** Escape what Markdown and MDX would read as markup. */
export function escapeMarkup(quote: string): string {
  return (
    quote
      .replace(/\p{White_Space}+/gu, ' ')
      .replace(/^ | $/g, '')
      .replace(/[\\`*_{}[\]<>~|@]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // GFM would autolink these, including the escapes that follow.
      .replace(/(?:https?|mailto|xmpp):|www\./gi, (address) => `${address.slice(0, -1)}\\${address.slice(-1)}`)
  );
}

function readLocator(written: string): Locator | undefined {
  const parts = /^#L([1-9]\d{0,8})(?:-L([1-9]\d{0,8}))?$/.exec(written);
  if (!parts) return undefined;
  const from = Number(parts[1]);
  const to = Number(parts[2] ?? parts[1]);
  return from <= to ? { from, to } : undefined;
}

function closingMark(source: string, from: number): number | undefined {
  NEXT.lastIndex = from;
  const next = NEXT.exec(source);
  if (next) return next.index;
  const last = Math.max(source.lastIndexOf('"'), source.lastIndexOf('”'), source.lastIndexOf('“'));
  // The caller reports words after the last mark: it expects the next citation there.
  return last >= from ? last : undefined;
}

function closingRun(source: string, from: number, length: number): number | undefined {
  for (const run of source.slice(from).matchAll(/`+/g)) {
    if (run[0].length === length) return from + run.index;
  }
  return undefined;
}

function endOfWords(source: string, start: number): number {
  const next = source.indexOf('@', start);
  return next === -1 ? source.length : next;
}

function match(source: string, at: number, sticky: RegExp): string {
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0] ?? '';
}

function skip(source: string, from: number, over: RegExp): number {
  let at = from;
  while (over.test(source.charAt(at))) at++;
  return at;
}
