import type { CheckedFootnote } from '#citation/check.ts';
import type { Passage } from '#citation/resolve.ts';
import { contextOf, printedWords } from '#citation/words.ts';
import type { SpeechKind } from '#source/record.ts';
import type { Source } from '#source/source.ts';
import { curl } from '#text/curl.ts';
import type { Span } from '#text/location.ts';
import type { Checked } from './corpus.ts';
import { writeDate } from './issued.ts';
import { passageId } from './statement.ts';

/** One citation as readers see it: nothing of it is the author's typing. Plain data. */
export interface PublishedCitation {
  readonly sourceId: string;
  /** What the site calls the source. */
  readonly sourceName: string;
  /** What kind of text it is, in words. */
  readonly genre: string | undefined;
  /** Its date in words; `undated` where the text has none. */
  readonly issued: string;
  /** The page of the source, at these words. */
  readonly href: string;
  /** The lines of the raw text: `line 4`, `lines 4–6`. */
  readonly lines: string;
  readonly before: string;
  /** The quoted words as printed; more than one part for a quote with `[…]`. */
  readonly parts: readonly string[];
  /** Where each part stands in the raw text, in UTF-16 code units. */
  readonly spans: readonly Span[];
  readonly after: string;
  /** Of what kinds the words are, each once, and who says so; empty where the text states them as fact in its own voice. */
  readonly voices: readonly { readonly kind: SpeechKind; readonly by: string }[];
  /** How many statements of other notes rest on the same passage. */
  readonly others: number;
  /** Slips of printing in these words, with the reading. */
  readonly slips: readonly { readonly printed: string; readonly read: string }[];
}

/** A footnote as readers see it, without the editor's note, which is the document's own. Plain data. */
export interface PublishedNote {
  readonly identifier: string;
  /** The kind of its words that asks for most care; undefined where its texts state all of them as fact. */
  readonly kind: SpeechKind | undefined;
  /** Is there a statement that rests on its source and on no other? */
  readonly isOnlySource: boolean;
  readonly citations: readonly PublishedCitation[];
}

/**
 * Cut the words of a footnote from their sources.
 */
export function publishNote(
  { identifier, passages, statements }: CheckedFootnote,
  { sources, statementsOn, onlySources }: NoteGrounds,
): PublishedNote {
  const citations = passages.flatMap((passage) => {
    const source = sources.get(passage.sourceId);
    if (!source) return [];
    const others = Math.max(0, statementsOn(passage) - statements.length);
    return { ...publishCitation(passage, source), others };
  });
  const kinds = new Set(citations.flatMap(({ voices }) => voices.map(({ kind }) => kind)));
  return {
    identifier,
    kind: BY_CARE.find((kind) => kinds.has(kind)),
    isOnlySource: onlySources.has(identifier),
    citations,
  };
}

/** The kinds of speech; what asks for most care from a reader comes first. */
const BY_CARE: readonly SpeechKind[] = ['allegation', 'opinion', 'reported'];

/** What the notes of one document are published with. */
export interface NoteGrounds {
  readonly sources: ReadonlyMap<string, Source>;
  /** How many statements of the whole site rest on a passage. */
  readonly statementsOn: (passage: Passage) => number;
  /** The identifiers of notes in whose source alone a statement of the document rests. */
  readonly onlySources: ReadonlySet<string>;
}

/** Find the footnotes of a document that stand, with others of the same source or without, alone for a statement. */
export function findOnlySources({ footnotes, statements }: Pick<Checked, 'footnotes' | 'statements'>): Set<string> {
  const sourcesOf = new Map(
    footnotes.map(({ identifier, passages }) => [identifier, passages.map(({ sourceId }) => sourceId)]),
  );
  return new Set(
    statements.flatMap(({ statement }) =>
      new Set(statement.footnotes.flatMap((identifier) => sourcesOf.get(identifier) ?? [])).size === 1
        ? statement.footnotes
        : [],
    ),
  );
}

function publishCitation(passage: Passage, source: Source): Omit<PublishedCitation, 'others'> {
  const { name, csl } = source.record;
  const { from, to } = passage.lines;
  return {
    sourceId: source.id,
    sourceName: name,
    genre: csl.genre.known === 'unknown' ? undefined : csl.genre.value,
    issued: csl.issued.known === 'unknown' ? 'undated' : writeDate(csl.issued.value),
    href: `/sources/${source.id}/#${passageId(passage)}`,
    lines: from === to ? `line ${from}` : `lines ${from}–${to}`,
    parts: passage.parts.map((part) => printedWords(source, part)),
    spans: passage.raw,
    ...contextOf(source, passage),
    voices: voicesOf(passage, source),
    slips: source.errata.flatMap(({ start, end, printed, read }) =>
      read !== undefined && passage.raw.some((part) => start < part.end && part.start < end) ? { printed, read } : [],
    ),
  };
}

function voicesOf({ parts }: Passage, { speech }: Source): PublishedCitation['voices'] {
  const heard = new Map<SpeechKind, Set<string>>();
  for (const { start, end, kind, by } of speech) {
    if (!parts.some((part) => start < part.end && part.start < end)) continue;
    heard.set(kind, (heard.get(kind) ?? new Set()).add(curl(by)));
  }
  return [...heard].map(([kind, by]) => ({ kind, by: [...by].join(' and by ') }));
}
