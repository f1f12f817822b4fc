import { noteId } from '#document/anchors.ts';
import type { PublishedArticle } from '#publication/publication.ts';
import type { PublishedCitation } from '#publication/publish-note.ts';
import type { Span } from '#text/location.ts';
import { type PublishedText, publishedSpan } from './published-text.ts';

/** What a browser needs to check the citations of a page. Offsets are UTF-16 code units of the served text. */
export interface Proof {
  readonly sources: readonly ProofSource[];
  /** In the order of the page. */
  readonly citations: readonly ProofCitation[];
}

export interface ProofSource {
  readonly id: string;
  readonly name: string;
  /** The address of the served text. */
  readonly text: string;
  /** SHA-256 of the served text in UTF-8, lower-case hex. */
  readonly sha256: string;
  /** Is the served text the one received, byte for byte? Otherwise parts of it are not published. */
  readonly isWhole: boolean;
}

export interface ProofCitation {
  /** The id of the note in the page. */
  readonly note: string;
  readonly source: string;
  /** The sentences and rows of the page that refer to the note. */
  readonly statements: readonly string[];
  /** The kinds and speakers of the quoted words; empty if the text states all of them as fact. */
  readonly voices: PublishedCitation['voices'];
  readonly parts: readonly ProofPart[];
}

/** Where a part of a quote is, and the page furniture that it runs over. */
interface ProofPart extends Span {
  readonly skip: readonly Span[];
}

/**
 * Locate every quote of a page in the served texts.
 *
 * @param textOf The published text of a source.
 */
export function proofOf(
  { notes, sourceIds }: Pick<PublishedArticle, 'notes' | 'sourceIds'>,
  sources: readonly ProofSource[],
  textOf: (sourceId: string) => PublishedText,
): Proof {
  return {
    sources: sources.filter(({ id }) => sourceIds.includes(id)),
    citations: notes.flatMap(({ identifier, statements, citations }) =>
      citations.map(({ sourceId, spans, voices }) => {
        const published = textOf(sourceId);
        const parts = spans.map((span): ProofPart => {
          const { start, end } = publishedSpan(published, span);
          const skip = published.furniture.filter((mark) => start < mark.end && mark.start < end);
          return { start, end, skip };
        });
        return { note: noteId(identifier), source: sourceId, statements, voices, parts };
      }),
    ),
  };
}
