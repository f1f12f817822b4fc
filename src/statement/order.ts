import { overlaps, type Span } from '#text/location.ts';
import { readCountries } from './country.ts';
import { type DateMention, supportsDate } from './date.ts';
import { type Figure, fitFigure } from './figure.ts';
import { isOwnCount } from './own-count.ts';
import type { Reading } from './reading.ts';
import { isAdverb, readWords, type Word } from './word.ts';

/** A date or figure of a statement that its passage gives of something else. */
export interface Swap extends Span {
  /** `$1.2 billion` */
  readonly figure: string;
  /** The word that it stands at, and what the passage has there: `satellites`, `$120 million`. */
  readonly at: string;
  readonly instead: string;
}

type Mention = DateMention | Figure;

/**
 * Find dates and figures of a statement that its passage gives of something else: `two satellites for $1.2 billion`,
 * where the passage has $120 million. Judged by the words that each text has once: one that is nearest to a figure in
 * the statement, and nearest to another of its kind in the passage. Whatever is not plain is left alone.
 *
 * @param isElsewhere Does another passage have this date or figure?
 * @param most How far a word may be from a figure of the statement, in words.
 */
export function findSwaps(
  statement: Reading,
  passage: Reading,
  isElsewhere: (mention: Mention) => boolean = () => false,
  most?: number,
): Swap[] {
  const ours = mentionsOf(statement);
  const theirs = mentionsOf(passage);
  if (theirs.length < 2 || ours.length === 0) return [];
  const pairs = sharedWords(wordsOf(statement), wordsOf(passage));
  return ours.flatMap((mention): Swap[] => {
    const [same, ...more] = theirs.filter((other) => isSame(mention, other));
    const rivals = theirs.filter(
      (other) => same && familyOf(other) === familyOf(same) && unitOf(other) === unitOf(same),
    );
    if (!same || more.length > 0 || rivals.length < 2 || isElsewhere(mention)) return [];
    const isDate = familyOf(mention) === 'date';
    const among = ours.filter((other) => familyOf(other) === familyOf(mention));
    const found = pairs.flatMap(([word, other]) => {
      if (nearest(statement.text, word, among, most ?? (among.length > 1 || !isDate ? NEAR : ANYWHERE)) !== mention)
        return [];
      const near = nearest(passage.text, other, rivals, isDate ? FAR_DATE : FAR);
      return near ? [{ word, near }] : [];
    });
    // With one figure, the words of its own clause say more than the others.
    const inClause = found.filter(({ word }) => distanceOf(statement.text, word, mention) < BORDER);
    const asked = among.length === 1 && inClause.length > 1 ? inClause : found;
    const against = asked
      .filter(({ near }) => near !== same)
      .sort((a, b) => distanceOf(statement.text, a.word, mention) - distanceOf(statement.text, b.word, mention));
    if (against.length < MAJORITY * (asked.length - against.length)) return [];
    // A country acts; what it buys or counts is the thing. Of other words, such as `live`, one alone is too little.
    const named = against.find(({ word }) => word.isCapital && (isDate || !isCountry(statement.text, word)));
    const [first, ...others] = against.filter(({ word }) => !word.isCapital);
    const swap = named ?? (others.length > 0 ? first : undefined);
    if (!swap) return [];
    const { start, end, words } = mention;
    return [
      { start, end, figure: words, at: statement.text.slice(swap.word.start, swap.word.end), instead: swap.near.words },
    ];
  });
}

/** By its name, not by an adjective such as `Georgian`. */
function isCountry(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return !/(?:ian|ish|ese|i)s?$/.test(words) && readCountries(words).length > 0;
}

function mentionsOf({ text, dates, figures }: Reading): Mention[] {
  const counted = figures.filter((figure) => !['ordinal', 'name'].includes(figure.kind) && !isOwnCount(figure, text));
  return [...dates, ...counted];
}

/** Only what is of one kind can be taken for each other. */
function familyOf(mention: Mention): string {
  return 'kind' in mention ? mention.kind.replace('amount', 'number') : 'date';
}

function unitOf(mention: Mention): string {
  return 'kind' in mention ? mention.unit : '';
}

function isSame(claimed: Mention, other: Mention): boolean {
  if ('kind' in claimed) return 'kind' in other && fitFigure(claimed, other) === 'same';
  return !('kind' in other) && supportsDate(claimed, other);
}

/** Has a text this date or figure? */
export function hasMention(reading: Reading, mention: Mention): boolean {
  return mentionsOf(reading).some((other) => isSame(mention, other));
}

/** The words that mean something, outside dates and figures. */
function wordsOf(reading: Reading): Word[] {
  const mentions = mentionsOf(reading);
  return readWords(reading.text).filter(
    (word) => word.isContent && !isAdverb(word) && !mentions.some((mention) => overlaps(mention, word)),
  );
}

/** Words that each of two texts has once. */
function sharedWords(ours: readonly Word[], theirs: readonly Word[]): [Word, Word][] {
  const onlyOf = (words: readonly Word[]) => {
    const byStem = Map.groupBy(words, ({ stem }) => stem);
    return [...byStem.values()].flatMap(([word, ...more]) => (word && more.length === 0 ? word : []));
  };
  const others = new Map(onlyOf(theirs).map((word) => [word.stem, word]));
  return onlyOf(ours).flatMap((word): [Word, Word][] => {
    const other = others.get(word.stem);
    return other ? [[word, other]] : [];
  });
}

/** In words; a border between clauses or items counts as several. */
const NEAR = 5;
const ANYWHERE = 15;
const FAR = 8;
const FAR_DATE = 12;
const MARGIN = 3;
/** How many words must speak against a figure for each that speaks for it. */
const MAJORITY = 3;
const BORDER = 5;

/** The one of several dates or figures that a word belongs to; undefined where it is too far, or two are alike. */
function nearest(text: string, word: Span, mentions: readonly Mention[], most: number): Mention | undefined {
  const [first, second] = mentions
    .map((mention) => ({ mention, distance: distanceOf(text, word, mention) }))
    .sort((a, b) => a.distance - b.distance);
  if (!first || first.distance > most) return undefined;
  return !second || first.distance + MARGIN <= second.distance ? first.mention : undefined;
}

function distanceOf(text: string, a: Span, b: Span): number {
  const between = a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
  const count = (pattern: RegExp) => between.match(pattern)?.length ?? 0;
  const borders = count(/[,;:()]|(?<!\p{L})(?:and|while|as well as|but|before|after|when|where)(?!\p{L})/gu);
  // A line break is where words of the text are left out.
  return count(/[\p{L}\p{N}]+/gu) + BORDER * (borders + 2 * count(/[.!?](?=\s)/g) + 3 * count(/\n/g));
}
