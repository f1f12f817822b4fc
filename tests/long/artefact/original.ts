import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { z } from 'zod';

/** A source as it was received, and what its record says of its characters. Offsets are UTF-16 code units. */
export interface Original {
  readonly id: string;
  /** SHA-256 of the file, lower-case hex. */
  readonly digest: string;
  /** The digest that the record pins. */
  readonly pinned: string;
  readonly raw: string;
  readonly isShownWhole: boolean;
  /** From 1, as pages count: the first element is unused. */
  readonly lines: readonly (Span | undefined)[];
  readonly isHidden: (offset: number) => boolean;
  readonly isFurniture: (offset: number) => boolean;
  /** All strings of the record: what a person chose to say of the source. */
  readonly said: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const Lines = z.union([z.number(), z.string()]);
/** The little that this program reads of a record. */
const Record = z.looseObject({
  sha256: z.string(),
  display: z.string(),
  regions: z
    .array(
      z.looseObject({
        kind: z.string(),
        lines: z.union([Lines, z.array(Lines)]).optional(),
        words: z.union([z.string(), z.array(z.string())]).optional(),
        printed: z.boolean().optional(),
      }),
    )
    .default([]),
});
type Region = z.infer<typeof Record>['regions'][number];

/** Read a raw text with its record. A record that does not fit its text is an error of this program's caller. */
export function readOriginal(id: string, bytes: Buffer, yaml: string): Original {
  const parsed: unknown = parse(yaml);
  const record = Record.parse(parsed);
  const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const lines = linesOf(raw);
  const hidden = new Set<number>();
  const furniture = new Set<number>();
  for (const region of record.regions) {
    const isHidden = region.kind === 'withheld' || region.printed === false;
    for (const { start, end } of spansOf(region, raw, lines)) {
      for (let at = start; at < end; at++) {
        if (isHidden) hidden.add(at);
        if (region.kind === 'furniture') furniture.add(at);
      }
    }
  }
  return {
    id,
    digest: createHash('sha256').update(bytes).digest('hex'),
    pinned: record.sha256,
    raw,
    isShownWhole: record.display === 'full',
    lines,
    isHidden: (offset) => hidden.has(offset),
    isFurniture: (offset) => furniture.has(offset),
    said: JSON.stringify(parsed),
  };
}

function linesOf(raw: string): (Span | undefined)[] {
  let start = 0;
  const spans = raw.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
  return [undefined, ...spans];
}

function spansOf({ lines, words }: Region, raw: string, all: readonly (Span | undefined)[]): Span[] {
  const within =
    lines === undefined ? [{ start: 0, end: raw.length }] : [lines].flat().map((range) => rangeOf(range, all));
  if (words === undefined) return within;
  return [words].flat().map((phrase) => {
    const places = within.flatMap(({ start, end }) => {
      const at = raw.slice(start, end).indexOf(phrase);
      return at === -1 ? [] : [{ start: start + at, end: start + at + phrase.length }];
    });
    const [place] = places;
    if (!place) throw new Error('Cannot find the words of a region in its source');
    return place;
  });
}

function rangeOf(range: number | string, all: readonly (Span | undefined)[]): Span {
  const [from = 0, to = from] = String(range).split('-').map(Number);
  const [first, last] = [all[from], all[to]];
  if (!first || !last) throw new Error(`Cannot find lines ${range}`);
  return { start: first.start, end: last.end };
}
