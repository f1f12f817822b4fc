import { difference } from '#text/difference.ts';
import { nameOf } from '#text/suspicious.ts';
import { BRACKETED_ELLIPSIS } from './explain-statement.ts';
import type { Elsewhere, NearestPassage, Problem } from './problem.ts';
import { code, type Explanation, explanation, lines, ONCE, shorten, times } from './wording.ts';

type ProblemOf<Id extends Problem['ruleId']> = Problem & { readonly ruleId: Id };

export function explainAmbiguity({ sourceId, lines: found }: ProblemOf<'quote-ambiguous'>): Explanation {
  const single = found.find((line) => found.indexOf(line) === found.lastIndexOf(line));
  return explanation(
    `This quote occurs ${times(found.length)} in \`${sourceId}\` (${lines(found)})`,
    single === undefined
      ? `quote more words, ${ONCE}`
      : `say which one is meant, such as @${sourceId}#L${single} "…", or quote more words`,
  );
}

export function explainShortness({ quote, extent, length, least }: ProblemOf<'quote-too-short'>): Explanation {
  const why = 'a few characters can be found anywhere and prove nothing';
  const count = `(${length} ${length === 1 ? 'character' : 'characters'}; at least ${least})`;
  if (extent === 'part') {
    return explanation(
      `A part of this quote is too short ${count}: ${code(quote)}`,
      `quote more words on that side of \`[…]\`, or leave the part out: ${why}`,
    );
  }
  return explanation(
    length === 0 ? 'This quote is empty' : `This quote is too short ${count}: ${code(quote)}`,
    `quote the whole clause: ${why}`,
  );
}

export function explainMiss(problem: ProblemOf<'quote-not-found'>): Explanation {
  const { sourceId, quote, nearest, elsewhere, elided, locator } = problem;
  const missing = `This quote is not in \`${sourceId}\``;
  if (locator) {
    return explanation(
      `This quote is not on ${code(locator)} of \`${sourceId}\`, but on ${lines(problem.lines)}`,
      `write @${sourceId}#L${problem.lines[0]} "…"`,
    );
  }
  if (elsewhere) {
    const [line] = elsewhere.lines;
    const at = elsewhere.lines.length > 1 ? `#L${line}` : '';
    return explanation(
      `${missing}: ${sayElsewhere(elsewhere)}`,
      `write @${elsewhere.sourceId}${at} "…", if that is the text that supports the sentence`,
    );
  }
  const yours = [`yours    "${shorten(quote)}"`];
  if (elided) {
    return explanation(
      `The parts of this quote are in \`${sourceId}\`, but not in this order and near each other`,
      `cite the parts one by one, each as @${sourceId} "…"`,
      yours,
    );
  }
  const notes = nearest ? compare(nearest) : yours;
  const own = nearest && explainOwn(quote, nearest.printed);
  if (own !== undefined) return explanation(missing, own, notes);
  if (nearest && nearest.sourceId !== sourceId) {
    return explanation(
      `${missing}: the most similar words are in \`${nearest.sourceId}\`, ${lines([nearest.line])}`,
      `if that is the text that supports the sentence, write @${nearest.sourceId} "…" with its words as they are ` +
        'printed; otherwise change the sentence',
      notes,
    );
  }
  const cut = nearest && explainCut(nearest);
  if (cut !== undefined) {
    return explanation(
      `${missing}: ${cut} without a space`,
      'quote whole words and numbers; a page or note number of the text is marked as `furniture` in its record',
      notes,
    );
  }
  return nearest
    ? explanation(
        missing,
        `copy the words from sources/${sourceId}.txt as they are printed, or change the sentence`,
        notes,
      )
    : explanation(
        `${missing}, nor anything like it`,
        `look for the words in sources/${sourceId}.txt and in the other sources, or remove the sentence`,
        notes,
      );
}

export function sayElsewhere({ sourceId, lines: found }: Elsewhere): string {
  return `these words are in \`${sourceId}\`, ${lines(found)}`;
}

