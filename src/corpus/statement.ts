import { normalizeUri } from 'micromark-util-sanitize-uri';
import type { Passage } from '#citation/resolve.ts';
import type { Checked, Corpus } from './corpus.ts';
import { Memory } from './memory.ts';

/** A place where a passage is used: one claim of one document, with the way back to it. */
export interface Statement {
  /** The claim's footnote reference: address and fragment. */
  readonly href: string;
  /** The document's title. */
  readonly title: string;
  /** The claim as plain text. */
  readonly claim: string;
  /** The number of the footnote in its document. */
  readonly number: number;
}

/** What every id of a footnote begins with, so that no heading can have the same (`clobberPrefix`). */
export const NOTE_PREFIX = 'note-';

/** The id of the `ordinal`th reference to a footnote, as `mdast-util-to-hast` makes it. */
function referenceId(identifier: string, ordinal: number): string {
  const safe = normalizeUri(identifier.toLowerCase());
  return `${NOTE_PREFIX}fnref-${safe}${ordinal > 1 ? `-${ordinal}` : ''}`;
}

/** The id of a footnote, as `mdast-util-to-hast` makes it. */
export function noteId(identifier: string): string {
  return `${NOTE_PREFIX}fn-${normalizeUri(identifier.toLowerCase())}`;
}

/** The fragment of a passage on the page of its source: `c12-80`, or `c12-80_95-120` for a quote with `[…]`. */
export function passageId({ parts }: Passage): string {
  return `c${parts.map(({ start, end }) => `${start}-${end}`).join('_')}`;
}

/** A passage of one source and the statements that rest on it. */
export interface CitedPassage {
  readonly id: string;
  readonly passage: Passage;
  /** Never empty; by document in the order of the site, then in reading order. */
  readonly statements: readonly Statement[];
}

/**
 * List the cited passages of every source by source id, each once, in the order of the text.
 *
 * @param memory Of earlier calls for the same project.
 */
export function citedPassages(corpus: Corpus, memory = new Memory()): ReadonlyMap<string, readonly CitedPassage[]> {
  const bySource = new Map<string, Map<string, { id: string; passage: Passage; statements: Statement[] }>>();
  for (const checked of [...corpus.articles, ...corpus.themes, ...corpus.pages]) {
    for (const { id, passage, statement } of usesOf(checked, memory)) {
      const ofSource = bySource.get(passage.sourceId) ?? new Map();
      bySource.set(passage.sourceId, ofSource);
      const cited = ofSource.get(id) ?? { id, passage, statements: [] };
      ofSource.set(id, cited);
      if (!cited.statements.some(({ href }: Statement) => href === statement.href)) cited.statements.push(statement);
    }
  }
  return new Map(
    [...bySource].map(([sourceId, cited]) => [
      sourceId,
      [...cited.values()].sort((a, b) => order(a.passage, b.passage)),
    ]),
  );
}

/** A passage, its fragment, and one statement that rests on it. */
export interface Use {
  readonly id: string;
  readonly passage: Passage;
  readonly statement: Statement;
}

/**
 * List every use of a passage in a document, in reading order of its notes.
 *
 * @param memory Of earlier calls for the same project.
 */
export function usesOf(checked: Checked, memory: Memory): readonly Use[] {
  const { document, address, footnotes } = checked;
  const { title } = document.matter;
  return memory.recall(`uses ${document.file}`, [checked], () =>
    footnotes.flatMap(({ identifier, number, passages, statements }) =>
      passages.flatMap((passage) => {
        const id = passageId(passage);
        return statements.map((claim, index): Use => {
          const href = `${address}#${referenceId(identifier, index + 1)}`;
          return { id, passage, statement: { href, title, claim, number } };
        });
      }),
    ),
  );
}

function order({ extent: a }: Passage, { extent: b }: Passage): number {
  return a.start - b.start || a.end - b.end;
}
