import { difference } from '#text/difference.ts';
import type { NearestPassage, Problem } from './problem.ts';

/** A problem in words. */
export interface Explanation {
  /** One sentence without a full stop; values in backticks. Stands alone. */
  readonly reason: string;
  /** Further facts, one a line, such as the nearest passage; may be empty. Lines of a table are aligned by spaces. */
  readonly notes: readonly string[];
  /** What to do next. */
  readonly help: string;
}

/** Put a problem into words. This is the only place with prose about problems. */
export function explain(problem: Problem): Explanation {
  switch (problem.ruleId) {
    case 'source-unknown':
      return {
        reason: `Cannot find a source \`${problem.sourceId}\``,
        notes: didYouMean(problem.suggestions.map((id) => `@${id}`)),
        help: 'write the id of a file `sources/<id>.yaml` behind `@`',
      };
    case 'source-missing':
      return {
        reason: `Cannot find the raw text \`sources/${problem.sourceId}.txt\` of this record`,
        notes: resting(problem.citations),
        help: `bring the file back: git checkout -- sources/${problem.sourceId}.txt`,
      };
    case 'source-stale':
      return {
        reason: `Unexpected text in \`sources/${problem.sourceId}.txt\`: it is not the text that was reviewed`,
        notes: [`pinned   ${problem.pinned}`, `actual   ${problem.actual}`, ...resting(problem.citations)],
        help: `see what changed: git diff -- sources/${problem.sourceId}.txt; bring the text back, or read the change and write the actual digest and the day into the record`,
      };
    case 'source-unrecorded':
      return {
        reason: 'Unexpected raw text without a record',
        notes: resting(problem.citations),
        help: `describe it in \`sources/${problem.sourceId}.yaml\`, or remove it`,
      };
    case 'source-retracted':
      return {
        reason: `Unexpected citation of \`${problem.sourceId}\`, which is retracted: ${problem.why}`,
        notes: [],
        help: 'remove the citation, and the statement if nothing else bears it',
      };
    case 'source-superseded':
      return {
        reason: `Unexpected citation of \`${problem.sourceId}\`, which is superseded by \`${problem.by}\``,
        notes: [],
        help: `cite \`@${problem.by}\`, or say in a second paragraph of the footnote why the older text is cited`,
      };
    case 'source-encoding':
      return {
        reason: `${ENCODING_FAULTS[problem.fault]} at byte ${problem.byte}`,
        notes: [],
        help: ENCODING_HELP[problem.fault],
      };
    case 'record-invalid':
      return {
        reason: `Invalid record${at(problem.path)}: ${problem.issue}`,
        notes: [],
        help: 'the fields of a record are described in `src/source/record.ts`',
      };
    case 'erratum-not-found':
      return {
        reason: `${problem.times === 0 ? 'Cannot find' : `Unexpected ${times(problem.times)}:`} \`${problem.printed}\` on line ${problem.line} of the raw text`,
        notes: problem.times === 0 && problem.elsewhere.length > 0 ? [`it stands on ${lines(problem.elsewhere)}`] : [],
        help: 'copy `printed` from that line, with as many words as make it unique there',
      };
    case 'region-not-found':
      return problem.words === undefined
        ? {
            reason: `Cannot find the lines ${problem.lines} of this region`,
            notes: [],
            help: `the raw text has ${problem.lineCount} lines`,
          }
        : {
            reason: `${problem.times === 0 ? 'Cannot find' : `Unexpected ${times(problem.times)}:`} the words \`${problem.words}\` of this region`,
            notes: [],
            help: 'copy the words from the raw text; where they stand more than once, add `lines`',
          };
    case 'citation-malformed':
      return {
        reason: `Unexpected \`${shorten(problem.found)}\` in footnote \`${problem.label}\`, expected ${problem.expected}`,
        notes: [],
        help: 'a footnote is `[^label]: @source-id "verbatim quote"`; remarks go in a second paragraph, indented by four spaces',
      };
    case 'citation-missing':
      return {
        reason: `Cannot find a citation in footnote \`${problem.label}\``,
        notes: [],
        help: 'begin it with `@source-id "verbatim quote"`; a remark without evidence belongs in the text',
      };
    case 'quote-missing':
      return {
        reason: `Cannot find a quote behind \`@${problem.sourceId}\` in footnote \`${problem.label}\``,
        notes: [],
        help: 'add the words that the statement rests on, in quotation marks',
      };
    case 'quote-not-found':
      return explainMiss(problem);
    case 'quote-ambiguous':
      return {
        reason: `Unexpected ${times(problem.lines.length)}: this quote stands on ${lines(problem.lines)} of \`${problem.sourceId}\``,
        notes: [],
        help: `say which is meant: @${problem.sourceId}#L${problem.lines[0]} "…", or quote more words`,
      };
    case 'quote-too-short':
      return {
        reason: `Unexpected quote of ${problem.length} characters, expected at least ${problem.least}: \`${problem.quote}\``,
        notes: [],
        help: 'quote the whole clause: short words stand anywhere and prove nothing',
      };
    case 'quote-not-citable':
      return {
        reason: `Unexpected quote of ${REGION_NAMES[problem.kind]} of \`${problem.sourceId}\`, line ${problem.line}`,
        notes: [`the record says: ${problem.reason}`],
        help: 'quote the text proper',
      };
    case 'footnote-undefined':
      return {
        reason: `Cannot find a footnote \`[^${problem.label}]:\``,
        notes: didYouMean(problem.suggestions.map((label) => `[^${label}]`)),
        help: `add \`[^${problem.label}]: @source-id "verbatim quote"\` at the end of the file`,
      };
    case 'footnote-unused':
      return {
        reason: `Unexpected footnote \`${problem.label}\` without a claim, expected at least one \`[^${problem.label}]\``,
        notes: [],
        help: 'refer to it behind the sentence that it bears, or remove it',
      };
    case 'footnote-duplicate':
      return {
        reason: `Unexpected second footnote \`${problem.label}\`, the first is on line ${problem.firstLine}`,
        notes: [],
        help: 'give it another label, or join the two: readers would see the first only',
      };
    case 'article-invalid':
      return explainArticle(problem);
    case 'theme-unknown':
      return {
        reason: `Cannot find a theme \`${problem.theme}\``,
        notes: didYouMean(problem.suggestions),
        help: 'write the name of a file `content/themes/<theme>.mdx`',
      };
    case 'link-broken':
      return {
        reason:
          problem.missing === 'page'
            ? `Cannot find the page of the link \`${problem.url}\``
            : `Cannot find the place \`#${problem.url.split('#')[1]}\` on the page of the link \`${problem.url}\``,
        notes: didYouMean(problem.suggestions),
        help: 'write the address from the root with the closing slash, such as `/articles/oil-supplies/`',
      };
  }
}

