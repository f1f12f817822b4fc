import { join } from 'node:path';
import { type Citation, readCitations } from '#citation/citation.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { type LocatorMove, moveLocators } from '#citation/move-locators.ts';
import type { CitationReview } from '#citation/review.ts';
import type { TextChange } from '#citation/text-changes.ts';
import { blankFrontMatter } from '#document/document.ts';
import { sayUnwritten } from '#io/describe-trouble.ts';
import { readDocuments, readSourceFiles } from '#io/read-corpus.ts';
import { replaceFile } from '#io/write-file.ts';
import { parseMdx } from '#markdown/parse.ts';
import { printProblem } from '#problem/print.ts';
import type { Problem, RuleId } from '#problem/problem.ts';
import { didYouMean } from '#problem/wording.ts';
import type { MarkReview } from '#source/review-marks.ts';
import { type OpenedSource, openSource, readSource, type SourceFiles } from '#source/source.ts';
import { indexLines } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import { type Cited, compareSource, isLost, readEarlier, refusalOf, type SourceComparison } from './compare-source.ts';
import { printChanges, printMark, printOutcome } from './print-review.ts';
import { attempt } from './read-project.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface ReviewOptions {
  /** Every source whose text is not the reviewed one. */
  readonly all?: boolean;
  /** Only show: ask nothing, write nothing. */
  readonly dryRun?: boolean;
  /** Agree without being asked, unless a person has to look. */
  readonly yes?: boolean;
}

/**
 * Show what changed in a source since a person reviewed it: its words, what the entries of its record mark, and which
 * citations moved or broke. Then, if a person agrees, pin the text as it is now, write the anchors of the entries, and
 * move line numbers in the record and in documents. Words that are never printed are shown only where a person sits.
 * Returns the exit code: 0 nothing is left to review, 1 something is, 2 wrong use.
 *
 * @param today ISO 8601.
 */
export async function review(
  root: string,
  id: string | undefined,
  options: ReviewOptions,
  today: string,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const sources = attempt(() => readSourceFiles(root));
  if ('error' in sources) return usageError(terminal, sources.error);
  const ids = sources.map((source) => source.id);

  if ((id === undefined) !== (options.all ?? false)) {
    return usageError(
      terminal,
      'Expected the id of one source, or `--all` for those that changed',
      `the sources are ${ids.join(', ')}`,
    );
  }
  const asked = id === undefined ? sources : sources.filter((source) => source.id === id);
  if (asked.length === 0) {
    const meant = didYouMean(suggest(id ?? '', ids));
    return usageError(terminal, `There is no source \`${id}\``, ...meant);
  }

  const cited = attempt(() => readAllCitations(root));
  if ('error' in cited) return usageError(terminal, cited.error);
  let code: 0 | 1 | 2 = 0;
  for (const source of asked) {
    const left = await reviewSource({ root, files: source, cited, ids, options, today, terminal });
    code = left > code ? left : code;
  }
  return code;
}

/** The citations of all documents, drafts included. */
export function readAllCitations(root: string): readonly Cited[] {
  return readDocuments(root).files.flatMap(({ file, text, tree }) =>
    tree ? citationsOf(tree, text, file).map((citation) => ({ citation, file, text })) : [],
  );
}

function citationsOf(tree: Parameters<typeof readFootnotes>[0], text: string, file: string): Citation[] {
  const lines = indexLines(text);
  return readFootnotes(tree, text).definitions.flatMap(
    (definition) => readCitations(definition, file, lines).citations,
  );
}

/** The problems that a review can solve. */
const REVIEWED: ReadonlySet<RuleId> = new Set(['source-stale', 'region-not-found', 'erratum-not-found']);

interface Task {
  readonly root: string;
  readonly files: SourceFiles;
  readonly cited: readonly Cited[];
  readonly ids: readonly string[];
  readonly options: ReviewOptions;
  readonly today: string;
  readonly terminal: Terminal;
}

async function reviewSource(task: Task): Promise<0 | 1 | 2> {
  const { root, files, ids, options, today, terminal } = task;
  const { out, err, style, ask } = terminal;
  const { id, record, raw } = files;
  const reading = openSource(files, ids);
  if (!reading.ok || !record || !raw) return reportProblems(reading.ok ? [] : reading.problems, terminal);
  const current = readSource(files, ids);
  if (!current.problems.some(({ ruleId }) => REVIEWED.has(ruleId))) {
    if (current.problems.length > 0) return reportProblems(current.problems, terminal);
    if (!options.all) out.write(`\`${id}\` is the text that was reviewed; nothing to do\n`);
    return 0;
  }

  const { opened } = reading;
  const earlier = readEarlier(root, opened, ids);
  const cited = raw.sha256 === opened.record.sha256 ? [] : task.cited;
  const comparison = compareSource({ ...files, record, raw }, opened, earlier, cited, ids, today);
  const { isStale, marks, proposed, outcomes, changes, isSecret } = comparison;
  out.write(`${style.file(id)}\n`);
  if (isStale) {
    out.write(`  pinned   ${opened.record.sha256}\n  actual   ${raw.sha256}\n\n`);
    printDifference(comparison.unknown, changes, terminal);
  }
  const open = marks.filter(({ outcome }) => outcome !== 'holds');
  for (const one of open) {
    const isHidden = one.isHidden || [...(one.was ?? []), ...one.now].some(isSecret);
    printMark({ ...one, isHidden }, { file: record.file, place: opened.yaml.placeAt(one.mark.path) }, terminal);
  }
  if (open.length > 0) out.write('\n');
  if (!comparison.now || proposed === opened.recordText) {
    reportProblems(comparison.problems, terminal);
    out.write('The record does not fit the text as it is now: correct it first, then review again\n');
    return 1;
  }
  for (const { review, citation, file } of outcomes) {
    printOutcome(review, { file, place: citation.place }, isSecret, terminal);
  }
  if (isStale) out.write(`${countOutcomes(outcomes, terminal)}\n`);
  const isBroken = outcomes.some(isLost);

  if (options.dryRun) return 1;
  const refusal = options.yes ? refusalOf(comparison) : undefined;
  if (refusal || (!options.yes && !ask)) {
    const nobody = 'nobody can be asked here; use --yes to agree or --dry-run to only look';
    err.write(`Nothing was written: ${refusal ?? nobody}\n`);
    return 1;
  }
  if (!options.yes && !(await agrees(task, { open, opened, isStale, place: record.file }))) {
    out.write('Nothing was written\n');
    return 1;
  }

  try {
    replaceFile(join(root, record.file), opened.recordText, proposed);
  } catch (error) {
    return usageError(terminal, sayUnwritten(record.file, error));
  }
  const written = isStale ? 'has the new pin' : 'has its anchors';
  out.write(`${record.file} ${written}${isBroken ? '; the check shows which quotes to correct' : ''}\n`);
  const left = await writeLocators(task, outcomes);
  return left === 0 && isBroken ? 1 : left;
}

