import type { Span } from './location.ts';

/** A value of a plain YAML text; the span is that of the text. */
interface PlainValue extends Span {
  readonly value: string | number;
}

/** The values by key; of a list in order. */
export type PlainYaml = ReadonlyMap<string, PlainValue | readonly PlainValue[]>;

/** Words that stand for something else than themselves, in any case: a parser shall tell. */
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const KEY = /^([A-Za-z][\w-]{0,99}):(?: (\S.*))?$/;
/** Without `: ` and ` #`, which end it, white space at its end, and characters of rare kinds. */
const PLAIN = /^[\p{L}](?:[^:#\p{C}\p{Z}]| (?=[^\p{Z}]))*$/u;
const DAY = /^\d{4}-\d\d-\d\d$/;
const WHOLE = /^[1-9]\d{0,8}$/;
const QUOTED = /^(?:"[^"\\\p{C}\p{Zl}\p{Zp}]*"|'[^'\p{C}\p{Zl}\p{Zp}]*')$/u;
const LIST = /^\[(?:[a-z][a-z\d-]*(?:, [a-z][a-z\d-]*)*)?\]$/;

/**
 * Read the plainest kind of YAML, that of front matter: keys without indentation, each with a value on its line or a list on it
 * or below it. `undefined` for all else, and for whatever might be read in another way: that is for a parser, which takes a
 * hundred times as long.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  const found = new Map<string, PlainValue | PlainValue[]>();
  let open: PlainValue[] | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const [, key, written] = KEY.exec(line) ?? [];
    if (key !== undefined) {
      if (found.has(key) || SPECIAL.test(key) || open?.length === 0) return undefined;
      open = undefined;
      const at = start + key.length + 2;
      const value = written === undefined ? [] : LIST.test(written) ? readList(written, at) : readValue(written, at);
      if (!value) return undefined;
      if (Array.isArray(value) && written === undefined) open = value;
      found.set(key, value);
    } else if (open && line.startsWith('  - ')) {
      const value = readValue(line.slice(4), start + 4);
      if (!value) return undefined;
      open.push(value);
    } else if (line !== '' || (start > 0 && start < text.length)) return undefined;
    start += line.length + 1;
  }
  return open?.length === 0 || found.size === 0 ? undefined : found;
}

function readValue(written: string, start: number): PlainValue | undefined {
  const span = { start, end: start + written.length };
  if (QUOTED.test(written)) return { value: written.slice(1, -1), ...span };
  if (WHOLE.test(written)) return { value: Number(written), ...span };
  const isPlain = DAY.test(written) || (PLAIN.test(written) && !SPECIAL.test(written));
  return isPlain ? { value: written, ...span } : undefined;
}

function readList(written: string, start: number): PlainValue[] | undefined {
  const values = [...written.matchAll(/[a-z][a-z\d-]*/g)].map(({ 0: word, index }) => readValue(word, start + index));
  return values.every((value) => value !== undefined) ? values : undefined;
}
