import type { PublishedLine } from './publish-source.ts';

/** Characters that fit on a row of the page; longer lines take several rows. */
const ROW = 72;
/** Texts of no more rows are one section: a reader and a browser see them at a glance. */
const LONG = 500;
/** Rows of a section: from the first number on it ends where the text pauses, from the second one wherever it may. */
const ENOUGH = 80;
const FULL = 120;
/** More landmarks than this are no overview. */
const MOST_LANDMARKS = 24;
const MOST_WORDS = 60;

/** A place to begin to read at: a line of the text, and the words that it begins with. */
interface Landmark {
  readonly number: number;
  readonly words: string;
}

/**
 * Divide the published lines of a long text into sections, in order, each of about a hundred rows of the page. A section begins
 * at a heading or behind an empty line where there is one, and no cited passage runs over its border: what a note lights up
 * stands in one section. A short text is one section; no lines are none.
 */
export function divide(lines: readonly PublishedLine[]): readonly (readonly PublishedLine[])[] {
  if (lines.length === 0) return [];
  const all = lines.map(rowsOf);
  if (all.reduce((sum, rows) => sum + rows, 0) <= LONG) return [lines];
  const ends = lastLines(lines);
  const sections: PublishedLine[][] = [];
  let section: PublishedLine[] = [];
  let [rows, runsTo] = [0, -1];
  for (const [index, line] of lines.entries()) {
    const isPause = isHeading(line) || isEmpty(lines[index - 1]);
    if (rows >= (isPause ? ENOUGH : FULL) && runsTo < index) {
      sections.push(section);
      section = [];
      rows = 0;
    }
    section.push(line);
    rows += Number(all[index]);
    for (const id of passagesOf(line)) runsTo = Math.max(runsTo, Number(ends.get(id)));
  }
  return [...sections, section];
}

/** Choose lines that lead through a text of several sections, evenly, each with its first words. None for a single section. */
export function landmarksOf(sections: readonly (readonly PublishedLine[])[]): Landmark[] {
  if (sections.length < 2) return [];
  const step = Math.ceil(sections.length / MOST_LANDMARKS);
  return sections.flatMap((lines, index): Landmark[] => {
    const line = lines.find((line) => 'runs' in line && /\p{L}/u.test(textOf(line)));
    return line && index % step === 0 ? [{ number: line.number, words: firstWords(textOf(line)) }] : [];
  });
}

/** The index of the last line of each passage. */
function lastLines(lines: readonly PublishedLine[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, index) => passagesOf(line).map((id): [string, number] => [id, index])));
}

function passagesOf(line: PublishedLine): string[] {
  return 'runs' in line ? line.runs.flatMap(({ passages, starts }) => [...passages, ...starts]) : [];
}

function rowsOf(line: PublishedLine): number {
  return Math.max(1, Math.ceil(textOf(line).length / ROW));
}

function isHeading(line: PublishedLine): boolean {
  return 'runs' in line && line.runs.some(({ region }) => region === 'heading');
}

function isEmpty(line: PublishedLine | undefined): boolean {
  return line !== undefined && 'runs' in line && textOf(line).trim() === '';
}

function textOf(line: PublishedLine): string {
  return 'runs' in line ? line.runs.map(({ text }) => text).join('') : line.reason;
}

/** Whole words, as many as a landmark has room for. */
function firstWords(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length <= MOST_WORDS) return words;
  const cut = words.slice(0, MOST_WORDS);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || MOST_WORDS).trimEnd()}…`;
}
