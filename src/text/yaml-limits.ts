/** A limit of YAML, and where a text goes beyond it. */
export interface YamlExcess {
  readonly fault: 'characters' | 'entries' | 'nesting';
  readonly most: number;
  readonly at: number;
}

const MOST_CHARACTERS = 1_000_000;
/** Lines, and commas as in `[a, b]`: the parser compares each key with all others. */
const MOST_ENTRIES = 20_000;
const MOST_NESTING = 64;

const INDENTATION = new RegExp(`^(?: |[?:-](?= )){${4 * MOST_NESTING + 1}}`, 'm');

/** Find in YAML what would take the parser more than a moment, or all of its stack. One look at each character. */
export function findYamlExcess(text: string): YamlExcess | undefined {
  if (text.length > MOST_CHARACTERS) return { fault: 'characters', most: MOST_CHARACTERS, at: MOST_CHARACTERS };
  let entries = 0;
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[\n,[\]{}]/g)) {
    if (mark === '\n' || mark === ',') entries++;
    else if (mark === '[' || mark === '{') depth++;
    else depth = Math.max(0, depth - 1);
    if (entries > MOST_ENTRIES) return { fault: 'entries', most: MOST_ENTRIES, at: index };
    if (depth > MOST_NESTING) return { fault: 'nesting', most: MOST_NESTING, at: index };
  }
  const start = text.search(INDENTATION);
  return start === -1 ? undefined : { fault: 'nesting', most: MOST_NESTING, at: start };
}
