import { printFootnote } from '#citation/citation.ts';
import { citeFound, type FoundPassage, findPassages, labelOf, type RefusedPassage } from '#citation/find-passages.ts';
import { printedWords } from '#citation/words.ts';
import { didYouMean, REGION_NAMES } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';
import { readGoodSources } from './read-project.ts';
import { complain, type Terminal } from './terminal.ts';

export interface CiteOptions {
  /** Look in this source only. */
  readonly source?: string;
  /** Print a footnote for every place, and ask nothing. */
  readonly all?: boolean;
  /** The label of the footnote, in place of one made of its words. */
  readonly label?: string;
}

/**
 * Find words in the sources and print a finished footnote of the sentence that they stand in. With more than one place a
 * person is asked; in a pipe the best one is taken. Returns the exit code: 0 found, 1 not found or not citable, 2 wrong use.
 */
export async function cite(root: string, words: string, options: CiteOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const { all = false, label } = options;
  if (label !== undefined && !/^[^\s[\]^]+$/.test(label)) {
    return complain(terminal, `Unexpected label \`${label}\`, expected one word such as \`oil-share\``);
  }
  const read = readGoodSources(root);
  if ('trouble' in read) return complain(terminal, read.trouble);
  const { sources } = read;
  const asked = options.source === undefined ? sources : sources.filter(({ id }) => id === options.source);
  if (asked.length === 0) {
    const ids = sources.map(({ id }) => id);
    const meant = didYouMean(suggest(options.source ?? '', ids));
    return complain(terminal, `Cannot find a source \`${options.source}\` without problems`, ...meant);
  }
  if (!/[\p{L}\p{N}]/u.test(words))
    return complain(terminal, 'Cannot find words to look for: put them between quotation marks');

  const { found, refused } = findPassages(asked, words);
  const { complaints, style } = terminal;
  if (found.length === 0) {
    for (const place of refused) complaints.write(`${sayRefusal(place)}\n`);
    if (refused.length === 0) {
      const where = options.source ? `\`${options.source}\`` : `the ${sources.length} sources`;
      complaints.write(`Cannot find these words in ${where}, nor anything like them\n`);
    }
    return 1;
  }

  const isNear = found.every(({ differences }) => differences > 0);
  if (isNear)
    complaints.write(
      `No source has these words to the letter; ${found.length === 1 ? 'this is' : 'these are'} the nearest\n`,
    );
  const shown = found.map((passage, index) => sayPlace(passage, index + 1, terminal));
  let chosen = all ? found : found.slice(0, 1);
  if (!all && found.length > 1 && terminal.ask) {
    const at = await terminal.ask.choose('Which of them?', shown);
    chosen = found.slice(at, at + 1);
  } else {
    complaints.write(`${shown.slice(0, all ? found.length : 1).join('\n')}\n`);
    const rest = found.length - chosen.length;
    if (rest > 0) complaints.write(style.faint(`${rest} more; --all prints them\n`));
    complaints.write('\n');
  }

  terminal.out.write(`${writeFootnotes(chosen, label ?? labelOf(words))}\n`);
  return 0;
}

/** Sentences that two places share are one footnote; two footnotes never have one label. */
function writeFootnotes(chosen: readonly FoundPassage[], name: string): string {
  const sentences = new Map(
    chosen.map((passage) => [`${passage.source.id} ${passage.sentence.start} ${passage.sentence.end}`, passage]),
  );
  return [...sentences.values()]
    .map((passage, index) => wrap(printFootnote(index === 0 ? name : `${name}-${index + 1}`, [citeFound(passage)])))
    .join('\n\n');
}

/** As the documents of this site are set: at most this wide, and further lines indented. */
const WIDTH = 120;

/** Break the lines of a footnote where no mark could begin a list or a heading. */
function wrap(footnote: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of footnote.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > WIDTH && line !== '' && /^[\p{L}“‘(]/u.test(word) && !/[-–—]$/.test(line)) {
      lines.push(line);
      line = `    ${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

/** How much of the sentence is shown around the words, in characters on each side. */
const AROUND = 60;

function sayPlace({ source, span, sentence, line }: FoundPassage, number: number, { style }: Terminal): string {
  const before = printedWords(source, { start: Math.max(sentence.start, span.start - AROUND), end: span.start });
  const after = printedWords(source, { start: span.end, end: Math.min(sentence.end, span.end + AROUND) });
  const dots = (isCut: boolean) => (isCut ? '…' : '');
  return [
    `${number}  ${style.file(source.id)}, line ${line}: `,
    style.faint(`${dots(span.start - AROUND > sentence.start)}${before}`),
    style.good(printedWords(source, span)),
    style.faint(`${after}${dots(span.end + AROUND < sentence.end)}`),
  ].join('');
}

function sayRefusal({ source, region, line }: RefusedPassage): string {
  return `Cannot cite ${REGION_NAMES[region.kind]} on line ${line} of \`${source.id}\`: the record says: ${region.reason}`;
}
