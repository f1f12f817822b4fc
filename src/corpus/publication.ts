import type { Passage } from '#citation/resolve.ts';
import { curl } from '#text/curl.ts';
import type { Checked, Corpus } from './corpus.ts';
import type { ArticleMatter, PageMatter, ThemeMatter } from './front-matter.ts';
import { type Kin, kinOf } from './kinship.ts';
import { Memory } from './memory.ts';
import { type Name, publishNames } from './names.ts';
import { type PublishedChart, type PublishedEvent, publishElements } from './publish-elements.ts';
import { findOnlySources, type PublishedNote, publishNote } from './publish-note.ts';
import { type PublishedSource, publishSource } from './publish-source.ts';
import { type CitedPassage, citedPassages, passageId, type Statement } from './statement.ts';

/** What pages need to know about a document; its text comes from the MDX itself. */
interface PublishedDocument<Matter> {
  readonly slug: string;
  /** The file below the project's root, with `/`. */
  readonly file: string;
  readonly address: string;
  readonly matter: Matter;
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
  readonly notes: readonly PublishedNote[];
  /** In the order of the text, as the charts. */
  readonly events: readonly PublishedEvent[];
  readonly charts: readonly PublishedChart[];
  readonly counts: {
    /** Distinct claims with a footnote. */
    readonly statements: number;
    readonly citations: number;
  };
  /** The ids of the sources that it cites, sorted. */
  readonly sourceIds: readonly string[];
}

export type PublishedArticle = PublishedDocument<ArticleMatter> & {
  /** Other articles that rest on the same passages, those that share most first. */
  readonly kin: readonly Kin[];
};
type PublishedTheme = PublishedDocument<ThemeMatter> & {
  /** The theme's articles in reading order. */
  readonly articles: readonly string[];
};
type PublishedPage = PublishedDocument<PageMatter>;

/** Everything that the pages print, and nothing that must not be printed. Plain data: it can be written as JSON. */
export interface Publication {
  /** By slug. */
  readonly articles: readonly PublishedArticle[];
  /** In their order. */
  readonly themes: readonly PublishedTheme[];
  /** By slug. */
  readonly pages: readonly PublishedPage[];
  /** Those of pages of names. */
  readonly names: readonly Name[];
  /** By id. */
  readonly sources: readonly PublishedSource[];
  /** The day of the last change that was checked, in ISO 8601, where it is known. */
  readonly checkedOn: string | undefined;
}

/**
 * Prepare a corpus for its pages.
 *
 * @param checkedOn The day of the last change, in ISO 8601, where it is known.
 * @param memory Of earlier calls for the same project: what has changed since is prepared anew, and nothing else.
 */
export function publish(corpus: Corpus, checkedOn?: string, memory: Memory = new Memory()): Publication {
  const sources = new Map(corpus.sources.map((source) => [source.id, source]));
  const cited = citedPassages(corpus, memory);
  const counts = new Map(
    [...cited].flatMap(([id, passages]) =>
      passages.map((passage) => [`${id} ${passage.id}`, passage.statements.length] as const),
    ),
  );
  const statementsOn = (passage: Passage) => Number(counts.get(`${passage.sourceId} ${passageId(passage)}`));

  const document = <Matter>(checked: Checked & { document: { matter: Matter } }): PublishedDocument<Matter> => {
    const passages = checked.footnotes.flatMap((footnote) => footnote.passages);
    const others = passages.flatMap((passage) => [sources.get(passage.sourceId), statementsOn(passage)]);
    const named = checked.events.length > 0 ? corpus.themes : [];
    return memory.recall(`published ${checked.document.file}`, [checked, ...others, ...named], () => {
      const { slug, file, matter, headings } = checked.document;
      const grounds = { sources, statementsOn, onlySources: findOnlySources(checked) };
      return {
        slug,
        file,
        address: checked.address,
        matter: curlStrings(matter),
        headings: headings.map((heading) => ({ ...heading, text: curl(heading.text) })),
        notes: checked.footnotes.map((footnote) => publishNote(footnote, grounds)),
        ...publishElements(checked, corpus),
        counts: {
          statements: new Set(checked.footnotes.flatMap(({ statements }) => statements)).size,
          citations: passages.length,
        },
        sourceIds: [...new Set(passages.map(({ sourceId }) => sourceId))].sort(),
      };
    });
  };

  const kin = kinOf(
    cited,
    corpus.articles.map(({ address }) => address),
  );
  return {
    articles: corpus.articles.map((article) => ({ ...document(article), kin: kin(article.address) })),
    themes: corpus.themes.map((theme) => ({ ...document(theme), articles: readingOrder(theme, corpus) })),
    pages: corpus.pages.map((page) => document(page)),
    names: publishNames(corpus, memory),
    sources: corpus.sources.map((source) => {
      const own = cited.get(source.id) ?? [];
      return memory.recall(`published ${source.id}`, [source, ...wordsOf(own)], () => publishSource(source, own));
    }),
    checkedOn,
  };
}

/** All that tells passages and their statements apart: the source, by itself, tells the words of each passage. */
function wordsOf(cited: readonly CitedPassage[]): (string | number)[] {
  const words = ({ href, title, claim, number }: Statement) => [href, title, claim, number];
  return cited.flatMap(({ id, statements }) => [id, ...statements.flatMap(words)]);
}

/** Sort articles by the day of their last change, the latest first, then by slug. */
export function lastChanged(articles: readonly PublishedArticle[]): PublishedArticle[] {
  return [...articles].sort((a, b) => order(b.matter.updated, a.matter.updated) || order(a.slug, b.slug));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Front matter with the marks of its sentences as they are printed. */
function curlStrings<Matter extends object>(matter: Matter): Matter {
  const entries = Object.entries(matter).map(([key, value]) => [key, typeof value === 'string' ? curl(value) : value]);
  return Object.fromEntries(entries) as Matter;
}

/** The theme's own order first; articles that it does not name follow by title, then by slug. */
function readingOrder({ document }: Corpus['themes'][number], { articles }: Corpus): string[] {
  const inTheme = articles
    .map((article) => article.document)
    .filter(({ matter }) => matter.themes.includes(document.slug))
    .sort((a, b) => order(a.matter.title, b.matter.title) || order(a.slug, b.slug))
    .map(({ slug }) => slug);
  const named = document.matter.reading.filter((slug) => inTheme.includes(slug));
  return [...named, ...inTheme.filter((slug) => !named.includes(slug))];
}
