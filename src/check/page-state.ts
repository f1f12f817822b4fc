import { readDocumentName } from '#document/document-name.ts';
import { addressOf } from '#document/links.ts';
import { explain } from '#problem/explain.ts';
import { printPlace } from '#problem/print.ts';
import { isError, type Problem, type Report } from '#problem/problem.ts';
import { wordsOf } from '#statement/statement.ts';
import { indexLines, locate } from '#text/location.ts';
import { listUnread, measureCoverage, passagesBySource } from './coverage.ts';
import { type Checked, type Corpus, documentsOf } from './model.ts';

/** Something to look at in a file. */
interface Spot {
  /** `file:line:column` below the project's root, from 1. */
  readonly place: string;
  readonly words: string;
}

/** What an editor wants to know about the page that is open. Plain data. */
export interface PageState {
  /** The file that the page is made of; undefined for pages that no single file stands behind. */
  readonly file: string | undefined;
  readonly counts: { readonly statements: number; readonly citations: number };
  /** Of each source that the page shows or cites, by id: shares of its citable letters and digits, from 0 to 1. */
  readonly sources: readonly { readonly id: string; readonly here: number; readonly site: number }[];
  /** Sentences and rows that rest on no footnote, also those that are taken out with a reason. */
  readonly withoutNote: readonly (Spot & { readonly reason: string | undefined })[];
  /** On the page of a source: what no document cites. */
  readonly unread: readonly Spot[];
  /** Those of the page's file and of the sources that it cites. */
  readonly problems: readonly (Spot & { readonly ruleId: string; readonly isError: boolean })[];
  /** How many problems all other files have. */
  readonly elsewhere: number;
}

/** Describe the page at `address`, such as `/articles/grain/`, for its editor. */
export function describePage({ corpus, report }: { corpus: Corpus; report: Report }, address: string): PageState {
  const checked = documentsOf(corpus).find((page) => page.address === address);
  const id = /^\/sources\/([^/]+)\/$/.exec(address)?.[1];
  const passages = checked?.footnotes.flatMap((footnote) => footnote.passages) ?? [];
  const cited = new Set(passages.map(({ sourceId }) => sourceId));
  if (id !== undefined) cited.add(id);
  const onSite = passagesBySource(corpus);

  const sources = corpus.sources.filter((source) => cited.has(source.id));
  const share = ({ cited, citable }: { cited: number; citable: number }) => (citable === 0 ? 0 : cited / citable);
  const document = checked?.document.file ?? report.problems.find(({ file }) => addressOfFile(file) === address)?.file;
  const files = [document, ...[...cited].flatMap((id) => [`sources/${id}.yaml`, `sources/${id}.txt`])];
  const problems = report.problems.filter(({ file }) => files.includes(file));

  return {
    file: document ?? (id === undefined ? undefined : `sources/${id}.yaml`),
    counts: { statements: checked?.statements.length ?? 0, citations: passages.length },
    sources: sources.map((source) => ({
      id: source.id,
      here: share(
        measureCoverage(
          source,
          passages.filter(({ sourceId }) => sourceId === source.id),
        ),
      ),
      site: share(measureCoverage(source, onSite.get(source.id) ?? [])),
    })),
    withoutNote: checked ? statementsWithoutNote(checked) : [],
    unread: sources
      .filter((source) => source.id === id)
      .flatMap((source) =>
        listUnread(source, onSite.get(source.id) ?? []).map(({ line, words }) => ({
          place: `sources/${source.id}.txt:${line}:1`,
          words,
        })),
      ),
    problems: problems.map(spotOf),
    elsewhere: report.problems.length - problems.length,
  };
}

/** The address of a document that may have too many problems to be one. */
function addressOfFile(file: string): string | undefined {
  const [folder, ...name] = file.split('/');
  const page = folder === 'content' ? readDocumentName(name.join('/'), false).page : undefined;
  return page && addressOf(page);
}

function statementsWithoutNote({ document, statements }: Checked): PageState['withoutNote'] {
  const lines = indexLines(document.text);
  return statements
    .filter(({ statement: { kind, footnotes } }) => kind !== 'label' && footnotes.length === 0)
    .map(({ statement, exemptions }) => {
      const { line, column } = locate(lines, statement.span.start);
      const reason = exemptions.find(({ rules }) => rules.includes('statement-uncited'))?.reason;
      return { place: `${document.file}:${line}:${column}`, words: wordsOf(statement), reason };
    });
}

function spotOf(problem: Problem): PageState['problems'][number] {
  return {
    place: printPlace(problem),
    words: explain(problem).reason,
    ruleId: problem.ruleId,
    isError: isError(problem),
  };
}