function reportProblems(problems: readonly Problem[], { out, style }: Terminal): 0 | 1 {
  for (const problem of problems) out.write(`${printProblem(problem, style)}\n\n`);
  return problems.length > 0 ? 1 : 0;
}

function printDifference(
  unknown: string | undefined,
  changes: readonly TextChange[] | undefined,
  terminal: Terminal,
): void {
  const { out } = terminal;
  if (unknown) out.write(`The reviewed text cannot be shown: ${unknown}\n\n`);
  else if (!changes) out.write('The two texts have too little in common to be compared by words\n\n');
  else if (changes.length === 0) out.write('All words are the same: only white space and line breaks differ\n\n');
  else printChanges(changes, terminal);
}

function countOutcomes(outcomes: SourceComparison['outcomes'], { style }: Terminal): string {
  const count = (...kinds: readonly CitationReview['outcome'][]) =>
    outcomes.filter(({ review }) => kinds.includes(review.outcome)).length;
  const unclear = count('unclear');
  const counts =
    `${count('holds', 'moved')} of ${outcomes.length} citations hold, ${count('moved')} of them on another line; ` +
    `${count('broken')} broken${unclear > 0 ? `, ${unclear} unclear` : ''}`;
  return count('broken', 'unclear') === 0 ? style.good(counts) : style.bad(counts);
}

async function agrees(
  { files, today, terminal: { ask } }: Task,
  {
    open,
    opened,
    isStale,
    place,
  }: { open: readonly MarkReview[]; opened: OpenedSource; isStale: boolean; place: string },
): Promise<boolean> {
  const confirm = async (question: string) => (await ask?.confirm(question)) ?? false;
  for (const { mark, outcome } of open) {
    if (outcome !== 'changed') continue;
    const { line } = opened.yaml.placeAt(mark.path).start;
    if (!(await confirm(`Is what is there now right for the entry on line ${line} of ${place}?`))) return false;
  }
  const unseen = open.filter(({ outcome }) => outcome === 'unseen').length;
  if (unseen > 0 && !(await confirm(`Are these words right for all entries not seen yet (${unseen})?`))) return false;
  const moved = open.filter(({ to }) => to).length;
  if (moved > 0 && !(await confirm(`Write the new lines of the entries that moved (${moved}) into ${place}?`))) {
    return false;
  }
  return !isStale || confirm(`Pin the text of ${files.id} as it is now, reviewed on ${today}?`);
}

/** Move the `#L` of citations whose words are on another line, if a person agrees. */
async function writeLocators(
  { root, options, terminal }: Task,
  outcomes: SourceComparison['outcomes'],
): Promise<0 | 1 | 2> {
  const { out, ask } = terminal;
  const moved = outcomes.flatMap(({ review, ...cited }) =>
    review.outcome === 'moved' && review.locator ? { ...cited, locator: review.locator } : [],
  );
  if (moved.length === 0) return 0;
  const question = `Write the new lines of the citations that name a line (${moved.length}) into the documents?`;
  if (!options.yes && !(await ask?.confirm(question))) {
    out.write('The lines in citations were left as they are; the check shows them\n');
    return 1;
  }
  for (const [file, moves] of Map.groupBy(moved, (one) => one.file)) {
    const [{ text } = { text: '' }] = moves;
    const edited = moveLocators(text, moves);
    try {
      if (!isOnlyMoved(text, edited, file, moves)) throw new Error('a line number cannot be written there');
      replaceFile(join(root, file), text, edited);
    } catch (error) {
      return usageError(terminal, sayUnwritten(file, error));
    }
    out.write(`${file} has the new lines\n`);
  }
  return 0;
}

/** Does a document cite the same as before, on the new lines? */
function isOnlyMoved(text: string, edited: string, file: string, moves: readonly LocatorMove[]): boolean {
  const read = (text: string) => {
    const parsed = parseMdx(blankFrontMatter(text), file);
    return 'tree' in parsed ? citationsOf(parsed.tree, text, file) : [];
  };
  const wanted = read(text).map(({ sourceId, quote, locator, place }) => {
    const move = moves.find(({ citation }) => citation.place.start.offset === place.start.offset);
    return { sourceId, quote, locator: move ? move.locator : locator };
  });
  const written = read(edited).map(({ sourceId, quote, locator }) => ({ sourceId, quote, locator }));
  return JSON.stringify(written) === JSON.stringify(wanted);
}
