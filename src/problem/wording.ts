/** A problem in words. */
export interface Explanation {
  /** One sentence without a full stop; values in backticks. Stands alone. */
  readonly reason: string;
  /** Further facts, one a line, such as the nearest passage; may be empty. Lines of a table are aligned by spaces. */
  readonly notes: readonly string[];
  /** What to do next. */
  readonly help: string;
}

export function explanation(reason: string, help: string, notes: readonly string[] = []): Explanation {
  return { reason, notes, help };
}

/** Joins words to `a, b and c`; British English has no comma before the last. */
export const all = new Intl.ListFormat('en-GB', { type: 'conjunction' });
export const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** A line that names what the author may have meant, if there is anything. */
export function didYouMean(candidates: readonly string[]): string[] {
  if (candidates.length === 0) return [];
  return [`did you mean ${either.format(candidates.map(code))}?`];
}

/** `line 3`, `lines 3 and 5`. */
export function lines(numbers: readonly number[]): string {
  const different = [...new Set(numbers)];
  return `${different.length === 1 ? 'line' : 'lines'} ${all.format(different.map(String))}`;
}

/** `1,200`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `twice`, `3 times`. */
export function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`;
}

export const ONCE = 'so that they occur only once';

/** More names than these are a list to look up. */
const MOST_NAMES = 12;

/** A line that names all that there are, unless there are none, or too many. */
export function listed(noun: string, names: readonly string[]): string[] {
  if (names.length === 0 || names.length > MOST_NAMES) return [];
  const quoted = names.map(code);
  return [quoted.length === 1 ? `the only ${noun} is ${quoted[0]}` : `the ${noun}s are ${all.format(quoted)}`];
}

/** Code as in Markdown: text with a backtick in it goes between two. */
export function code(text: string): string {
  const line = shorten(text);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** At most 80 characters, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** As after a colon. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The kinds of regions that cannot be cited, as messages name them. */
export const REGION_NAMES = {
  furniture: 'page furniture, such as a page number',
  boilerplate: 'boilerplate, such as a caption',
  heading: 'a heading',
  withheld: 'a withheld part',
} as const;
