import type { YamlFault } from './problem.ts';
import { code, didYouMean, type Explanation, explanation, listed, lowerFirst } from './wording.ts';

/** How to write what the front matter must have. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'title: Harbor dues',
  description: 'description: Who pays the dues, and how much.',
  themes: 'themes: [trade]',
  asOf: 'asOf: 2014 to 2023.',
  related: 'related: [harbor-dues]',
  updated: 'updated: 2026-11-23',
  label: 'label: Trade',
  order: 'order: 1',
  draft: 'draft: true',
};

/** How to write the first key of a path, if it is one of those. */
function exampleOf(path: string): string | undefined {
  const [key = ''] = path.split('.');
  return Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined;
}

const QUOTED = 'put the whole value between quotation marks, such as `title: "Dues: a history"`';

/** What the parser says, what that is in plain words, and what to do. `at` is the place: `in the front matter`. */
const SYNTAX: readonly (readonly [said: RegExp, reason: (at: string) => string, help: string])[] = [
  [/^Nested mappings/, (at) => `A value ${at} has a colon with a space after it`, QUOTED],
  [
    /^Plain value cannot start with|^Unresolved tag|^Anchor cannot|^Not a YAML token/,
    (at) => `A value ${at} begins with a character that has another meaning there`,
    QUOTED,
  ],
  [
    /^Unexpected .* at node end|^Unexpected flow|^Unexpected scalar/,
    (at) => `A value ${at} goes on behind its closing quotation mark or bracket`,
    `${QUOTED}; a quotation mark within is \`\\"\``,
  ],
  [
    /^Implicit (?:map )?keys? need/,
    (at) => `A line ${at} is not a key with a value`,
    'write the key, a colon, a space and the value, such as `title: Harbor dues`',
  ],
  [
    /^Unexpected block-seq-ind/,
    (at) => `A value ${at} begins with a hyphen and a space, which begin a list`,
    'write a list as `themes: [trade]`; put a text between quotation marks',
  ],
  [
    /^Flow (?:map|sequence) in block collection|^Expected flow/,
    (at) => `A bracket ${at} is never closed`,
    'write the closing bracket; put a text that begins with a bracket between quotation marks',
  ],
  [
    /^Invalid escape sequence/,
    (at) => `A backslash ${at} stands between double quotation marks, where it has another meaning`,
    'write `\\\\` for the character itself, or use single quotation marks',
  ],
  [/^Tabs are not allowed/, (at) => `A line ${at} begins with a tab`, 'indent it by spaces'],
  [/^Map keys must be unique/, (at) => `A key ${at} is written twice`, 'keep one of the two'],
  [
    /^Missing closing .*quote/,
    (at) => `A quotation mark ${at} is never closed`,
    'write the closing mark at the end of the value',
  ],
  [
    /^All mapping items must start at the same column|^A block sequence|^Block collections/,
    (at) => `A line ${at} is not indented like the others`,
    'begin all keys, and all items of a list, in the same column',
  ],
];

/**
 * What YAML or a schema does not allow in `place`: the record, the front matter, an element.
 *
 * @param help Where the keys are described.
 */
export function explainYaml(place: string, problem: YamlFault, help: string, noun = 'key'): Explanation {
  const at = noun === 'key' ? `in ${place}` : `of ${place}`;
  switch (problem.fault) {
    case 'conflict':
      return explainConflict();
    case 'syntax': {
      const known = SYNTAX.find(([said]) => said.test(problem.said));
      if (known) return explanation(known[1](at), known[2]);
      return explanation(
        `The YAML ${at} cannot be read: ${lowerFirst(problem.said)}`,
        'write each key once, and a value with `: ` or ` #` between quotation marks',
      );
    }
    case 'alias':
      return explanation(
        `The value ${code(`*${problem.said}`)} ${at} is read as the name of another one`,
        'write the value itself; one that begins with `*` or `&` goes between quotation marks',
      );
    case 'key-unknown':
      return explanation(`Unknown ${noun} ${code(problem.path)} ${at}`, help, [
        ...didYouMean(problem.suggestions),
        ...(problem.suggestions.length > 0 ? [] : listed(noun, problem.keys ?? [])),
      ]);
    case 'key-missing': {
      const example = noun === 'key' && place === 'the front matter' ? exampleOf(problem.path) : undefined;
      return explanation(
        `${noun === 'key' ? capital(place) : `This ${place}`} has no ${noun} ${code(problem.path)}`,
        example === undefined ? help : `add a line such as ${code(example)}`,
      );
    }
    case 'cut':
      return explanation(
        `YAML reads ${code(problem.comment)} after ${code(problem.path)} ${at} as a comment, not as part of the value`,
        'put the whole value between quotation marks; a comment goes on a line of its own',
      );
    case 'type':
    case 'value': {
      const example = noun === 'key' && place === 'the front matter' ? exampleOf(problem.path) : undefined;
      const what =
        problem.fault === 'type'
          ? `expected ${TYPES[problem.expected] ?? `a ${problem.expected}`}`
          : lowerFirst(problem.said);
      const where = problem.path === '' ? capital(place) : `${capital(pathInWords(problem.path))} ${at}`;
      return explanation(
        `${where} is not valid: ${what}`,
        example === undefined ? help : `write it as in ${code(example)}`,
      );
    }
  }
}

export function explainConflict(): Explanation {
  return explanation(
    'This file has a merge conflict that nobody has resolved',
    'keep one of the two versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`',
  );
}

/** `lines` of item 1 of `regions`, for `regions.0.lines`. */
function pathInWords(path: string): string {
  const [, list, index, rest] = /^(.*?)\.(\d+)(?:\.(.*))?$/.exec(path) ?? [];
  if (list === undefined) return code(path);
  const item = `item ${Number(index) + 1} of ${code(list)}`;
  return rest === undefined ? item : `${pathInWords(rest)} of ${item}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The types of zod in an editor's words. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text, between quotation marks if it looks like a number',
  number: 'a number without quotation marks',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list such as `[a, b]`',
  object: 'keys with values',
};
