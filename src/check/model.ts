import type { Root } from 'mdast';
import type { CheckedFootnote } from '#citation/check.ts';
import type { Article, Document, Page, Theme } from '#document/document.ts';
import type { Chart, TimelineEvent } from '#document/elements.ts';
import type { Named } from '#document/event-name.ts';
import type { Folder } from '#document/front-matter.ts';
import type { Site } from '#document/site-settings.ts';
import type { Source } from '#source/source.ts';
import type { JudgedStatement } from '#statement/check.ts';

/** A document as read from disk. `tree` is missing where the MDX syntax fails. */
export interface DocumentFile {
  readonly folder: Folder;
  readonly slug: string;
  readonly file: string;
  readonly text: string;
  readonly tree: Root | undefined;
}

/** A document with its footnotes and their passages, its elements and its statements. */
export interface Checked<Kind extends Document = Document> {
  readonly document: Kind;
  readonly address: string;
  /** In the order of first reference. */
  readonly footnotes: readonly CheckedFootnote[];
  /** In the order of the file; so are the charts and statements. */
  readonly events: readonly Named<TimelineEvent>[];
  readonly charts: readonly Chart[];
  readonly statements: readonly JudgedStatement[];
}

/** Everything that was checked. Each list may be incomplete where the report has problems. */
export interface Corpus {
  readonly site: Site;
  /** By id. */
  readonly sources: readonly Source[];
  /** By slug. */
  readonly articles: readonly Checked<Article>[];
  /** By the `order` in their front matter. */
  readonly themes: readonly Checked<Theme>[];
  /** By slug. */
  readonly pages: readonly Checked<Page>[];
}

/** All documents of a corpus, in the order of the site. */
export function documentsOf({ articles, themes, pages }: Corpus): readonly Checked[] {
  return [...articles, ...themes, ...pages];
}
