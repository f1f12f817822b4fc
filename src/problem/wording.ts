// British English: no comma before the last.
/** A problem in words. */
export interface Explanation {
  /** One sentence without a full stop; values in backticks. Stands alone. */
  readonly reason: string;
  /** Further facts, one a line, such as the nearest passage; may be empty. Lines of a table are aligned by spaces. */
  readonly notes: readonly string[];
  /** What to do next. */
  readonly help: string;
}

/** Joins words to `a, b and c`. */
export const all = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** A line that names what the author may have meant, if there is something. */
export function didYouMean(candidates: readonly string[]): string[] {
  if (candidates.length === 0) return [];
  return [`did you mean ${either.format(candidates.map(code))}?`];
}

/** `line 3`, `lines 3 and 5`. */
export function lines(numbers: readonly number[]): string {
  const different = [...new Set(numbers)];
  return `${different.length === 1 ? 'line' : 'lines'} ${all.format(different.map(String))}`;
}

/** A count as readers see it: `1,200`. */
export function figure(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `two places`, `3 places`. */
export function places(count: number): string {
  return count === 2 ? 'two places' : `${count} places`;
}

/** Set a value apart as Markdown does: one with a backtick in it goes between two. */
export function code(text: string): string {
  const line = shorten(text);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** At most 80 characters, on one line. */
export function shorten(text: string): string {
  // Of a long text only the beginning is looked at, unless that is little more than white space.
  const beginning = text.slice(0, 1000).replace(/\s+/g, ' ');
  const line = beginning.length > 80 ? beginning : text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** For what is set behind a colon. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The kinds of regions that cannot be cited, as messages name them. */
export const REGION_NAMES = {
  furniture: 'page furniture',
  boilerplate: 'boilerplate',
  heading: 'a heading',
  withheld: 'a withheld part',
} as const;
