import type { Corpus } from '#check/model.ts';
import { documentsOf } from '#check/model.ts';
import { isError } from '#problem/problem.ts';
import { comparePart } from '#statement/compare.ts';
import { readDates } from '#statement/date.ts';
import type { Evidence } from '#statement/evidence.ts';
import { readFigures } from '#statement/figure.ts';
import { indexNames } from '#statement/name.ts';
import { isOwnCount } from '#statement/own-count.ts';
import type { StatementPart } from '#statement/statement.ts';
import { countsPassages } from '#statement/text-count.ts';
import { indexTexts } from '#statement/text-name.ts';
import { MONTHS } from '#text/months.ts';
import { type Sample, type Tally, tallyOf } from './tally.ts';

const names = { known: indexNames([]), texts: indexTexts([]) };

/** One change of one place in one statement of the site. */
export interface Mutation {
  readonly kind: 'figure' | 'date' | 'quotation';
  readonly file: string;
  readonly part: StatementPart;
  readonly mutated: string;
  /** What is there now. */
  readonly now: string;
  readonly evidence: readonly Evidence[];
}

/** Every digit one higher, one at a time; a first digit never becomes 0. */
function changesOfDigits(words: string): string[] {
  return [...words.matchAll(/\d/g)].map(({ 0: digit, index }) => {
    const next = digit === '9' ? '8' : String(Number(digit) + 1);
    return words.slice(0, index) + next + words.slice(index + 1);
  });
}

const NUMBERS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const SCALES = ['thousand', 'million', 'billion', 'trillion'];
const SHARES = ['half', 'a third', 'a quarter'];
const AMOUNTS = ['tens', 'hundreds', 'thousands', 'millions'];

function changesOfFigure(words: string): string[] {
  return [
    ...changesOfDigits(words),
    ...[NUMBERS, ORDINALS, SCALES, SHARES, AMOUNTS, ['twice', 'thrice']].flatMap((row) => next(words, row)),
  ];
}

function changesOfDate(words: string): string[] {
  return [
    ...changesOfDigits(words).filter((changed) => readDates(changed).length > 0),
    ...next(words, MONTHS),
    ...next(words, ['early', 'late', 'mid']),
  ];
}

/** Each of the words in `row` replaced by the next one there. */
function next(words: string, row: readonly string[]): string[] {
  return row.flatMap((word, index) => {
    const place = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').exec(words);
    const other = row[(index + 1) % row.length] ?? '';
    return place ? [words.slice(0, place.index) + other + words.slice(place.index + word.length)] : [];
  });
}

/** One letter of every word changed, one word at a time; every word left out, where another one is left. */
function changesOfWords(words: string): string[] {
  const all = [...words.matchAll(/[\p{L}\p{N}]+/gu)];
  return all.flatMap(({ 0: word, index }) => {
    const last = word.at(-1) === 'q' ? 'z' : 'q';
    const changed = words.slice(0, index) + word.slice(0, -1) + last + words.slice(index + word.length);
    // Without its first or last word a quotation is shorter, and just as true.
    const isInside = index > 0 && index + word.length < words.length - 1;
    const shorter = (words.slice(0, index) + words.slice(index + word.length)).replace(/ {2}/g, ' ');
    return isInside ? [changed, shorter] : [changed];
  });
}

/** Every change of one place in the statements of the site; none where an author exempted a statement. */
export function readMutations(corpus: Corpus): Mutation[] {
  const statements = documentsOf(corpus).flatMap(({ document, statements }) =>
    statements.map((judged) => ({ file: document.file, ...judged })),
  );
  return statements.flatMap(({ file, statement, evidence = [], comparisons, exemptions }): Mutation[] => {
    // What an author exempted is not compared.
    if (exemptions.length > 0 || comparisons.some(({ verdict }) => verdict === 'exempt')) return [];
    return statement.parts.flatMap((part) => {
      const { text } = part;
      const dates = readDates(text);
      const figures = readFigures(text, dates).filter((figure) => !isOwnCount(figure, text));
      const at = (kind: Mutation['kind'], span: { start: number; end: number }, changes: readonly string[]) =>
        changes.map(
          (now): Mutation => ({
            kind,
            file,
            part,
            mutated: text.slice(0, span.start) + now + text.slice(span.end),
            now,
            evidence,
          }),
        );
      return [
        ...dates.flatMap((date) => at('date', date, changesOfDate(text.slice(date.start, date.end)))),
        ...figures.flatMap((figure) => {
          const words = text.slice(figure.start, figure.end);
          // What nothing in the passages counts may be any number up to theirs.
          const isFree = countsPassages(figure, text, evidence);
          return at(
            'figure',
            figure,
            isFree ? NUMBERS.slice(new Set(evidence).size - 1).slice(0, 1) : changesOfFigure(words),
          );
        }),
        ...part.quoted.flatMap(({ inner }) =>
          at('quotation', inner, changesOfWords(text.slice(inner.start, inner.end))),
        ),
      ];
    });
  });
}

export function isCaught({ part, mutated, evidence }: Mutation): boolean {
  return comparePart({ ...part, text: mutated, quoted: requote(part, mutated) }, mutated, evidence, names, false).some(
    ({ compared: { fact } }) => fact && isError({ ...fact, file: '', place: undefined }),
  );
}

/** The quoted words of a part after one change of its text. */
export function requote({ text, quoted }: StatementPart, mutated: string): StatementPart['quoted'] {
  const longer = mutated.length - text.length;
  let same = 0;
  while (text[same] === mutated[same] && same < text.length) same++;
  const moved = (at: number) => (at > same ? at + longer : at);
  return quoted.map(({ start, end, inner }) => ({
    start: moved(start),
    end: moved(end),
    inner: { start: moved(inner.start), end: moved(inner.end) },
  }));
}

/**
 * Does a passage have exactly the changed words, for another reason than the changed ones? Decided without the
 * engine.
 */
export function standsThere({ now, evidence, kind }: Mutation): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/(?<=\d),(?=\d)/g, '');
  const words = evidence.flatMap(({ readings, record, dates }) => [
    ...readings,
    ...record,
    ...(kind === 'date' ? dates.map((date) => date.words) : []),
  ]);
  const digits = /\d+/g;
  const asked = kind === 'quotation' ? [plain(now)] : (plain(now).match(digits) ?? [plain(now)]);
  return words.some((text) => asked.every((word) => plain(text).includes(word)));
}

/** Make each change in the prose of the site that no passage supports. */
export function tryStatements(corpus: Corpus, sample: Sample): Tally[] {
  const mutations = readMutations(corpus);
  return (['figure', 'date', 'quotation'] as const).map((kind) => {
    const trials = sample(mutations.filter((mutation) => mutation.kind === kind)).flatMap((mutation) => {
      const isReported = isCaught(mutation);
      const label = `${mutation.file}: ${mutation.now}`;
      return isReported || !standsThere(mutation) ? [{ label, isReported }] : [];
    });
    return tallyOf(`${kind} of the prose changed`, trials, 'reported');
  });
}
