import type { Root } from 'mdast';
import { type CitationCheck, checkCitations } from '#citation/check.ts';
import { type Document, hasFrontMatter, isDraft, type Mention, readDocument } from '#document/document.ts';
import { readElements } from '#document/elements.ts';
import { nameEvents } from '#document/event-name.ts';
import type { Folder } from '#document/front-matter.ts';
import { addressOf, checkLink, readLinks } from '#document/links.ts';
import { nestedLinks } from '#document/nested-links.ts';
import { readSite } from '#document/site-settings.ts';
import { readWording } from '#document/wording-settings.ts';
import { type Problem, type Report, sortProblems } from '#problem/problem.ts';
import { suspiciousCharacters } from '#problem/suspicious-characters.ts';
import type { Source, SourceReading } from '#source/source.ts';
import { countStatements, type JudgedStatement } from '#statement/check.ts';
import { ownCounts } from '#statement/own-count.ts';
import { spanOf } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import { checkSite } from './check-site.ts';
import { hasNames, statementChecker } from './check-statements.ts';
import { Memory } from './memory.ts';
import type { Checked, Corpus, DocumentFile } from './model.ts';
import { withHints, withoutPictures, withoutUnseen, withoutUnused } from './one-cause.ts';
import { passageUnread } from './passage-unread.ts';
import { readMarkup } from './read-markup.ts';
import { shortNamesTaken } from './short-names-taken.ts';
import { isTaken, mapSite, type Served, withMoved } from './site-map.ts';
import { speechUnmarked } from './speech-unmarked.ts';

export interface CheckOptions extends Partial<Served> {
  /** Problems of documents found before this check. */
  readonly found?: readonly Problem[];
  /** Of earlier checks of the same project: what depends only on unchanged files is not checked again. */
  readonly memory?: Memory;
  /**
   * Are drafts, and sources that nobody has reviewed, part of the corpus, as in dev? They are checked in any case; the
   * problems of drafts stop nothing.
   */
  readonly withDrafts?: boolean;
  /** The text of `content/site.yaml`, if it exists; so is that of `content/wording.yaml`. */
  readonly site?: string | undefined;
  readonly wording?: string | undefined;
}

export interface CorpusCheck {
  readonly corpus: Corpus;
  readonly report: Report;
  /** The files of documents that say so. */
  readonly drafts: ReadonlySet<string>;
}

/**
 * Check all documents against all sources and against each other. Of several readings with the same id the last is the
 * source; the others are stray files.
 */
export function checkCorpus(
  readings: readonly SourceReading[],
  files: readonly DocumentFile[],
  { found = [], memory = new Memory(), withDrafts = false, served = [], ...settings }: CheckOptions = {},
): CorpusCheck {
  const sourcesById = memory.memoize(
    'sources',
    readings,
    () => new Map(readings.map(({ id, source }) => [id, source])),
  );
  const parsed = files.flatMap((file) => {
    const { tree } = file;
    if (!tree) return [];
    return memory.memoize(`read ${file.file}`, [tree, sourcesById], () => readFile(file, tree, sourcesById));
  });
  const drafts = new Set(files.filter(isDraft).map(({ file }) => file));
  const isBuilt = ({ file }: { readonly file: string }) => withDrafts || !drafts.has(file);
  const naming = parsed.filter(isBuilt).flatMap(({ document }) => (document && hasNames(document) ? document : []));
  const { site, placeAt, problems: ofSite } = readSite(settings.site);
  const worded = memory.memoize('wording', [sourcesById, settings.wording], () =>
    readWording(settings.wording, sourcesById),
  );
  const checkFile = memory.memoize('statements', [sourcesById, worded, JSON.stringify(site.counts), ...naming], () =>
    statementChecker(sourcesById, naming, worded.wording, ownCounts(site.counts)),
  );
  const read = parsed.map((file) =>
    memory.memoize(`checked ${file.file}`, [file, checkFile], () => {
      const { judged, problems } = checkFile({ ...file, ...file.elements, ...file.check });
      // Without front matter, what should be that is taken for sentences.
      const own = hasFrontMatter(file.text) ? problems : [];
      return {
        ...file,
        judged,
        problems: withHints([...file.problems, ...own], file.tree),
        checked: toChecked(file, judged),
      };
    }),
  );
  const checked = read.filter(isBuilt).flatMap((file) => file.checked);
  const corpus: Corpus = {
    site,
    sources: readings.flatMap(({ source }) => (source && (withDrafts || source.record.reviewed) ? source : [])),
    articles: checked.filter(isIn('articles')),
    themes: checked.filter(isIn('themes')).sort((a, b) => a.document.matter.order - b.document.matter.order),
    pages: checked.filter(isIn('pages')),
  };

  const readable = read.flatMap((file) => file.checked);
  const pages = mapSite({ served, files, checked: readable, readings, corpus, isBuilt });
  const map = withMoved(pages, Object.keys(site.moved));
  const citations = read.flatMap(({ check }) => check.citations);
  const published = read.filter(({ file }) => !drafts.has(file)).flatMap(({ check }) => check.citations);
  const problems = [
    ...found,
    ...ofSite,
    ...worded.problems,
    ...checkSite(
      site,
      placeAt,
      pages,
      parsed.flatMap(({ document }) => document ?? []),
    ),
    ...readings
      .flatMap((reading) => reading.problems)
      .map((problem) => countCitations(problem, problem.ruleId === 'source-unreviewed' ? published : citations)),
    ...files
      .filter((file) => isTaken(file, served))
      .map(({ folder, slug, file }): Problem => {
        const name = `${folder}/${slug}.mdx`;
        return { ruleId: 'article-invalid', part: 'file', fault: 'taken', name, file, place: undefined };
      }),
    ...shortNamesTaken(corpus.sources),
    ...corpus.sources.flatMap((source) =>
      memory.memoize(`speech ${source.id}`, [source], () => speechUnmarked(source)),
    ),
    ...read.flatMap((file) => {
      const links = file.links.flatMap((link) => {
        const fact = checkLink(link, addressOf(file), map, !isBuilt(file));
        return fact ? [{ ...fact, file: file.file, place: link.place, isPicture: link.isPicture }] : [];
      });
      const pictures = links.filter(({ isPicture }) => isPicture).map(({ place }) => place);
      return [
        ...withoutPictures(file.problems, pictures),
        ...file.mentions.flatMap((mention) => checkMention(mention, files, isBuilt, file)),
        ...links.map(({ isPicture: _, ...problem }): Problem => problem),
      ];
    }),
  ].map((problem) => (drafts.has(problem.file) ? { ...problem, inDraft: true as const } : problem));
  // What is not built hides no citation of what is.
  const ofCorpus = problems.filter(isBuilt);
  const holding = read.reduce((sum, { check }) => sum + check.holding, 0);
  return {
    corpus,
    drafts,
    report: {
      problems: sortProblems([...problems, ...passageUnread(corpus, ofCorpus)]),
      counts: {
        ...{ documents: files.length, sources: sourcesById.size, citations: citations.length, holding },
        statements: countStatements(read.flatMap(({ judged }) => judged)),
      },
    },
  };
}

