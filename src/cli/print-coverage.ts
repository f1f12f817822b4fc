import type { Style } from '#problem/print.ts';
import type { SourceWords } from '#problem/problem.ts';
import { formatCount } from '#problem/wording.ts';

/** How much of a source is cited, in letters and digits, and what is not. */
export interface SourceCoverage {
  readonly id: string;
  readonly cited: number;
  readonly citable: number;
  readonly unread: readonly SourceWords[];
}

/**
 * Print how much of each source is cited and the words that are not, then the total. Words are wrapped at `width`;
 * without it each passage is one line, for other programs to read.
 */
export function printCoverage(
  sources: readonly SourceCoverage[],
  style: Style,
  width = Number.POSITIVE_INFINITY,
): string {
  const isSummed = sources.length !== 1;
  const all = `${sources.length} sources`;
  const names = [...sources.map(({ id }) => id), ...(isSummed ? [all] : [])];
  const longest = Math.max(...names.map(({ length }) => length));
  const name = (text: string) => `${style.file(text)}${' '.repeat(longest - text.length)}`;
  const blocks = sources.map(({ id, unread, ...share }) => {
    const line = `${name(id)}  ${printShare(share, style)}\n`;
    return unread.length === 0 ? line : `${line}${printUnread(unread, style, width)}\n`;
  });
  if (!isSummed) return blocks.join('').replace(/\n+$/, '\n');

  const sum = (count: (source: SourceCoverage) => number) => sources.reduce((all, source) => all + count(source), 0);
  const share = printShare({ cited: sum(({ cited }) => cited), citable: sum(({ citable }) => citable) }, style);
  const left = sum(({ unread }) => unread.length);
  const rest =
    left === 0 ? '' : `; ${formatCount(left)} ${left === 1 ? 'passage is' : 'passages are'} cited by no document`;
  return `${blocks.join('')}${name(all)}  ${share}${rest}\n`;
}

/** In whole percent, rounded down: 100 % is every letter. */
function printShare({ cited, citable }: { cited: number; citable: number }, { good }: Style): string {
  if (citable === 0) return 'nothing can be cited';
  const percent = `${Math.floor((100 * cited) / citable)} %`;
  return `${cited === citable ? good(percent) : percent} of ${formatCount(citable)} letters and digits cited`;
}

function printUnread(unread: readonly SourceWords[], { faint }: Style, width: number): string {
  // The last line has the longest number.
  const margin = `  line ${unread.at(-1)?.line}  `.length;
  return unread
    .map(({ line, words }) => {
      const [first, ...others] = wrap(words, width - margin);
      return [
        `${faint(`  line ${line}`.padEnd(margin))}${first}\n`,
        ...others.map((text) => `${' '.repeat(margin)}${text}\n`),
      ].join('');
    })
    .join('');
}

/** Break words into lines of at most `width` characters; a longer word has a line of its own. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
