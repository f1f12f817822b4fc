import { decodeString } from 'micromark-util-decode-string';
import type { Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { type Span, spanOf } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import { mostDifferences } from '#text/search.ts';
import { type Citation, escapeMarkup, type Locator } from './citation.ts';
import { allNearestIn, ELISION, findWords, resolve } from './resolve.ts';

/** Words of a document to be replaced by those of a source. */
export interface QuoteEdit extends Span {
  readonly text: string;
  /** The words that change with a few around them, as a person reads them. */
  readonly before: string;
  readonly after: string;
}

/**
 * Replace what differs in a quote from its nearest place in the cited source. Gives nothing unless one place alone is
 * nearest, for each part of the quote, and the outcome leads to it. All else stays as the author typed it.
 *
 * @param text The document.
 * @param source The one that the citation names.
 */
export function nearestQuote(problem: Problem, citation: Citation, text: string, source: Source): QuoteEdit[] {
  if (problem.ruleId !== 'quote-not-found' || problem.nearest?.sourceId !== citation.sourceId || problem.elsewhere) {
    return [];
  }
  const { start, end } = spanOf(citation.place);
  const written = text.slice(start, end);
  const [opening = '', mark = ''] = /^@[^\s"“”„`]+\s*(`+|["“”„])/.exec(written) ?? [];
  const quoted = { start: start + opening.length, end: end - mark.length };
  const typing: Typing = mark.startsWith('`')
    ? { decode: (typed) => typed, encode: (words) => words }
    : { decode: decodeString, encode: escapeMarkup };

  const { locator } = citation;
  const edits = partsOf(text, quoted).map((part, index) =>
    // Only the first part has to begin on the lines of a locator.
    editPart(part, text, index === 0 ? locator : undefined, source, typing),
  );
  if (edits.some((edit) => edit === undefined)) return [];
  const done = edits.flatMap((edit) => edit ?? []);
  const outcome = applyEdits(text, done);
  const quote = typing.decode(outcome.slice(quoted.start, quoted.end + outcome.length - text.length));
  return resolve({ ...citation, quote }, source).ok ? done : [];
}

/** Make edits that do not overlap. */
export function applyEdits(text: string, edits: readonly (Span & { readonly text: string })[]): string {
  // From the last to the first, so that earlier offsets stay valid.
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

/** Between the marks of a quote: how words are read, and how they are written. */
interface Typing {
  readonly decode: (typed: string) => string;
  readonly encode: (words: string) => string;
}

/** The stretches of a quote between its `[…]`. */
function partsOf(text: string, { start, end }: Span): Span[] {
  const gaps = [...text.slice(start, end).matchAll(new RegExp(ELISION, 'g'))];
  const starts = gaps.map(({ 0: gap, index }) => start + index + gap.length);
  const ends = gaps.map(({ index }) => start + index);
  return [start, ...starts].map((from, at) => ({ start: from, end: ends[at] ?? end }));
}

/** None where the source has the part, `undefined` where no single place is nearest. */
function editPart(
  part: Span,
  text: string,
  locator: Locator | undefined,
  source: Source,
  typing: Typing,
): QuoteEdit[] | undefined {
  const wanted = normalize(typing.decode(text.slice(part.start, part.end))).text;
  if (wanted === '' || findWords(source.text.text, wanted).length > 0) return [];
  const places = allNearestIn(source, wanted).filter(
    ({ line }) => !locator || (locator.from <= line && line <= locator.to),
  );
  const [place, ...others] = places;
  const isOnly = place && others.length === 0 && place.differences <= mostDifferences(wanted);
  return isOnly ? [replaceWords(part, text, place.printed, typing)] : undefined;
}

/** How many words are shown on each side of those that change. */
const AROUND = 3;

/** Replace the words between the first and the last that differ; line breaks around them stay. */
function replaceWords(part: Span, text: string, printed: string, { decode, encode }: Typing): QuoteEdit {
  const typed = [...text.slice(part.start, part.end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: part.start + index,
    end: part.start + index + word.length,
    plain: normalize(decode(word)).text,
  }));
  const old = typed.map(({ plain }) => plain);
  const words = printed.split(' ');
  const shorter = Math.min(old.length, words.length);
  let same = 0;
  // One word at least is replaced by one at least.
  while (same < shorter - 1 && old[same] === words[same]) same++;
  let rest = 0;
  while (rest < shorter - 1 - same && old.at(-1 - rest) === words.at(-1 - rest)) rest++;

  const show = (all: readonly string[]) => {
    const [from, to] = [Math.max(0, same - AROUND), Math.min(all.length, all.length - rest + AROUND)];
    return `${from > 0 ? '…' : ''}${all.slice(from, to).join(' ')}${to < all.length ? '…' : ''}`;
  };
  return {
    start: typed[same]?.start ?? part.start,
    end: typed.at(-1 - rest)?.end ?? part.end,
    text: encode(words.slice(same, words.length - rest).join(' ')),
    before: show(old),
    after: show(words),
  };
}
