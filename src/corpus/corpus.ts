import type { Root } from 'mdast';
import { type CheckedFootnote, type CitationCheck, checkCitations, type SourcesById } from '#citation/check.ts';
import { type Problem, type Report, RULE_IDS, sortProblems } from '#problem/problem.ts';
import { suspiciousCharacters } from '#problem/suspicious-characters.ts';
import type { Source, SourceReading } from '#source/source.ts';
import type { JudgedStatement } from '#statement/check.ts';
import { suggest } from '#text/suggest.ts';
import { findSuspicious, findSuspiciousReferences } from '#text/suspicious.ts';
import { hasNames, statementChecker } from './check-statements.ts';
import { readCode } from './code.ts';
import { type Article, type Document, type Mention, type Page, readDocument, type Theme } from './document.ts';
import { type Chart, readElements, type TimelineEvent } from './elements.ts';
import { type Named, nameEvents } from './event-name.ts';
import type { Folder } from './front-matter.ts';
import { addressOf, checkLink, type Fragments, readLinks, type SiteMap } from './links.ts';
import { Memory } from './memory.ts';
import { passageUnread } from './passage-unread.ts';

/** A document as it was read from disk. `tree` is missing where the MDX syntax fails. */
export interface DocumentFile {
  readonly folder: Folder;
  readonly slug: string;
  readonly file: string;
  readonly text: string;
  readonly tree: Root | undefined;
}

/** A document, its footnotes, each with its passages, and what its elements tell. */
export interface Checked<Kind extends Document = Document> {
  readonly document: Kind;
  readonly address: string;
  /** In the order of first reference. */
  readonly footnotes: readonly CheckedFootnote[];
  /** In the order of the file. */
  readonly events: readonly Named<TimelineEvent>[];
  readonly charts: readonly Chart[];
  /** In the order of the file. */
  readonly statements: readonly JudgedStatement[];
}

/** Everything that was checked. Each list may be incomplete where the report has problems. */
export interface Corpus {
  /** By id. */
  readonly sources: readonly Source[];
  /** By slug. */
  readonly articles: readonly Checked<Article>[];
  /** In their order. */
  readonly themes: readonly Checked<Theme>[];
  /** By slug. */
  readonly pages: readonly Checked<Page>[];
}

/** What stands in the file of a document. */
interface ReadFile {
  readonly document: Document | undefined;
  readonly elements: ReturnType<typeof readElements>;
  readonly check: CitationCheck;
}

/** The pages of the site that no document stands behind. */
const FIXED_PAGES = ['/', '/articles/', '/sources/', '/themes/', '/problems/', '/search/'];

/**
 * Check all documents against all sources, and the documents against each other. Of readings with one id the last is the
 * source; the others are files that lie beside it.
 *
 * @param found What was wrong with documents before they could be checked.
 * @param memory Of earlier checks of the same project: what neither they nor the sources changed is not checked again.
 */
export function checkCorpus(
  readings: readonly SourceReading[],
  files: readonly DocumentFile[],
  found: readonly Problem[] = [],
  memory = new Memory(),
): { readonly corpus: Corpus; readonly report: Report } {
  const shelf: SourcesById = memory.recall(
    'shelf',
    readings,
    () => new Map(readings.map(({ id, source }) => [id, source])),
  );
  const readable = files.flatMap(({ tree, ...file }) => (tree ? [{ ...file, tree }] : []));
  const readOne = (file: (typeof readable)[number]) => {
    const reading = readDocument(file, file.tree);
    const elements = readElements(file.tree, file.text, file.file);
    const check = withoutUnseen(checkCitations(file.tree, file.text, file.file, shelf), file.text);
    const suspicious = suspiciousCharacters(file.text, file.file, 'document', () => reading.labels);
    const lost = check.problems.flatMap(({ ruleId, place }) => (ruleId === 'footnote-undefined' && place ? place : []));
    return {
      ...file,
      document: reading.document,
      labels: reading.labels,
      elements,
      mentions: [...reading.mentions, ...elements.mentions],
      links: readLinks(file.tree),
      problems: [
        ...reading.problems,
        ...elements.problems,
        ...readCode(file.tree, file.text, file.file, lost),
        ...suspicious,
      ],
      check,
    };
  };
  const parsed = readable.map((file) => memory.recall(`read ${file.file}`, [file.tree, shelf], () => readOne(file)));

  const naming = parsed.flatMap(({ document }) => (document && hasNames(document) ? document : []));
  const judge = memory.recall('judge', [shelf, ...naming], () => statementChecker(shelf, naming));
  const read = parsed.map((file) =>
    memory.recall(`judged ${file.file}`, [file, judge], () => {
      const { judged, problems } = judge({ ...file, ...file.elements, ...file.check });
      return { ...file, problems: [...file.problems, ...problems], checked: toChecked(file, judged) };
    }),
  );
  const checked = read.flatMap((file) => file.checked);
  const corpus: Corpus = {
    sources: readings.flatMap(({ source }) => source ?? []),
    articles: checked.filter(isIn('articles')),
    themes: checked.filter(isIn('themes')).sort((a, b) => a.document.matter.order - b.document.matter.order),
    pages: checked.filter(isIn('pages')),
  };

  const site = mapSite(files, checked, readings);
  const slugs = listSlugs(files);
  const problems = [
    ...found,
    ...readings.flatMap((reading) => reading.problems.map((problem) => countCitations(problem, read))),
    ...files.filter(isHidden).map(({ folder, slug, file }): Problem => {
      const name = `${folder}/${slug}.mdx`;
      return { ruleId: 'article-invalid', part: 'file', fault: 'taken', name, file, place: undefined };
    }),
    ...read.flatMap(({ file, folder, slug, links, mentions, problems, check }) => [
      ...problems,
      ...check.problems,
      ...checkMentions(mentions, slugs, file),
      ...links.flatMap(({ url, place }): Problem[] => {
        const fact = checkLink(url, addressOf({ folder, slug }), site);
        return fact ? [{ ...fact, file, place }] : [];
      }),
    ]),
  ];

  const citations = read.reduce((sum, { check }) => sum + check.citations.length, 0);
  const holding = read.reduce((sum, { check }) => sum + check.holding, 0);
  return {
    corpus,
    report: {
      problems: sortProblems([...problems, ...passageUnread(corpus, problems)]),
      counts: { documents: files.length, sources: shelf.size, citations, holding },
    },
  };
}

