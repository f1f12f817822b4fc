import { overlaps, type Span } from '#text/location.ts';
import { readCountries } from './country.ts';
import { type DateMention, supportsDate } from './date.ts';
import { type Figure, fitFigure } from './figure.ts';
import { isOwnCount, type OwnCounts } from './own-count.ts';
import { joinReadings, type Reading } from './reading.ts';
import { isAdverb, type Word } from './word.ts';

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
 * Find dates and figures of a statement that its passages give of something else: `two satellites for $1.2 billion`,
 * where the passage has $120 million. Judged by the words that each text has once: one that is nearest to a figure in
 * the statement, and nearest to another of its kind in the passage. Whatever is not plain, or right in another passage,
 * is left alone.
 */
export function findSwaps(statement: Reading, passages: readonly Reading[], counts?: OwnCounts): Swap[] {
  const ours = mentionsOf(statement, counts);
  if (ours.length === 0) return [];
  const words = wordsOf(statement);
  const texts = apart(passages).map((passage) => ({
    ...textOf(passage, counts),
    pairs: sharedWords(words, wordsOf(passage)),
  }));
  const joined = joinReadings(passages, BETWEEN);
  const all = { ...textOf(joined, counts), pairs: texts.length > 1 ? sharedWords(words, wordsOf(joined)) : [] };
  return ours.flatMap((mention): Swap[] => {
    const among = ours.filter((other) => familyOf(other) === familyOf(mention));
    const near = among.length > 1 ? NEAR : familyOf(mention) === 'date' ? ANYWHERE : NEAR_ALONE;
    if (among.some((other) => other !== mention && isListed(statement.text, mention, other))) return [];
    const within = texts.map((passage) => judge(mention, among, statement.text, passage, near));
    if (within.includes('right')) return [];
    const across = judge(mention, among, statement.text, all, BESIDE);
    const swap = [...(within.includes('alone') ? [] : within), across].find((one) => typeof one === 'object');
    return swap ? [swap] : [];
  });
}

/** A passage with its dates and figures, and the words that it shares with a statement. */
interface Passage {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly pairs: readonly (readonly [ours: Word, theirs: Word])[];
}

function textOf(reading: Reading, counts?: OwnCounts): Pick<Passage, 'text' | 'mentions'> {
  return { text: reading.text, mentions: mentionsOf(reading, counts) };
}

/** Each passage once: two footnotes may quote the same sentence, or one of them a part of it. */
function apart(passages: readonly Reading[]): Reading[] {
  return passages.filter(({ text }, index) =>
    passages.every((other, at) => at === index || !other.text.includes(text) || (other.text === text && at > index)),
  );
}

/**
 * What a passage says of one date or figure: whether it stands there at the same words, or alone of its kind; undefined
 * where it does not have it, or too little is plain.
 */
function judge(
  mention: Mention,
  among: readonly Mention[],
  statement: string,
  { text, mentions, pairs }: Passage,
  near: number,
): Swap | 'right' | 'alone' | undefined {
  const [same, ...more] = mentions.filter((other) => isSame(mention, other));
  if (!same || more.length > 0) return undefined;
  const rivals = mentions.filter((other) => familyOf(other) === familyOf(same) && unitOf(other) === unitOf(same));
  if (rivals.length < 2) return 'alone';
  const isDate = familyOf(mention) === 'date';
  const found = pairs.flatMap(([word, other]) => {
    if (nearest(statement, word, among, near) !== mention) return [];
    const owner = nearest(text, other, rivals, isDate ? FAR_DATE : FAR);
    if (!owner) return [];
    const distance = distanceOf(statement, word, mention);
    return [{ word, owner, distance, both: distance + distanceOf(text, other, owner) }];
  });
  // With one figure, the words of its own clause say more than the others.
  const inClause = found.filter(({ distance }) => distance < BORDER);
  const asked = among.length === 1 && inClause.length > 1 ? inClause : found;
  const against = asked.filter(({ owner }) => owner !== same).sort((a, b) => a.both - b.both);
  if (against.length < MAJORITY * (asked.length - against.length)) return 'right';
  // A country acts; what it buys or counts is the thing. Of other words, such as `live`, one alone is too little.
  const named = against.find(
    ({ word, distance }) =>
      word.isCapital && (isDate || ((among.length > 1 || distance <= NEXT) && !isCountry(statement, word))),
  );
  const [first, ...others] = against.filter(({ word }) => !word.isCapital);
  const swap = named ?? (others.length > 0 ? first : undefined);
  if (!swap) return undefined;
  const { start, end, words } = mention;
  return { start, end, figure: words, at: statement.slice(swap.word.start, swap.word.end), instead: swap.owner.words };
}

/** As in `6,000, 3,600 and 1,300 for Oslo, Bergen and Voss`, where what stands nearest says nothing. */
function isListed(text: string, a: Span, b: Span): boolean {
  const between = a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
  return /^(?:,|,? (?:and|or|to)) ?$/.test(between);
}

/** By its name, not by an adjective such as `Georgian`. */
function isCountry(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return !/(?:ian|ish|ese|i)s?$/.test(words) && readCountries(words).length > 0;
}

function mentionsOf({ text, dates, figures }: Reading, counts?: OwnCounts): Mention[] {
  const counted = figures.filter(
    (figure) => !['ordinal', 'name'].includes(figure.kind) && !isOwnCount(figure, text, counts),
  );
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

/** The words that mean something, outside dates and figures. */
function wordsOf(reading: Reading): Word[] {
  const mentions = mentionsOf(reading);
  return reading.words.filter(
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

/** How far a word may be from a figure, in words; a border between clauses or items counts as several. */
const NEAR = 12;
/** In a statement with one figure or date alone, and with a word of another passage. */
const NEAR_ALONE = 5;
const ANYWHERE = 15;
const BESIDE = 1;
/** For a name and the only figure of a statement. */
const NEXT = 2;
const FAR = 8;
const FAR_DATE = 12;
const MARGIN = 3;
/** How many words must speak against a figure for each that speaks for it. */
const MAJORITY = 3;
const BORDER = 5;
/** Borders enough between two passages. */
const BETWEEN = ' ;;; ';

/** The one of several dates or figures that a word speaks of; undefined where it is too far, or two are alike. */
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
  const borders = count(/[,:()]|(?<!\p{L})(?:and|while|as well as|but|before|after|when|where)(?!\p{L})/gu);
  // A line break is where words of the text are left out.
  return count(/[\p{L}\p{N}]+/gu) + BORDER * (borders + 2 * count(/[.!?](?=\s)/g) + 3 * count(/[;\n]/g));
}
