import { printFootnote } from '#citation/citation.ts';
import { citeFound, type FoundPassage, findPassages, labelOf, type RefusedPassage } from '#citation/find-passages.ts';
import { citableText, resolve, toBorders } from '#citation/resolve.ts';
import { printedWords } from '#citation/words.ts';
import { readSources } from '#io/read-corpus.ts';
import { didYouMean, REGION_NAMES } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';
import { wrap } from '#text/wrap.ts';
import { attempt } from './read-project.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface CiteOptions {
  /** Search this source only. */
  readonly source?: string;
  /** Print a footnote for every place instead of asking. */
  readonly all?: boolean;
  /** Print a footnote also where the words are only similar. */
  readonly near?: boolean;
  /** Quote only the words themselves, not their sentence. */
  readonly exact?: boolean;
  /** The label of the footnote; by default it is made from its words. */
  readonly label?: string;
}

/**
 * Find words in the sources and print a footnote that quotes their sentence, or with `exact` only them. If there are several places, a person is
 * asked; in a pipe the best is taken. Where the words are only similar, a person is asked in any case, and a pipe gets
 * nothing without `near`. Returns the exit code: 0 found, 1 not found or not citable, 2 wrong use, 3 only similar words
 * found.
 */
export async function cite(
  root: string,
  words: string,
  options: CiteOptions,
  terminal: Terminal,
): Promise<0 | 1 | 2 | 3> {
  const { all = false, near = false, exact = false, label } = options;
  if (label !== undefined && !/^[^\s[\]^]+$/.test(label)) {
    return usageError(terminal, `The label \`${label}\` is not one word such as \`oil-share\``);
  }
  const sources = attempt(() => readSources(root).flatMap(({ source }) => source ?? []));
  if ('error' in sources) return usageError(terminal, sources.error);
  const asked = options.source === undefined ? sources : sources.filter(({ id }) => id === options.source);
  if (asked.length === 0) {
    const ids = sources.map(({ id }) => id);
    const meant = didYouMean(suggest(options.source ?? '', ids));
    return usageError(terminal, `There is no source \`${options.source}\` without problems`, ...meant);
  }
  if (!/[\p{L}\p{N}]/u.test(words))
    return usageError(terminal, 'There are no words to look for: put them between quotation marks');

  const { found, refused } = findPassages(asked, words);
  const isExact = found.some(({ differences }) => differences === 0);
  const others = isExact ? [] : sources.filter((source) => !asked.includes(source));
  const [elsewhere] = findPassages(others, words).found.filter(({ differences }) => differences === 0);
  if (elsewhere) {
    const { source, line } = elsewhere;
    terminal.err.write(`These words are in \`${source.id}\`, line ${line}: look there with --source ${source.id}\n`);
  }
  const { err } = terminal;
  if (found.length === 0) {
    for (const place of refused) err.write(`${printRefusal(place)}\n`);
    if (refused.length === 0) {
      const where = options.source ? `\`${options.source}\`` : `the ${sources.length} sources`;
      err.write(`These words are not in ${where}, nor is anything like them\n`);
    }
    return 1;
  }

  if (!isExact) {
    const who = options.source === undefined ? 'No source has' : `\`${options.source}\` does not have`;
    err.write(`${who} exactly these words; the most similar are\n`);
  }
  const shown = found.map((passage, index) => printPlace(passage, index + 1, terminal));
  const chosen = await choose(found, shown, isExact, { all, near }, terminal);
  if (chosen.length === 0) err.write('No footnote was printed: --near prints one for similar words\n');
  const quoted = exact ? chosen.map(withoutSentence) : chosen;
  const faults = new Map(quoted.map((passage) => [passage, explainUnfit(passage, exact)]));
  for (const fault of faults.values()) if (fault) err.write(`${fault}\n`);
  const fit = quoted.filter((passage) => !faults.get(passage));
  if (fit.length > 0) terminal.out.write(`${writeFootnotes(fit, label ?? labelOf(words))}\n`);
  if (chosen.length > 0 && fit.length === 0) return 1;
  return isExact ? 0 : 3;
}

/** The words alone, from the beginning of their first to the end of their last. */
function withoutSentence(passage: FoundPassage): FoundPassage {
  return { ...passage, sentence: toBorders(citableText(passage.source), passage.span) };
}

/** Why the words of a passage make no quote, and what to do. */
function explainUnfit(passage: FoundPassage, exact: boolean): string | undefined {
  const { source, line } = passage;
  const resolution = resolve(citeFound(passage), source);
  if (resolution.ok) return undefined;
  const { fact } = resolution;
  const remedy = exact
    ? 'type more of them, or leave out --exact to quote their whole sentence'
    : 'quote it by hand, with words next to it';
  if (fact.ruleId === 'quote-too-short') {
    const what = exact ? 'These words are' : `This heading or list item on line ${line} of \`${source.id}\` is`;
    const counts = `${fact.length} ${fact.length === 1 ? 'character' : 'characters'}; at least ${fact.least}`;
    return `${what} too short for a quote (${counts}): ${remedy}`;
  }
  const what = exact ? 'These words stand' : 'This sentence stands';
  return `${what} more than once on line ${line} of \`${source.id}\`: ${remedy}`;
}

/** Choose the passages to cite, and show the places; none where similar words were found and nobody agreed to them. */
async function choose(
  found: readonly FoundPassage[],
  shown: readonly string[],
  isExact: boolean,
  { all, near }: Required<Pick<CiteOptions, 'all' | 'near'>>,
  { ask, err, style }: Terminal,
): Promise<readonly FoundPassage[]> {
  const isAgreed = isExact || near;
  if (ask && !all && found.length > 1) {
    const none = isAgreed ? [] : ['none of them'];
    const at = await ask.choose('Which of them?', [...shown, ...none]);
    return found.slice(at, at + 1);
  }
  const chosen = all ? found : found.slice(0, 1);
  // What nobody has agreed to is shown as a whole.
  const visible = isAgreed ? chosen.length : found.length;
  err.write(`${shown.slice(0, visible).join('\n')}\n`);
  const rest = found.length - visible;
  if (rest > 0) err.write(style.faint(`${rest} more; --all prints them\n`));
  err.write('\n');
  if (isAgreed) return chosen;
  return (await ask?.confirm('Cite these words?')) ? chosen : [];
}

/** A footnote for each sentence, each with its own label. */
function writeFootnotes(chosen: readonly FoundPassage[], name: string): string {
  const sentences = new Map(
    chosen.map((passage) => [`${passage.source.id} ${passage.sentence.start} ${passage.sentence.end}`, passage]),
  );
  return [...sentences.values()]
    .map((passage, index) => printFootnote(index === 0 ? name : `${name}-${index + 1}`, [citeFound(passage)]))
    .map((footnote) => wrap(footnote, fits).join('\n    '))
    .join('\n\n');
}

/** In characters: a line of a document, without the indent of a footnote's later lines. */
const WIDTH = 116;

/** May a line of a footnote be as long? It breaks only before a word that could not begin a list or a heading. */
function fits(line: string): boolean {
  return line.length <= WIDTH || !/[^-–—] [\p{L}“‘(]\S*$/u.test(line);
}

/** How many characters of the sentence are shown on each side of the words. */
const AROUND = 60;

function printPlace({ source, span, sentence, line }: FoundPassage, number: number, { style }: Terminal): string {
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

function printRefusal({ source, region, line }: RefusedPassage): string {
  return (
    `Line ${line} of \`${source.id}\` has ${REGION_NAMES[region.kind]}, which cannot be cited; the record says: ` +
    `${region.reason}`
  );
}
