import { type Document, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { indexLines, locate, type Place, type Point } from './location.ts';
import { readPlainRecord } from './plain-records.ts';
import { type PlainYaml, readPlainYaml } from './plain-yaml.ts';
import { findYamlExcess, type YamlExcess } from './yaml-limits.ts';

/** What is wrong with a YAML text. */
type YamlError = { readonly place: Place } & (
  | {
      /** `alias`: a value that only names another. */
      readonly fault: 'syntax' | 'alias';
      /** What the parser says; the name of the alias. */
      readonly said: string;
    }
  | Omit<YamlExcess, 'at'>
);

/** A YAML text as plain data, with the place of each value in the file it stands in. */
export interface YamlText {
  /** Plain data; `undefined` where the text has errors. */
  readonly value: unknown;
  /** The first syntax error, since others only follow from it; a key written twice is one. Without any, the aliases. */
  readonly errors: readonly YamlError[];
  /** The place of the value at `path`, or of its nearest parent. With `'key'`, the place of the key instead. */
  readonly placeAt: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;
}

/**
 * Read YAML 1.2 (core schema) strictly: keys must be unique; aliases are refused, since records need none and a few of
 * them can stand for gigabytes. `from` is where the text starts in its file, for YAML inside another file.
 */
export function readYaml(text: string, from: Point = { line: 1, column: 1, offset: 0 }): YamlText {
  const plain = readPlainYaml(text);
  if (plain) return asYamlText(plain, text, from);
  const record = findYamlExcess(text) ? undefined : readPlainRecord(text);
  return record ? asPlacedLater(record, () => parseYaml(text, from)) : parseYaml(text, from);
}

/** Places are asked for where something is wrong. */
function asPlacedLater(value: unknown, parse: () => YamlText): YamlText {
  let parsed: YamlText | undefined;
  return {
    value,
    errors: [],
    placeAt: (path, part) => {
      parsed ??= parse();
      return parsed.placeAt(path, part);
    },
  };
}

/** Only what was read is placed without the parser: it alone knows where a whole list ends, or what is not there. */
function asYamlText(plain: PlainYaml, text: string, from: Point): YamlText {
  const lines = indexLines(text);
  const point = (offset: number) => shift(locate(lines, offset), from);
  let parsed: YamlText | undefined;
  return {
    value: Object.fromEntries(
      [...plain].map(([key, found]) => [key, 'value' in found ? found.value : found.map(({ value }) => value)]),
    ),
    errors: [],
    placeAt: (path, part = 'value') => {
      const [key = '', index] = path;
      const found = plain.get(String(key));
      const target = found && 'value' in found ? found : found?.[Number(index)];
      if (target && part === 'value') return { start: point(target.start), end: point(target.end) };
      parsed ??= parseYaml(text, from);
      return parsed.placeAt(path, part);
    },
  };
}

/** Where a point of a text stands in the file that has the text at `from`. */
function shift({ line, column, offset }: Point, from: Point): Point {
  return {
    line: line + from.line - 1,
    column: line === 1 ? column + from.column - 1 : column,
    offset: offset + from.offset,
  };
}

function parseYaml(text: string, from: Point): YamlText {
  const lines = indexLines(text);
  const excess = findYamlExcess(text);
  if (excess) {
    const { at, ...fault } = excess;
    const start = shift(locate(lines, at), from);
    const place = { start, end: start };
    return { value: undefined, errors: [{ ...fault, place }], placeAt: () => place };
  }
  const document = parseDocument(text, {
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: true,
    version: '1.2',
  });

  const point = (offset: number): Point => {
    return shift(locate(lines, Math.min(offset, text.length)), from);
  };
  const place = (start: number, end: number): Place => ({ start: point(start), end: point(Math.max(start, end)) });
  const placeOfNode = (node: Node | null | undefined): Place => {
    const [start, end] = node?.range ?? [0, 0];
    return place(start, end);
  };

  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const errors: YamlError[] = [];
  if (first) {
    const { message, pos } = first;
    const [start, end] = first.code === 'MISSING_CHAR' ? openQuote(document, pos) : pos;
    errors.push({ fault: 'syntax', said: message.replace(/\n.*/s, ''), place: place(start, end) });
  } else {
    visit(document, {
      Pair: (_key, { key }) => {
        const isWord = !isMap(key) && !isSeq(key);
        if (!isWord) errors.push({ fault: 'syntax', said: 'A key is a word, no list or map', place: placeOfNode(key) });
      },
      Alias: (_key, alias) => {
        errors.push({ fault: 'alias', said: alias.source, place: placeOfNode(alias) });
      },
    });
  }

  return {
    value: errors.length > 0 ? undefined : document.toJS(),
    errors,
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
          // A key that stands alone, `? key`, has no value at all.
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

/** The parser misses a closing quotation mark where the text ends; the fault is where the last one opens. */
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