/** What an author added to the words of the source, if that is all; what to do about it. */
function explainOwn(quote: string, printed: string): string | undefined {
  if (/\[\^[^\]]*\]/.test(quote))
    return 'take the reference out of the quote: a footnote cannot have one in its citation';
  if (/\.\s?\.\s?\./.test(quote) && !/\.\s?\.\s?\./.test(printed)) {
    return /^\W*\.\.\.|\.\.\.\W*$/.test(quote)
      ? 'leave the ellipsis out: a quote may begin and end within a sentence'
      : BRACKETED_ELLIPSIS;
  }
  if (/\[[^\]]+\]/.test(quote) && !printed.includes('[')) {
    return 'leave out the words in brackets: a quote has only those of the text; `[…]` leaves some of these out';
  }
  return /[*_]/.test(quote) && quote.replace(/[*_]/g, '') === printed
    ? 'write the words without `*` and `_`: a quote has no emphasis of its own'
    : undefined;
}

/** Where the words are there, but begin or end inside a word or number: what is joined to them. */
function explainCut({ quoted, printed }: NearestPassage): string | undefined {
  const at = printed.indexOf(quoted);
  if (at === -1 || printed === quoted) return undefined;
  const [before, behind] = [printed.slice(0, at), printed.slice(at + quoted.length)];
  return behind === '' ? `the text has ${code(before)} right before it` : `the text goes on with ${code(behind)}`;
}

/** How much of a long quote is shown around the first difference, in characters on each side: whole words of that. */
const WINDOW = 36;

/** The quoted words above the nearest passage, with the first difference marked below. */
function compare({ quoted, printed, line }: NearestPassage): string[] {
  const { start, endOfFirst, endOfSecond } = difference(quoted, printed);
  const from = startOfWindow(quoted, start);
  const cut = (text: string, end: number) => {
    const to = endOfWindow(text, start, Math.min(end + WINDOW, start + 2 * WINDOW));
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  const marks = ' '.repeat('nearest  "'.length + (from > 0 ? 1 : 0) + start - from);
  // A long stretch is several differences: the first is the word where it begins.
  const width = endOfSecond - start > WINDOW ? printed.slice(start).search(/\s|$/) : endOfSecond - start;
  return [
    `yours    "${cut(quoted, endOfFirst)}"`,
    `nearest  "${cut(printed, endOfSecond)}"  line ${line}`,
    `${marks}${'^'.repeat(Math.max(1, width))}`,
    ...sayLookalikes(quoted.slice(start), printed.slice(start)),
  ];
}

/** Letters of two scripts may look alike: Cyrillic `о` and Latin `o`. */
function sayLookalikes(quoted: string, printed: string): string[] {
  const [yours = '', theirs = ''] = [quoted.charAt(0), printed.charAt(0)];
  const isLatin = (letter: string) => /\p{Script=Latin}/u.test(letter);
  const isAlike = (letter: string) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter);
  if (!(isLatin(yours) && isAlike(theirs)) && !(isAlike(yours) && isLatin(theirs))) return [];
  return [`the letters may look alike: yours is ${nameOf(yours)}, the text has ${nameOf(theirs)}`];
}

/** Where to cut before `at`: at the beginning of a word, if one begins in the window. */
function startOfWindow(text: string, at: number): number {
  if (at <= WINDOW) return 0;
  const space = text.slice(0, at).indexOf(' ', at - WINDOW);
  return space === -1 ? at - WINDOW : space + 1;
}

/** Where to cut after `at`: at `most`, or at the end of the last word before it. */
function endOfWindow(text: string, at: number, most: number): number {
  if (text.length <= most) return text.length;
  const space = text.lastIndexOf(' ', most);
  return space > at ? space : most;
}

/** The first words of a text, as many as a line has room for. */
export function beginning(text: string): string {
  const end = endOfWindow(text, 0, 2 * WINDOW);
  return end < text.length ? `${text.slice(0, end)}…` : text;
}