const ENCODING_FAULTS = {
  'not-utf-8': 'Unexpected bytes that are not UTF-8',
  'byte-order-mark': 'Unexpected byte order mark',
  nul: 'Unexpected NUL character',
} as const;

const ENCODING_HELP = {
  'not-utf-8': 'find out the encoding of the file and convert it: iconv -f <encoding> -t utf-8',
  'byte-order-mark': 'save the file as UTF-8 without a byte order mark',
  nul: 'the file may be UTF-16 or binary: get it as plain UTF-8 text',
} as const;

const REGION_NAMES = {
  furniture: 'page furniture',
  boilerplate: 'boilerplate',
  heading: 'a heading',
  withheld: 'a withheld part',
} as const;

function explainArticle({ part, path, issue }: Problem & { ruleId: 'article-invalid' }): Explanation {
  switch (part) {
    case 'file':
      return /\.(?:md|markdown)$/i.test(issue)
        ? {
            reason: `Unexpected file \`${issue}\`, expected an \`.mdx\` file`,
            notes: [],
            help: 'rename it: a `.md` file is rendered from a cache that does not know the sources',
          }
        : {
            reason: `Unexpected name \`${issue}\`, expected \`articles/<slug>.mdx\`, \`themes/<slug>.mdx\` or \`pages/<slug>.mdx\``,
            notes: [],
            help: 'a slug is lower-case words joined by hyphens, such as `oil-supplies`',
          };
    case 'front-matter':
      return {
        reason: `Invalid front matter${at(path)}: ${issue}`,
        notes: [],
        help: 'the keys are described in `src/corpus/front-matter.ts`',
      };
    case 'syntax':
      return {
        reason: `Invalid MDX: ${issue}`,
        notes: [],
        help: 'in MDX, `<` and `{` are markup: write `\\<` and `\\{` for the characters',
      };
  }
}

function explainMiss(problem: Problem & { ruleId: 'quote-not-found' }): Explanation {
  const { sourceId, quote, nearest, elided, locator } = problem;
  const help = `look it up in sources/${sourceId}.txt and copy the words as they are printed`;

  if (locator) {
    return {
      reason: `Cannot find this quote in \`${sourceId}${locator}\`: it starts on ${lines(problem.lines)}`,
      notes: [],
      help: `write @${sourceId}#L${problem.lines[0]} "…"`,
    };
  }
  if (elided) {
    return {
      reason: `Cannot find the parts of this quote in \`${sourceId}\` in this order and near each other`,
      notes: [`yours    "${shorten(quote)}"`],
      help: 'cite the parts one by one, each as `@source-id "quote"`',
    };
  }
  return nearest
    ? { reason: `Cannot find this quote in \`${sourceId}\``, notes: compare(nearest), help }
    : {
        reason: `Cannot find this quote in \`${sourceId}\`, nor anything like it`,
        notes: [`yours    "${shorten(quote)}"`],
        help,
      };
}

/** How much of a long quote is shown around the first difference, in characters on each side. */
const WINDOW = 36;

/** Set the quoted words and the nearest passage one above the other, the stretch in which they differ marked below. */
function compare({ quoted, printed, line }: NearestPassage): string[] {
  const { start, endOfFirst, endOfSecond } = difference(quoted, printed);
  const from = start <= WINDOW ? 0 : start - WINDOW;
  const cut = (text: string, end: number) => {
    const to = Math.min(text.length, Math.max(end, start) + WINDOW);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  const marks = ' '.repeat('nearest  "'.length + (from > 0 ? 1 : 0) + start - from);
  const width = Math.max(1, endOfSecond - start);
  return [
    `yours    "${cut(quoted, endOfFirst)}"`,
    `nearest  "${cut(printed, endOfSecond)}"  line ${line}`,
    `${marks}${'^'.repeat(width)}`,
  ];
}

function didYouMean(candidates: readonly string[]): string[] {
  if (candidates.length === 0) return [];
  return [`did you mean ${candidates.map((candidate) => `\`${candidate}\``).join(' or ')}?`];
}

function resting(citations: number): string[] {
  if (citations === 0) return [];
  return [citations === 1 ? '1 citation rests on it' : `${citations} citations rest on it`];
}

function lines(numbers: readonly number[]): string {
  return numbers.length === 1 ? `line ${numbers[0]}` : `lines ${numbers.join(', ')}`;
}

function times(count: number): string {
  return count === 2 ? 'two places' : `${count} places`;
}

function at(path: string | undefined): string {
  return path ? ` at \`${path}\`` : '';
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
