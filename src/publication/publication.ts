import type { Checked, Corpus } from '#check/model.ts';
import type { Passage } from '#citation/resolve.ts';
import { passageId } from '#document/anchors.ts';
import type { ArticleMatter, PageMatter, ThemeMatter } from '#document/front-matter.ts';
import { type Hue, hueOf } from '#document/hues.ts';
import type { Site } from '#document/site-settings.ts';
import { withBase } from '#text/base-path.ts';
import { compare } from '#text/compare.ts';
import { curl } from '#text/curl.ts';
import { type Name, publishNames } from './names.ts';
import { type PublishedChart, type PublishedEvent, publishElements } from './publish-elements.ts';
import { findOnlySources, type PublishedNote, publishNote } from './publish-note.ts';
import { type PublishedSource, publishSource } from './publish-source.ts';
import { type RelatedArticle, relatedArticles } from './related.ts';
import { citedPassages } from './uses.ts';

/** What pages know about a document; its text is rendered from the MDX itself. */
interface PublishedDocument<Matter> {
  readonly slug: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly address: string;
  readonly matter: Matter;
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
  readonly notes: readonly PublishedNote[];
  /** In the order of the text; so are the charts. */
  readonly events: readonly PublishedEvent[];
  readonly charts: readonly PublishedChart[];
  readonly counts: {
    /** Distinct statements with a footnote. */
    readonly statements: number;
    readonly citations: number;
  };
  /** The ids of the cited sources, sorted. */
  readonly sourceIds: readonly string[];
}

export type PublishedArticle = PublishedDocument<ArticleMatter> & {
  /** Other articles that rest on the same passages, those that share the most first. */
  readonly related: readonly RelatedArticle[];
};
type PublishedTheme = PublishedDocument<ThemeMatter> & {
  /** The theme's articles in reading order. */
  readonly articles: readonly string[];
  readonly hue: Hue;
};
type PublishedPage = PublishedDocument<PageMatter>;

/**
 * Everything that pages may print, and nothing else. Plain data: it can be written as JSON. Articles and pages are
 * sorted by slug, themes by the `order` in their front matter, sources by id.
 */
export interface Publication {
  readonly site: Site;
  readonly articles: readonly PublishedArticle[];
  readonly themes: readonly PublishedTheme[];
  readonly pages: readonly PublishedPage[];
  /** The entries of pages of names. */
  readonly names: readonly Name[];
  readonly sources: readonly PublishedSource[];
  /** The day of the last change to what was checked, in ISO 8601, where it is known. */
  readonly checkedOn: string | undefined;
}

/** Prepare a corpus for its pages: its paths become addresses. */
export function publish(checked: Corpus, checkedOn?: string): Publication {
  const { base } = checked.site;
  const served = <Page extends Checked>(page: Page): Page => ({ ...page, address: withBase(base, page.address) });
  const corpus: Corpus = {
    ...checked,
    articles: checked.articles.map(served),
    themes: checked.themes.map(served),
    pages: checked.pages.map(served),
  };
  const sources = new Map(corpus.sources.map((source) => [source.id, source]));
  const cited = citedPassages(corpus);
  const statementsOn = (passage: Passage) => {
    const id = passageId(passage);
    return cited.get(passage.sourceId)?.find((one) => one.id === id)?.statements.length ?? 0;
  };

  const document = <Matter>(checked: Checked & { document: { matter: Matter } }): PublishedDocument<Matter> => {
    const { document, address, footnotes } = checked;
    const { slug, file, matter, headings } = document;
    const passages = footnotes.flatMap((footnote) => footnote.passages);
    const context = { base, sources, statementsOn, onlySources: findOnlySources(checked) };
    return {
      slug,
      file,
      address,
      matter: curlStrings(matter),
      headings: headings.map((heading) => ({ ...heading, text: curl(heading.text) })),
      notes: footnotes.map((footnote) => publishNote(footnote, context)),
      ...publishElements(checked, corpus),
      counts: {
        statements: new Set(footnotes.flatMap(({ statements }) => statements)).size,
        citations: passages.length,
      },
      sourceIds: [...new Set(passages.map(({ sourceId }) => sourceId))].sort(),
    };
  };

  const addresses = corpus.articles.map(({ address }) => address);
  const related = relatedArticles(cited, addresses);
  return {
    site: curlSite(corpus.site),
    articles: corpus.articles.map((article) => ({ ...document(article), related: related(article.address) })),
    themes: corpus.themes.map((theme, place) => ({
      ...document(theme),
      articles: readingOrder(theme, corpus),
      hue: hueOf(theme.document.matter.hue, place),
    })),
    pages: corpus.pages.map((page) => document(page)),
    names: publishNames(corpus),
    sources: corpus.sources.map((source) => publishSource(source, cited.get(source.id) ?? [], base)),
    checkedOn,
  };
}

/** Sort articles by the day of their last change, the latest first, then by slug. */
export function lastChanged(articles: readonly PublishedArticle[]): PublishedArticle[] {
  return [...articles].sort((a, b) => compare(b.matter.updated, a.matter.updated) || compare(a.slug, b.slug));
}

/** Front matter with typographic quotation marks and apostrophes. */
function curlStrings<Matter extends object>(matter: Matter): Matter {
  const entries = Object.entries(matter).map(([key, value]) => [key, typeof value === 'string' ? curl(value) : value]);
  return Object.fromEntries(entries) as Matter;
}

function curlSite({ name, tagline, home, ...site }: Site): Site {
  const { claim, below } = home;
  return { ...site, ...curlStrings({ name, tagline }), home: { ...home, ...curlStrings({ claim, below }) } };
}

/** Articles in the theme's own order, then those that it does not name, by title and slug. */
function readingOrder({ document }: Corpus['themes'][number], { articles }: Corpus): string[] {
  const inTheme = articles
    .map((article) => article.document)
    .filter(({ matter }) => matter.themes.includes(document.slug))
    .sort((a, b) => compare(a.matter.title, b.matter.title) || compare(a.slug, b.slug))
    .map(({ slug }) => slug);
  const named = document.matter.reading.filter((slug) => inTheme.includes(slug));
  return [...named, ...inTheme.filter((slug) => !named.includes(slug))];
}
