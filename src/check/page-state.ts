import type { Passage } from '#citation/resolve.ts';
import { readDocumentName } from '#document/document-name.ts';
import { addressOf } from '#document/links.ts';
import { explain } from '#problem/explain.ts';
import { printPlace } from '#problem/print.ts';
import { isError, type Problem, type Report } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { wordsOf } from '#statement/statement.ts';
import { indexLines, locate } from '#text/location.ts';
import { listUnread, measureCoverage, passagesBySource } from './coverage.ts';
import { type Checked, type Corpus, documentsOf } from './model.ts';

interface Spot {
  /** `file:line:column` below the project's root, from 1. */
  readonly place: string;
  readonly words: string;
}

/** The state of one page, for the app in Astro's dev toolbar. Plain data. */
export interface PageState {
  /** The file from which the page is rendered; undefined for a page without a file of its own. */
  readonly file: string | undefined;
  readonly counts: { readonly statements: number; readonly citations: number };
  /** How much of each source that the page shows or cites is cited here, and on the site: shares from 0 to 1. By id. */
  readonly sources: readonly { readonly id: string; readonly here: number; readonly site: number }[];
  /** Sentences and rows that rest on no footnote, including exempt ones, with the reason of the exemption. */
  readonly withoutNote: readonly (Spot & { readonly reason: string | undefined })[];
  /** On the page of a source: the words that no document cites. */
  readonly unread: readonly Spot[];
  /** The problems of the page's file and of the sources that it cites. */
  readonly problems: readonly ProblemSpot[];
  /** The problems of all other files. */
  readonly elsewhere: readonly ProblemSpot[];
}

interface ProblemSpot extends Spot {
  readonly ruleId: string;
  readonly isError: boolean;
  /** The words of the statement in question, for rules on statements. */
  readonly statement?: string;
}

/** Describe the page at a path of the site, such as `/articles/grain/`. */
export function describePage({ corpus, report }: { corpus: Corpus; report: Report }, address: string): PageState {
  const checked = documentsOf(corpus).find((page) => page.address === address);
  const id = /^\/sources\/([^/]+)\/$/.exec(address)?.[1];
  const passages = checked?.footnotes.flatMap((footnote) => footnote.passages) ?? [];
  const here = Map.groupBy(passages, ({ sourceId }) => sourceId);
  const onSite = passagesBySource(corpus);
  const cited = new Set([...here.keys(), ...(id === undefined ? [] : [id])]);

  const share = (source: Source, passages: readonly Passage[] = []) => {
    const { cited, citable } = measureCoverage(source, passages);
    return citable === 0 ? 0 : cited / citable;
  };
  const document = checked?.document.file ?? report.problems.find(({ file }) => addressOfFile(file) === address)?.file;
  const files = [document, ...[...cited].flatMap((id) => [`sources/${id}.yaml`, `sources/${id}.txt`])];
  const problems = report.problems.filter(({ file }) => files.includes(file));

  return {
    file: document ?? (id === undefined ? undefined : `sources/${id}.yaml`),
    counts: { statements: checked?.statements.length ?? 0, citations: passages.length },
    sources: corpus.sources
      .filter((source) => cited.has(source.id))
      .map((source) => ({
        id: source.id,
        here: share(source, here.get(source.id)),
        site: share(source, onSite.get(source.id)),
      })),
    withoutNote: checked ? statementsWithoutNote(checked) : [],
    unread: corpus.sources
      .filter((source) => source.id === id)
      .flatMap((source) => listUnread(source, onSite.get(source.id) ?? []))
      .map(({ line, words }) => ({ place: `sources/${id}.txt:${line}:1`, words })),
    problems: problems.map(spotOf),
    elsewhere: report.problems.filter((problem) => !problems.includes(problem)).map(spotOf),
  };
}

/** The address of the document in a file, which may have too many problems to be read. */
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

function spotOf(problem: Problem): ProblemSpot {
  return {
    place: printPlace(problem),
    words: explain(problem).reason,
    ruleId: problem.ruleId,
    isError: isError(problem),
    ...('statement' in problem && { statement: problem.statement }),
  };
}
