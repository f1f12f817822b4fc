type Value = string | number | boolean | Value[] | { [key: string]: Value };

/** A line of a plain text of YAML: how far it is indented, and what stands there. */
interface Line {
  readonly indentation: number;
  readonly words: string;
}

/** What is still to be read. */
interface Rest {
  readonly lines: readonly Line[];
  next: number;
}

/** Words that stand for something else than themselves, in any case. */
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const KEY = /^([A-Za-z][\w-]{0,99}):(?: (\S.*))?$/;
/** What begins so can't be taken for anything but words. */
const BEGINNING = /^(?:-?[\p{L}“‘•(]|[1-9]\d*(?=[. ]{0,2}\p{L}{2}))/u;
/** What ends words, or begins a remark; white space of rare kinds or at the end; characters that are not seen. */
const END = /\p{C}|(?! )\p{Z}| {2}|: | #|[: ]$/u;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** The digits of a digest: at least one of these can be in no number. */
const DIGEST = /^(?=[\de]*[a-df])[\da-f]{64}$/;
const RANGE = /^[1-9]\d*-[1-9]\d*$/;
const WHOLE = /^[1-9]\d{0,8}$/;
const FOLDED = /^[^\p{C}\p{Zl}\p{Zp}]*[^\p{C}\p{Z}]$/u;
const DOUBLE = String.raw`"(?:[^"\\\p{C}\p{Zl}\p{Zp}]|\\["\\])*"`;
const SINGLE = String.raw`'[^'\p{C}\p{Zl}\p{Zp}]*'`;
const QUOTED = new RegExp(`^(?:${DOUBLE}|${SINGLE})$`, 'u');
/** Within brackets and braces. */
const ITEM = String.raw`(?:${DOUBLE}|${SINGLE}|[a-z][a-z\d-]*|[1-9]\d{0,8})`;
const ENTRY = String.raw`[A-Za-z][\w-]{0,99}: ${ITEM}`;
const LIST = new RegExp(String.raw`^\[(?:${ITEM}(?:, ${ITEM})*)?\]$`, 'u');
const MAP = new RegExp(String.raw`^\{ ${ENTRY}(?:, ${ENTRY})* \}$`, 'u');
const ITEMS = new RegExp(ITEM, 'gu');
const ENTRIES = new RegExp(String.raw`([A-Za-z][\w-]{0,99}): (${ITEM})`, 'gu');

/** Deeper is no record. */
const MOST_NESTING = 8;

/**
 * Read YAML as records of sources are mostly written: maps and lists, each level indented by two more, with values of one line, folded
 * texts (`>-`), and lists and maps on one line. `undefined` for all else, and for whatever might be read in another way: that is for a
 * parser.
 */
export function readPlainRecord(text: string): { readonly [key: string]: unknown } | undefined {
  if (text.includes('\r') || text.includes('\t')) return undefined;
  const lines = text.split('\n').map((line): Line => {
    const words = line.replace(/^ +/, '');
    return { indentation: line.length - words.length, words };
  });
  const rest: Rest = { lines, next: 0 };
  const record = readMap(rest, 0);
  return record !== undefined && lineAt(rest) === undefined ? record : undefined;
}

/** The next line with a key or a value: remarks and empty lines aside. */
function lineAt(rest: Rest): Line | undefined {
  for (let line = rest.lines[rest.next]; line; line = rest.lines[rest.next]) {
    if (line.words !== '' && !line.words.startsWith('#')) return line;
    rest.next++;
  }
  return undefined;
}

/** @param first The first key with its value, where it stands behind the mark of a list. */
function readMap(rest: Rest, indentation: number, first?: string): { [key: string]: Value } | undefined {
  const found = new Map<string, Value>();
  let words = first ?? wordsAt(rest, indentation);
  while (words !== undefined && !isItem(words)) {
    const [, key = '', written] = KEY.exec(words) ?? [];
    if (key === '' || SPECIAL.test(key) || found.has(key)) return undefined;
    rest.next++;
    const value = readValue(rest, indentation, written);
    if (value === undefined) return undefined;
    found.set(key, value);
    words = wordsAt(rest, indentation);
  }
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

function readList(rest: Rest, indentation: number): Value[] | undefined {
  const found: Value[] = [];
  for (
    let words = wordsAt(rest, indentation);
    words !== undefined && isItem(words);
    words = wordsAt(rest, indentation)
  ) {
    const written = words.slice(2);
    const isMap = KEY.test(written);
    if (!isMap) rest.next++;
    const value = isMap ? readMap(rest, indentation + 2, written) : readValue(rest, indentation, written);
    if (value === undefined) return undefined;
    found.push(value);
  }
  return found;
}

function wordsAt(rest: Rest, indentation: number): string | undefined {
  const line = lineAt(rest);
  return line?.indentation === indentation ? line.words : undefined;
}

function isItem(words: string): boolean {
  return words.startsWith('- ');
}

/** @param written What stands on the line of the key; without it, the value stands below. */
function readValue(rest: Rest, indentation: number, written: string | undefined): Value | undefined {
  if (written === '>-') return readFolded(rest, indentation + 2);
  if (written !== undefined) return readInline(written);
  const inside = indentation + 2;
  if (inside > 2 * MOST_NESTING) return undefined;
  return isItem(wordsAt(rest, inside) ?? '') ? readList(rest, inside) : readMap(rest, inside);
}

/** Lines of one indentation, each of which goes on behind a space. An empty line among them would be more than that. */
function readFolded(rest: Rest, indentation: number): string | undefined {
  const found: string[] = [];
  for (let line = rest.lines[rest.next]; line && line.indentation >= indentation; line = rest.lines[rest.next]) {
    if (line.indentation > indentation || !FOLDED.test(line.words)) return undefined;
    found.push(line.words);
    rest.next++;
  }
  const isDone = (lineAt(rest)?.indentation ?? 0) < indentation;
  return found.length > 0 && isDone ? found.join(' ') : undefined;
}

function readInline(written: string): Value | undefined {
  if (QUOTED.test(written)) return unquote(written);
  if (WHOLE.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  if (DAY.test(written) || RANGE.test(written) || DIGEST.test(written)) return written;
  if (BEGINNING.test(written)) return SPECIAL.test(written) || END.test(written) ? undefined : written;
  if (LIST.test(written)) {
    const items = [...written.matchAll(ITEMS)].map(([item]) => readInline(item));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!MAP.test(written)) return undefined;
  const entries = [...written.matchAll(ENTRIES)].map(
    ([, key, item]) => [String(key), readInline(String(item))] as const,
  );
  const found = new Map<string, Value>();
  for (const [key, item] of entries) {
    if (item === undefined || found.has(key) || SPECIAL.test(key)) return undefined;
    found.set(key, item);
  }
  return Object.fromEntries(found);
}

function unquote(written: string): string {
  const inside = written.slice(1, -1);
  return written.startsWith('"') ? inside.replace(/\\(["\\])/g, '$1') : inside;
}
