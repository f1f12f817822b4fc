import type { Fact, NearestPassage } from '#problem/problem.ts';
import type { Region, Source } from '#source/source.ts';
import { locate, type Span } from '#text/location.ts';
import { normalize, normalSpan, rawSpan } from '#text/normalize.ts';
import { findAll, nearestPlaces } from '#text/search.ts';
import { type Locator, printLocator, type Quotation } from './citation.ts';

/**
 * Where a quote is in its source (Web Annotation: TextPositionSelector, several for a quote with `[…]`).
 * Offsets are UTF-16 code units, `end` excluded.
 */
export interface Passage {
  readonly sourceId: string;
  /** In the normal form of the source, in order, not touching; one for each part of the quote. */
  readonly parts: readonly Span[];
  /** From the start of the first part to the end of the last one. */
  readonly extent: Span;
  /** The same parts in the raw text. */
  readonly raw: readonly Span[];
  /** The first and the last line of the raw text, from 1. */
  readonly lines: Locator;
}

/** The outcome for one citation. */
export type Resolution = { readonly ok: true; readonly passage: Passage } | { readonly ok: false; readonly fact: Fact };

/** Fewer characters prove nothing: they occur anywhere. */
export const LEAST_QUOTE = 20;

/** The same for each part of a quote with `[…]`. */
export const LEAST_PART = 8;

/** The most characters one `[…]` may leave out, about four sentences. Parts farther apart are separate quotes. */
export const MOST_LEFT_OUT = 400;

/** The mark for words left out of a quote. */
export const ELISION = /\[\s*(?:…|\.\s?\.\s?\.)\s*\]/;

/**
 * Find the one passage that a citation quotes. The words must be in the source exactly (see `normalize`), begin and end
 * at the borders of words and numbers, and start within the locator's lines; places that cannot be cited do not count
 * while there is one that can.
 */
export function resolve(quotation: Quotation, source: Source): Resolution {
  return find(quotation, source) ?? { ok: false, fact: explainMiss(quotation, source) };
}

/** The same, without an explanation where the source does not have the words: that takes long. */
export function find({ sourceId, quote, locator }: Quotation, source: Source): Resolution | undefined {
  const parts = partsOf(quote);
  const failed = (fact: Fact): Resolution => ({ ok: false, fact });

  const short = tooShort(parts);
  if (short) return failed({ ruleId: 'quote-too-short', sourceId, ...short });

  const everywhere = findChains(source.text.text, parts);
  const inLines = everywhere.filter((chain) => isWithin(source, chain, locator));
  const citable = inLines.filter((chain) => !notCitable(source, chain));
  const [chain, ...others] = citable;

  if (chain && others.length === 0) return { ok: true, passage: toPassage(source, chain) };
  if (chain) {
    return failed({
      ruleId: 'quote-ambiguous',
      sourceId,
      quote: parts.join(' […] '),
      lines: citable.map((place) => lineOf(source, place)),
    });
  }
  const [barred] = inLines;
  const region = barred && notCitable(source, barred);
  if (region) {
    const { kind, reason } = region;
    return failed({ ruleId: 'quote-not-citable', sourceId, kind, reason, line: lineOf(source, barred) });
  }
  if (everywhere.length > 0) {
    return failed({
      ...notFound(sourceId, parts.join(' […] ')),
      lines: everywhere.map((place) => lineOf(source, place)),
      locator: locator && printLocator(locator),
    });
  }
  return undefined;
}

function partsOf(quote: string): string[] {
  return quote
    .split(ELISION)
    .map((part) => normalize(part).text)
    .filter((part) => part !== '');
}

type Shortness = Pick<Fact & { ruleId: 'quote-too-short' }, 'quote' | 'extent' | 'length' | 'least'>;

function tooShort(parts: readonly string[]): Shortness | undefined {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length < LEAST_QUOTE) return { quote: parts.join(' […] '), extent: 'whole', length, least: LEAST_QUOTE };
  const part = parts.find((part) => part.length < LEAST_PART);
  return part === undefined ? undefined : { quote: part, extent: 'part', length: part.length, least: LEAST_PART };
}

/** One place for each part of a quote, in order. */
type Chain = readonly [Span, ...Span[]];

/** All ways to find the parts in order, one per place of the first, each as close as possible to the one before. */
function findChains(text: string, parts: readonly string[]): Chain[] {
  const [first = '', ...rest] = parts;
  // Where the remaining parts are known not to follow; otherwise the search would be exponential.
  const dead = new Set<string>();
  const follow = (from: number, index: number): readonly Span[] | undefined => {
    const part = rest[index];
    if (part === undefined) return [];
    const key = `${index} ${from}`;
    if (dead.has(key)) return undefined;
    const reach = text.slice(from, from + MOST_LEFT_OUT + part.length);
    const places = findAll(reach, part).map(({ start, end }) => ({ start: from + start, end: from + end }));
    for (const place of wholeWords(text, places)) {
      const others = follow(place.end, index + 1);
      if (others) return [place, ...others];
    }
    dead.add(key);
    return undefined;
  };
  return findWords(text, first).flatMap((start): Chain[] => {
    const others = follow(start.end, 0);
    return others ? [[start, ...others]] : [];
  });
}

