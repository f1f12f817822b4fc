import type { Checked } from '#check/model.ts';
import type { CheckedFootnote } from '#citation/check.ts';
import type { Passage } from '#citation/resolve.ts';
import { contextOf, printedWords } from '#citation/words.ts';
import { passageId } from '#document/anchors.ts';
import type { SpeechKind } from '#source/record.ts';
import type { Source } from '#source/source.ts';
import { withBase } from '#text/base-path.ts';
import { curl } from '#text/curl.ts';
import { overlaps, type Span } from '#text/location.ts';
import { issuedOf, knownValue, labelOf } from './csl-item.ts';

/** A citation as readers see it, without any of the author's typing. Plain data. */
export interface PublishedCitation {
  readonly sourceId: string;
  /** The short name of the source, as at the beginning of a line. */
  readonly sourceName: string;
  /** The language of its words (BCP 47), where it is known. */
  readonly language: string | undefined;
  /** The kind of text, in words. */
  readonly genre: string | undefined;
  /** Its date in words; `undated` where the text has none. */
  readonly issued: string;
  /** Address and fragment of these words on the page of the source. */
  readonly href: string;
  /** The lines of the raw text: `line 4`, `lines 4–6`. */
  readonly lines: string;
  /** The sentence before the quoted words. */
  readonly before: string;
  /** The quoted words as printed; several parts for a quote with `[…]`. */
  readonly parts: readonly string[];
  /** The parts in the raw text, in UTF-16 code units. */
  readonly spans: readonly Span[];
  /** The sentence after the quoted words. */
  readonly after: string;
  /**
   * The kinds of speech in these words, each once, with their speakers; empty if the text states all of them as fact.
   */
  readonly voices: readonly { readonly kind: SpeechKind; readonly by: string }[];
  /** The number of statements with other notes that rest on the same passage. */
  readonly others: number;
  /** Errata in these words for which there is a reading. */
  readonly slips: readonly { readonly printed: string; readonly read: string }[];
}

/** A footnote as readers see it, without the editor's note, which is part of the document. Plain data. */
export interface PublishedNote {
  readonly identifier: string;
  /** The kind of speech in its words that calls for the most care; undefined if all of them are stated as fact. */
  readonly kind: SpeechKind | undefined;
  /** Is there a statement that rests on its source alone? */
  readonly isOnlySource: boolean;
  /** The sentences and rows that refer to it, as plain text, in the order of the document. */
  readonly statements: readonly string[];
  readonly citations: readonly PublishedCitation[];
}

/** Cut the words of a footnote from their sources. */
export function publishNote(
  { identifier, passages, statements }: CheckedFootnote,
  { base, sources, statementsOn, onlySources }: NoteContext,
): PublishedNote {
  const citations = passages.flatMap((passage) => {
    const source = sources.get(passage.sourceId);
    if (!source) return [];
    const others = Math.max(0, statementsOn(passage) - statements.length);
    return { ...publishCitation(passage, source, base), others };
  });
  const kinds = new Set(citations.flatMap(({ voices }) => voices.map(({ kind }) => kind)));
  return {
    identifier,
    kind: BY_CARE.find((kind) => kinds.has(kind)),
    isOnlySource: onlySources.has(identifier),
    statements,
    citations,
  };
}

/** The kinds of speech; the one that calls for the most care from a reader comes first. */
const BY_CARE: readonly SpeechKind[] = ['allegation', 'opinion', 'reported'];

interface NoteContext {
  /** The path of the site. */
  readonly base: string;
  readonly sources: ReadonlyMap<string, Source>;
  /** The number of statements of the whole site that rest on a passage. */
  readonly statementsOn: (passage: Passage) => number;
  /** From `findOnlySources`. */
  readonly onlySources: ReadonlySet<string>;
}

/** Find the footnotes of statements that rest on one source only, by identifier. */
export function findOnlySources({ footnotes, statements }: Pick<Checked, 'footnotes' | 'statements'>): Set<string> {
  const sourcesOf = new Map(
    footnotes.map(({ identifier, passages }) => [identifier, passages.map(({ sourceId }) => sourceId)]),
  );
  const ofOneSource = statements.filter(
    ({ statement }) => new Set(statement.footnotes.flatMap((identifier) => sourcesOf.get(identifier) ?? [])).size === 1,
  );
  return new Set(ofOneSource.flatMap(({ statement }) => statement.footnotes));
}

function publishCitation(passage: Passage, source: Source, base: string): Omit<PublishedCitation, 'others'> {
  const { record } = source;
  const { from, to } = passage.lines;
  return {
    sourceId: source.id,
    sourceName: labelOf(record),
    language: knownValue(record.csl.language),
    genre: knownValue(record.csl.genre),
    issued: issuedOf(record),
    href: withBase(base, `/sources/${source.id}/#${passageId(passage)}`),
    lines: from === to ? `line ${from}` : `lines ${from}–${to}`,
    parts: passage.parts.map((part) => printedWords(source, part)),
    spans: passage.raw,
    ...contextOf(source, passage),
    voices: voicesOf(passage, source),
    slips: overlapping(source.errata, passage.raw).flatMap(({ printed, read }) =>
      read === undefined ? [] : { printed, read },
    ),
  };
}

function voicesOf({ parts }: Passage, { speech }: Source): PublishedCitation['voices'] {
  const byKind = Map.groupBy(overlapping(speech, parts), ({ kind }) => kind);
  return [...byKind].map(([kind, speeches]) => {
    const speakers = new Set(speeches.map(({ by }) => curl(by)));
    return { kind, by: [...speakers].join(' and by ') };
  });
}

function overlapping<Mark extends Span>(marks: readonly Mark[], spans: readonly Span[]): readonly Mark[] {
  return marks.filter((mark) => spans.some((span) => overlaps(mark, span)));
}