/** The document as pages are told of it; none where its front matter can't be read. */
function toChecked(
  { document, elements: { events, charts }, check: { footnotes } }: ReadFile,
  statements: readonly JudgedStatement[],
): Checked[] {
  if (!document) return [];
  const ids = document.headings.map(({ id }) => id);
  const address = addressOf(document);
  return [{ document, address, footnotes, events: nameEvents(events, ids), charts, statements }];
}

/** A quote that has a character that is not seen differs by that alone, as far as anybody can see: the character is the problem. */
function withoutUnseen(check: CitationCheck, text: string): CitationCheck {
  const hasUnseen = ({ ruleId, place }: Problem) => {
    const written = ruleId === 'quote-not-found' && place ? text.slice(place.start.offset, place.end.offset) : '';
    return findSuspicious(written).length + findSuspiciousReferences(written).length > 0;
  };
  return { ...check, problems: check.problems.filter((problem) => !hasUnseen(problem)) };
}

function isIn<Kind extends Folder>(folder: Kind) {
  return (checked: Checked): checked is Checked<Extract<Document, { folder: Kind }>> =>
    checked.document.folder === folder;
}

/** Would it never be seen, since a page of the site itself has its address? */
function isHidden(file: DocumentFile): boolean {
  return file.slug !== 'home' && FIXED_PAGES.includes(addressOf(file));
}

/** How many citations rest on a broken source is known only now. */
function countCitations(problem: Problem, read: readonly { check: CitationCheck }[]): Problem {
  if (!('citations' in problem)) return problem;
  const rest = read.flatMap(({ check }) => check.citations).filter(({ sourceId }) => sourceId === problem.sourceId);
  return { ...problem, citations: rest.length };
}

/** The names of themes and articles, for each document to be compared with. */
interface Slugs {
  readonly themes: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
}

function listSlugs(files: readonly DocumentFile[]): Slugs {
  const slugsIn = (folder: Folder) => new Set(files.filter((other) => other.folder === folder).map(({ slug }) => slug));
  return { themes: slugsIn('themes'), articles: slugsIn('articles') };
}

function checkMentions(mentions: readonly Mention[], { themes, articles }: Slugs, file: string): Problem[] {
  return mentions.flatMap(({ kind, slug, place }): Problem[] => {
    if (kind === 'theme') {
      if (themes.has(slug)) return [];
      return [{ ruleId: 'theme-unknown', theme: slug, suggestions: suggest(slug, themes), file, place }];
    }
    if (articles.has(slug)) return [];
    const suggestions = suggest(slug, articles);
    return [{ ruleId: 'link-broken', url: slug, missing: 'page', suggestions, file, place }];
  });
}

/** An article with problems of its own is still a page to link to: one cause, one problem. */
function mapSite(
  files: readonly DocumentFile[],
  checked: readonly Checked[],
  readings: readonly SourceReading[],
): SiteMap {
  const site = new Map<string, Fragments>();
  const add = (address: string, has: Fragments['has'], names: readonly string[] = []) =>
    site.set(address, { has, names });
  for (const address of FIXED_PAGES) add(address, () => false);
  for (const ruleId of RULE_IDS) add(`/problems/${ruleId}/`, () => false);
  for (const file of files) add(addressOf(file), () => true);
  for (const { id, source } of readings) {
    add(`/sources/${id}/`, (fragment) => !source || isLine(fragment, source.lines.length));
  }
  for (const { document, address, events } of checked) {
    const ids = [...document.headings, ...events].map(({ id }) => id);
    add(address, (fragment) => ids.includes(fragment), ids);
  }
  return site;
}

function isLine(fragment: string, count: number): boolean {
  return Number(/^L([1-9]\d*)$/.exec(fragment)?.[1]) <= count;
}
