import type { Root } from 'mdast';
import { type CitationCheck, checkCitations } from '#citation/check.ts';
import { readCode } from '#document/code.ts';
import { type Document, type Mention, readDocument } from '#document/document.ts';
import { readElements } from '#document/elements.ts';
import { nameEvents } from '#document/event-name.ts';
import type { Folder } from '#document/front-matter.ts';
import { addressOf, checkLink, type Fragments, readLinks, type SiteMap } from '#document/links.ts';
import { type Problem, type Report, RULE_IDS, sortProblems } from '#problem/problem.ts';
import { suspiciousCharacters } from '#problem/suspicious-characters.ts';
import type { Source, SourceReading } from '#source/source.ts';
import { countStatements, type JudgedStatement } from '#statement/check.ts';
import { suggest } from '#text/suggest.ts';
import { findSuspicious, findSuspiciousReferences } from '#text/suspicious.ts';
import { hasNames, statementChecker } from './check-statements.ts';
import { Memory } from './memory.ts';
import type { Checked, Corpus, DocumentFile } from './model.ts';
import { passageUnread } from './passage-unread.ts';

/** The pages of the site that are not rendered from a document. */
const FIXED_PAGES = ['/', '/articles/', '/sources/', '/themes/', '/problems/', '/search/'];

/**
 * Check all documents against all sources and against each other. Of several readings with the same id the last is the
 * source; the others are stray files.
 *
 * @param found Problems of documents found before this check.
 * @param memory Of earlier checks of the same project: what depends only on unchanged files is not checked again.
 */
export function checkCorpus(
  readings: readonly SourceReading[],
  files: readonly DocumentFile[],
  found: readonly Problem[] = [],
  memory = new Memory(),
): { readonly corpus: Corpus; readonly report: Report } {
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
  const naming = parsed.flatMap(({ document }) => (document && hasNames(document) ? document : []));
  const checkFile = memory.memoize('statements', [sourcesById, ...naming], () => statementChecker(sourcesById, naming));
  const read = parsed.map((file) =>
    memory.memoize(`checked ${file.file}`, [file, checkFile], () => {
      const { judged, problems } = checkFile({ ...file, ...file.elements, ...file.check });
      return { ...file, judged, problems: [...file.problems, ...problems], checked: toChecked(file, judged) };
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
  const slugsIn = (folder: Folder) => new Set(files.filter((file) => file.folder === folder).map(({ slug }) => slug));
  const slugs = { theme: slugsIn('themes'), article: slugsIn('articles') };
  const citations = read.flatMap(({ check }) => check.citations);
  const problems = [
    ...found,
    ...readings.flatMap((reading) => reading.problems).map((problem) => countCitations(problem, citations)),
    ...files.filter(isHidden).map(({ folder, slug, file }): Problem => {
      const name = `${folder}/${slug}.mdx`;
      return { ruleId: 'article-invalid', part: 'file', fault: 'taken', name, file, place: undefined };
    }),
    ...read.flatMap((file) => [
      ...file.problems,
      ...file.mentions.flatMap((mention) => checkMention(mention, slugs, file.file)),
      ...file.links.flatMap(({ url, place }): Problem[] => {
        const fact = checkLink(url, addressOf(file), site);
        return fact ? [{ ...fact, file: file.file, place }] : [];
      }),
    ]),
  ];
  const holding = read.reduce((sum, { check }) => sum + check.holding, 0);
  return {
    corpus,
    report: {
      problems: sortProblems([...problems, ...passageUnread(corpus, problems)]),
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
  const check = withoutUnseen(checkCitations(tree, text, name, sourcesById), text);
  const lost = check.problems.flatMap(({ ruleId, place }) => (ruleId === 'footnote-undefined' && place ? place : []));
  return {
    ...file,
    tree,
    document,
    labels,
    elements,
    check,
    mentions: [...mentions, ...elements.mentions],
    links: readLinks(tree),
    problems: [
      ...problems,
      ...elements.problems,
      ...readCode(tree, text, name, lost),
      ...suspiciousCharacters(text, name, 'document', () => labels),
      ...check.problems,
    ],
  };
}

/** Drop the problem of a quote with an invisible character: that character has a problem of its own. */
function withoutUnseen(check: CitationCheck, text: string): CitationCheck {
  const hasUnseen = ({ ruleId, place }: Problem) => {
    const written = ruleId === 'quote-not-found' && place ? text.slice(place.start.offset, place.end.offset) : '';
    return findSuspicious(written).length + findSuspiciousReferences(written).length > 0;
  };
  return { ...check, problems: check.problems.filter((problem) => !hasUnseen(problem)) };
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

/** Does a fixed page of the site take its address? */
function isHidden(file: DocumentFile): boolean {
  return file.slug !== 'home' && FIXED_PAGES.includes(addressOf(file));
}

/** Fill in how many citations rest on a broken source. */
function countCitations(problem: Problem, citations: CitationCheck['citations']): Problem {
  if (!('citations' in problem)) return problem;
  return { ...problem, citations: citations.filter(({ sourceId }) => sourceId === problem.sourceId).length };
}

function checkMention(
  { kind, slug, place }: Mention,
  slugs: Readonly<Record<Mention['kind'], ReadonlySet<string>>>,
  file: string,
): Problem[] {
  if (slugs[kind].has(slug)) return [];
  const suggestions = suggest(slug, slugs[kind]);
  return kind === 'theme'
    ? [{ ruleId: 'theme-unknown', theme: slug, suggestions, file, place }]
    : [{ ruleId: 'link-broken', url: slug, missing: 'page', suggestions, file, place }];
}

/** A document or source with problems of its own can still be linked to, with any fragment: one cause, one problem. */
function mapSite(
  files: readonly DocumentFile[],
  checked: readonly Checked[],
  readings: readonly SourceReading[],
): SiteMap {
  const site = new Map<string, Fragments>();
  const add = (address: string, has: Fragments['has'], names: readonly string[] = []) =>
    site.set(address, { has, names });
  for (const address of [...FIXED_PAGES, ...RULE_IDS.map((ruleId) => `/problems/${ruleId}/`)]) {
    add(address, () => false);
  }
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
