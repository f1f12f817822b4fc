import { type Checked, type Corpus, documentsOf } from '#check/model.ts';
import type { Passage } from '#citation/resolve.ts';
import { passageId, referenceId } from '#document/anchors.ts';

/** A statement of a document that rests on a passage, with a link back to it. */
export interface PublishedStatement {
  /** Its footnote reference: address and fragment. */
  readonly href: string;
  /** The document's title. */
  readonly title: string;
  /** As plain text. */
  readonly text: string;
  /** The number of the footnote in its document. */
  readonly number: number;
}

/** A passage of one source and the statements that rest on it. */
export interface CitedPassage {
  readonly id: string;
  readonly passage: Passage;
  /** Never empty; by document in the order of the site, then in reading order. */
  readonly statements: readonly PublishedStatement[];
}

/** List the cited passages of every source by source id, each once, in the order of the text. */
export function citedPassages(corpus: Corpus): ReadonlyMap<string, readonly CitedPassage[]> {
  const bySource = Map.groupBy(documentsOf(corpus).flatMap(usesOf), ({ passage }) => passage.sourceId);
  return new Map([...bySource].map(([sourceId, uses]) => [sourceId, citedIn(uses)]));
}

function citedIn(uses: readonly Use[]): CitedPassage[] {
  return [...Map.groupBy(uses, ({ id }) => id).values()]
    .map((group): CitedPassage => {
      const [{ id, passage }] = group as [Use, ...Use[]];
      // A footnote may cite a passage twice.
      const byHref = new Map(group.map(({ statement }) => [statement.href, statement]));
      return { id, passage, statements: [...byHref.values()] };
    })
    .sort(({ passage: { extent: a } }, { passage: { extent: b } }) => a.start - b.start || a.end - b.end);
}

/** A passage, its fragment, and one statement that rests on it. */
export interface Use {
  readonly id: string;
  readonly passage: Passage;
  readonly statement: PublishedStatement;
}

/** List every use of a passage in a document, in reading order of its notes. */
export function usesOf({ document, address, footnotes }: Checked): readonly Use[] {
  const { title } = document.matter;
  return footnotes.flatMap(({ identifier, number, passages, statements }) =>
    passages.flatMap((passage) => {
      const id = passageId(passage);
      return statements.map((text, index): Use => {
        const href = `${address}#${referenceId(identifier, index + 1)}`;
        return { id, passage, statement: { href, title, text, number } };
      });
    }),
  );
}
