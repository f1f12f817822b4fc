import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Place, Point } from './location.ts';

/** A YAML text as plain data, with the place of each value in the file it stands in. */
export interface YamlText {
  /** Plain data; `undefined` where the text has errors. */
  readonly value: unknown;
  /** Syntax errors, duplicate keys and aliases, in order. */
  readonly errors: readonly { readonly message: string; readonly place: Place }[];
  /** The place of the value at `path`, or of its nearest parent. With `'key'`, the place of the key instead. */
  readonly placeAt: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;
}

/**
 * Read YAML 1.2 (core schema) strictly: keys must be unique; aliases are refused, since records need none and a few of
 * them can stand for gigabytes. `from` is where the text starts in its file, for YAML inside another file.
 */
export function readYaml(text: string, from: Point = { line: 1, column: 1, offset: 0 }): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: true,
    version: '1.2',
  });

  const point = (offset: number): Point => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return {
      line: line + from.line - 1,
      column: line === 1 ? Math.max(col, 1) + from.column - 1 : Math.max(col, 1),
      offset: offset + from.offset,
    };
  };
  const place = (start: number, end: number): Place => ({ start: point(start), end: point(Math.max(start, end)) });
  const placeOfNode = (node: Node | null | undefined): Place => {
    const [start, end] = node?.range ?? [0, 0];
    return place(start, end);
  };

  const errors = [...document.errors, ...document.warnings].map(({ message, pos: [start, end] }) => ({
    message: firstLine(message),
    place: place(start, end),
  }));
  visit(document, {
    Alias: (_key, alias) => {
      errors.push({
        message: `Unexpected alias \`*${alias.source}\`, expected the value itself`,
        place: placeOfNode(alias),
      });
    },
  });

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
          found = placeOfNode(isNode(target) && !isAlias(target) && target.range ? target : (pair.key as Node));
        } else if (isSeq(node)) {
          node = node.items[Number(key)];
          if (!isNode(node)) return found;
          found = placeOfNode(node);
        } else {
          return found;
        }
      }
      return found;
    },
  };
}

function firstLine(message: string): string {
  return message.replace(/\n.*/s, '');
}
