import { type Checked, type Corpus, documentsOf } from '#check/model.ts';
import type { Page } from '#document/document.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import { type PublishedStatement, usesOf } from './uses.ts';

/** A person, organization or place with an entry: a heading of depth 3 on a page of names. */
export interface Name {
  readonly name: string;
  /** The address of the page. */
  readonly page: string;
  /** The id of the heading. */
  readonly id: string;
  /** Sentences of other documents with this name, each once, in the order of the site. */
  readonly statements: readonly PublishedStatement[];
}

/**
 * List the names of all pages of names, in the order of the pages. Of two entries with the same name the first counts.
 */
export function publishNames(corpus: Corpus): Name[] {
  const entries = new Map<string, { name: string; page: string; id: string; statements: PublishedStatement[] }>();
  for (const { document, address } of corpus.pages) {
    for (const { id, text } of namesOf(document)) {
      if (!entries.has(text)) entries.set(text, { name: text, page: address, id, statements: [] });
    }
  }

  const pattern = phrasePattern([...entries.keys()]);
  if (!pattern) return [];
  for (const checked of documentsOf(corpus)) {
    for (const statement of sentencesOf(checked)) {
      for (const name of new Set(statement.text.match(pattern))) {
        const entry = entries.get(name);
        if (entry?.page !== checked.address) entry?.statements.push(statement);
      }
    }
  }
  return [...entries.values()];
}

function namesOf({ matter, headings }: Page) {
  return matter.names ? headings.filter(({ depth }) => depth === 3) : [];
}

/** The statements of a document, each once, even with several footnotes. */
function sentencesOf(checked: Checked): Iterable<PublishedStatement> {
  const byText = new Map<string, PublishedStatement>();
  for (const { statement } of usesOf(checked)) {
    if (!byText.has(statement.text)) byText.set(statement.text, statement);
  }
  return byText.values();
}
