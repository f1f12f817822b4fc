import { type Document, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument, Scalar, visit } from 'yaml';
import { indexLines, locate, type Place, type Point } from './location.ts';
import { findMergeConflicts } from './merge-conflict.ts';

/** What is wrong with a YAML text. */
interface YamlError {
  /** `alias`: a value that only names another; `conflict`: a mark of Git. */
  readonly fault: 'syntax' | 'alias' | 'conflict';
  /** The parser's message; the name of the alias; the mark. */
  readonly said: string;
  readonly place: Place;
}

/** A value without quotation marks, and a comment on its line: perhaps words that were meant to be part of it. */
interface Cut {
  readonly path: readonly PropertyKey[];
  /** The value with the comment, as a reader of the file sees it. */
  readonly whole: string;
  /** From the `#` to the end of the line. */
  readonly comment: string;
  /** Of the comment. */
  readonly place: Place;
}

/** A YAML text as plain data, with the place of each value in its file. */
export interface YamlText {
  /** Plain data; `undefined` where the text has errors. */
  readonly value: unknown;
  /** The first syntax error, since others only follow from it; a key written twice is one. Without any, the aliases. */
  readonly errors: readonly YamlError[];
  readonly cuts: readonly Cut[];
  /** The place of the value at `path`, or of its nearest parent. With `'key'`, the place of the key instead. */
  readonly placeAt: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;
}

/**
 * Read YAML 1.2 (core schema) strictly: keys must be unique; aliases are refused, since records need none and a few of
 * them can stand for gigabytes. `from` is where the text starts in its file, for YAML inside another file.
 */
export function readYaml(text: string, from: Point = { line: 1, column: 1, offset: 0 }): YamlText {
  try {
    return parse(text, from);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(from);
    throw error;
  }
}

/** The parser is recursive and has run out of stack. */
function tooDeep(from: Point): YamlText {
  const place = { start: from, end: from };
  const said = 'Lists and keys are nested too deeply';
  return { value: undefined, errors: [{ fault: 'syntax', said, place }], cuts: [], placeAt: () => place };
}

function parse(text: string, from: Point): YamlText {
  const lines = indexLines(text);
  const document = parseDocument(text, { prettyErrors: false, schema: 'core', uniqueKeys: true, version: '1.2' });
  // Where the parser has caught the RangeError itself.
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return tooDeep(from);

  const point = (offset: number): Point => {
    const { line, column, offset: at } = locate(lines, Math.min(offset, text.length));
    return {
      line: line + from.line - 1,
      column: line === 1 ? column + from.column - 1 : column,
      offset: at + from.offset,
    };
  };
  const place = (start: number, end: number): Place => ({ start: point(start), end: point(Math.max(start, end)) });
  const placeOfNode = (node: Node | null | undefined): Place => {
    const [start, end] = node?.range ?? [0, 0];
    return place(start, end);
  };

  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const errors: YamlError[] = [];
  const cuts: Cut[] = [];
  const conflicts = first ? findMergeConflicts(text) : [];
  if (conflicts.length > 0) {
    const said = (start: number, end: number) => text.slice(start, end);
    for (const { start, end } of conflicts)
      errors.push({ fault: 'conflict', said: said(start, end), place: place(start, end) });
  } else if (first) {
    const { message, pos } = first;
    const [start, end] =
      first.code === 'MISSING_CHAR'
        ? openQuote(document, pos)
        : message.startsWith('Flow')
          ? openBracket(document, pos)
          : pos;
    const isNewLine = first.code === 'UNEXPECTED_TOKEN' && text[start - 1] === '\n';
    const said = isNewLine ? 'All mapping items must start at the same column' : message.replace(/\n.*/s, '');
    errors.push({ fault: 'syntax', said, place: place(start, end) });
  } else {
    visit(document, {
      Pair: (_key, { key }) => {
        const isWord = !isMap(key) && !isSeq(key);
        if (!isWord) errors.push({ fault: 'syntax', said: 'A key is a word, no list or map', place: placeOfNode(key) });
      },
      Alias: (_key, alias) => {
        errors.push({ fault: 'alias', said: alias.source, place: placeOfNode(alias) });
      },
      Scalar: (key, scalar, parents) => {
        if (key === 'key' || scalar.type !== Scalar.PLAIN || scalar.value === null || !scalar.range) return;
        const [start, end] = scalar.range;
        const [found, comment = ''] = /^[ \t]+(#[^\r\n]*)/.exec(text.slice(end)) ?? [];
        if (found === undefined) return;
        const path = pathOf([...parents, scalar]);
        const to = end + found.length;
        cuts.push({ path, whole: text.slice(start, to), comment, place: place(to - comment.length, to) });
      },
    });
  }

  return {
    value: errors.length > 0 ? undefined : document.toJS(),
    errors,
    cuts,
    placeAt: (path, part = 'value') => {
      let node: unknown = document.contents;
      let found = placeOfNode(document.contents);
      for (const [depth, key] of path.entries()) {
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
          if (!isPair(pair)) return found;
          const last = depth === path.length - 1;
          node = pair.value;
          const target = last && part === 'key' ? pair.key : pair.value;
          // A key without a value, `? key`, has no value node.
          found = placeOfNode(isNode(target) ? target : (pair.key as Node));
        } else if (isSeq(node)) {
          node = node.items[Number(key)];
          if (!isNode(node)) return found;
          found = placeOfNode(node);
        }
      }
      return found;
    },
  };
}

/** The keys and indexes that lead to the last of these nodes, each in the one before. */
function pathOf(nodes: readonly unknown[]): PropertyKey[] {
  return nodes.flatMap((node, index): PropertyKey[] => {
    if (isPair(node)) return [String((node.key as Scalar).value)];
    return isSeq(node) ? [node.items.indexOf(nodes[index + 1])] : [];
  });
}

/** The same of a bracket, which the parser misses on the next line. */
function openBracket(document: Document, [at, end]: [number, number]): [number, number] {
  let found: [number, number] = [at, end];
  visit(document, {
    Collection: (_key, { flow, range }) => {
      if (flow && range && range[0] < at) found = [range[0], range[0] + 1];
    },
  });
  return found;
}

/** The parser reports a missing closing quotation mark at the end of the text; authors look for the opening one. */
function openQuote(document: Document, [at, end]: [number, number]): [number, number] {
  let found: [number, number] = [at, end];
  visit(document, {
    Scalar: (_key, { type, range }) => {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[0] < at) found = [range[0], range[0] + 1];
    },
  });
  return found;
}