/** Find `words` in `text`, both in normal form, at the borders of words and numbers. */
export function findWords(text: string, words: string): Span[] {
  return wholeWords(text, findAll(text, words));
}

function wholeWords(text: string, places: readonly Span[]): Span[] {
  return places.filter(({ start, end }) => !cutsWord(text, start) && !cutsWord(text, end));
}

/** Inside a word or a number: `3,000` is not in `30,000`, nor `now` in `know`. */
export const INSIDE = /(?<=[\p{L}\p{N}\p{M}])(?=[\p{L}\p{N}\p{M}])|(?<=\d[.,])(?=\d)|(?<=\d)(?=[.,]\d)/uy;

function cutsWord(text: string, at: number): boolean {
  // Between two surrogates a sticky pattern would step back.
  if ((text.codePointAt(at - 1) ?? 0) > 0xffff) return true;
  INSIDE.lastIndex = at;
  return INSIDE.test(text);
}

/** Widen words that begin or end inside a word or number. */
export function toBorders(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (cutsWord(text, from)) from--;
  while (cutsWord(text, to)) to++;
  return { start: from, end: to };
}

function isWithin(source: Source, chain: Chain, locator: Locator | undefined): boolean {
  if (!locator) return true;
  const line = lineOf(source, chain);
  return locator.from <= line && line <= locator.to;
}

/** The region that bars a passage from being cited: the strictest of those it touches. */
function notCitable(source: Source, chain: Chain): Region | undefined {
  const touching = chain
    .map((part) => rawSpan(source.text, part))
    .flatMap(({ start, end }) => source.regions.filter((region) => region.start < end && start < region.end))
    .filter(({ kind }) => kind !== 'furniture');
  return touching.find(({ kind }) => kind === 'withheld') ?? touching[0];
}

/** The line of the raw text where a chain starts. */
function lineOf({ text, lines }: Source, [first]: Chain): number {
  return locate(lines, rawSpan(text, first).start).line;
}

function toPassage({ id, text, lines }: Source, parts: Chain): Passage {
  const extent = { start: parts[0].start, end: Math.max(...parts.map(({ end }) => end)) };
  const raw = rawSpan(text, extent);
  return {
    sourceId: id,
    parts,
    extent,
    raw: parts.map((part) => rawSpan(text, part)),
    lines: { from: locate(lines, raw.start).line, to: locate(lines, raw.end - 1).line },
  };
}

function notFound(sourceId: string, quote: string): Fact & { ruleId: 'quote-not-found' } {
  return {
    ruleId: 'quote-not-found',
    sourceId,
    quote,
    nearest: undefined,
    elsewhere: undefined,
    elided: false,
    lines: [],
    locator: undefined,
  };
}

/** Explain why a quote is not found: it quotes furniture, its parts are not in order, or its words differ. */
function explainMiss({ sourceId, quote }: Quotation, source: Source): Fact {
  const parts = partsOf(quote);
  const whole = normalize(source.raw);
  const [asPrinted] = findChains(whole.text, parts);
  const furniture =
    asPrinted &&
    source.regions.find(({ kind, start, end }) => {
      const spans = asPrinted.map((part) => rawSpan(whole, part));
      return kind === 'furniture' && spans.some((span) => start < span.end && span.start < end);
    });
  if (furniture) {
    const { kind, reason, start } = furniture;
    return { ruleId: 'quote-not-citable', sourceId, kind, reason, line: locate(source.lines, start).line };
  }

  const text = citableText(source);
  const missing = parts.find((part) => findWords(text, part).length === 0);
  if (missing === undefined) return { ...notFound(sourceId, parts.join(' […] ')), elided: parts.length > 1 };

  return { ...notFound(sourceId, missing), nearest: nearestIn(source, missing) };
}

/**
 * The words of a source that are most similar to `quoted`, in normal form; none of them is in a part that cannot be
 * cited.
 *
 * @param most As of `nearest`.
 */
export function nearestIn(source: Source, quoted: string, most?: number): NearestPassage | undefined {
  return allNearestIn(source, quoted, most)[0];
}

/** Every place of a source that is as similar to `quoted` as the nearest one. */
export function allNearestIn(source: Source, quoted: string, most?: number): NearestPassage[] {
  const text = citableText(source);
  const found = nearestPlaces(text, quoted, most);
  // The same words inside of others: what is joined to them is the difference.
  const cut = found[0]?.differences === 0 ? findAll(text, quoted) : [];
  const spans = cut.length > 0 ? cut.map((span) => ({ ...toBorders(text, span), differences: 0 })) : found;
  return spans.flatMap(({ differences, ...span }): NearestPassage[] => {
    const printed = text.slice(span.start, span.end);
    if (printed.includes('\0')) return [];
    const { line } = locate(source.lines, rawSpan(source.text, span).start);
    return [{ sourceId: source.id, quoted, printed, line, differences }];
  });
}

/** The normal form with uncitable text blanked, so that no suggestion prints it. Offsets stay. */
export function citableText({ text, regions }: Source): string {
  let result = '';
  let past = 0;
  for (const region of regions) {
    const { start, end } = normalSpan(text, region);
    // Regions may overlap.
    const from = Math.max(past, start);
    const to = Math.max(from, end);
    result += text.text.slice(past, from) + '\0'.repeat(to - from);
    past = to;
  }
  return result + text.text.slice(past);
}
