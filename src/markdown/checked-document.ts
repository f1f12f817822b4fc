import type { Root } from 'mdast';
import type { Name } from '#publication/names.ts';
import type { PublishedChart, PublishedEvent } from '#publication/publish-elements.ts';
import type { PublishedNote } from '#publication/publish-note.ts';

/** What the plugins render into one document. */
export interface CheckedDocument {
  /** A new copy of its syntax tree. */
  readonly tree: Root;
  readonly notes: readonly PublishedNote[];
  readonly events: readonly PublishedEvent[];
  readonly charts: readonly PublishedChart[];
  /** The addresses to which first mentions of names and dates link, by their words. */
  readonly links: ReadonlyMap<string, string>;
  /** Its headings below the title, in order. */
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
  /** The names whose entries are in this document. */
  readonly entries: readonly Name[];
  /** Is it rendered in dev although there are problems? */
  readonly hasProblems: boolean;
}

/** The options of each plugin. */
export interface Options {
  /** The checked document at `path` (absolute). Throws if `text`, front matter blanked, is not the checked text. */
  readonly documentOf: (path: string, text: string) => CheckedDocument;
}