type ReadFile = ReturnType<typeof readFile>;

/** Read and check what needs no other document. */
function readFile(file: DocumentFile, tree: Root, sourcesById: ReadonlyMap<string, Source | undefined>) {
  const { text, file: name } = file;
  const { document, labels, mentions, problems } = readDocument(file, tree);
  const elements = readElements(tree, text, name);
  const citations = withoutUnseen(checkCitations(tree, text, name, sourcesById), text);
  const { lostPlaces } = citations;
  const markup = readMarkup(tree, text, name, sourcesById, lostPlaces);
  const check = markup.forFootnotes.length > 0 ? withoutUnused(citations) : citations;
  return {
    ...file,
    tree,
    document,
    labels,
    elements,
    check,
    lost: [...lostPlaces.map(spanOf), ...markup.forFootnotes],
    unread: markup.unread,
    mentions: [...mentions, ...elements.mentions],
    links: readLinks(tree),
    problems: [
      ...problems,
      ...elements.problems,
      ...markup.problems,
      ...nestedLinks(tree, text, name),
      ...suspiciousCharacters(text, name, 'document', () => labels),
      ...check.problems,
    ],
  };
}

/** A document for the corpus; none where its front matter cannot be read. */
function toChecked({ document, elements, check }: ReadFile, statements: readonly JudgedStatement[]): Checked[] {
  if (!document) return [];
  const ids = document.headings.map(({ id }) => id);
  const events = nameEvents(elements.events, ids);
  const { footnotes } = check;
  return [{ document, address: addressOf(document), footnotes, events, charts: elements.charts, statements }];
}

function isIn<Kind extends Folder>(folder: Kind) {
  return (checked: Checked): checked is Checked<Extract<Document, { folder: Kind }>> =>
    checked.document.folder === folder;
}

/** Fill in how many citations rest on a broken source. */
function countCitations(problem: Problem, citations: CitationCheck['citations']): Problem {
  if (!('citations' in problem)) return problem;
  return { ...problem, citations: citations.filter(({ sourceId }) => sourceId === problem.sourceId).length };
}

function checkMention(
  { kind, slug, place }: Mention,
  files: readonly DocumentFile[],
  isBuilt: (file: DocumentFile) => boolean,
  from: DocumentFile,
): Problem[] {
  const folder = ({ theme: 'themes', article: 'articles' } as const)[kind];
  const known = files.filter((file) => file.folder === folder);
  const meant = known.find((file) => file.slug === slug);
  if (meant && (isBuilt(meant) || !isBuilt(from))) return [];
  const link = { ruleId: 'link-broken', url: slug, file: from.file, place } as const;
  if (meant) return [{ ...link, missing: 'unbuilt', suggestions: [] }];
  const slugs = known.map((file) => file.slug);
  // An address, or the name of the file.
  const plain = slug.replace(/^.*\/(?=[^/])|\/$|\.mdx?$|,$/g, '');
  const suggestions = suggest(plain.replace(/\s+/g, '-'), slugs);
  return kind === 'theme'
    ? [{ ruleId: 'theme-unknown', theme: slug, suggestions, themes: slugs, file: from.file, place }]
    : [{ ...link, missing: 'page', suggestions }];
}
