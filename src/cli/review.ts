import { join } from 'node:path';
import { type Citation, readCitations } from '#citation/citation.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { type CitationReview, changesOf, reviewCitation, type TextChange } from '#citation/review.ts';
import { sayUnwritten } from '#io/describe-trouble.ts';
import { findInHistory } from '#io/git-history.ts';
import { readDocuments, readSourceFiles } from '#io/read-corpus.ts';
import { replaceFile } from '#io/write-file.ts';
import { explain } from '#problem/explain.ts';
import { printPlace, printProblem } from '#problem/print.ts';
import { didYouMean } from '#problem/wording.ts';
import { repin } from '#source/repin.ts';
import { readSource, type Source, type SourceFiles } from '#source/source.ts';
import { indexLines } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import { attempt } from './read-project.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface ReviewOptions {
  /** Every source whose text is not the reviewed one. */
  readonly all?: boolean;
  /** Only show: ask nothing, write nothing. */
  readonly dryRun?: boolean;
  /** Pin without asking, unless a citation broke. */
  readonly yes?: boolean;
}

interface Cited {
  readonly citation: Citation;
  readonly file: string;
}

interface Outcome extends Cited {
  readonly review: CitationReview;
}

/**
 * Show what changed in a source since its text was reviewed, and which citations that moved or broke; then, if a person
 * agrees, pin the text as it is now. Only `sha256` and `reviewed` of the record are written. Returns the exit code: 0
 * nothing is left to review, 1 something is, 2 wrong use.
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
    return usageError(terminal, `Cannot find a source \`${id}\``, ...meant);
  }

  const cited = attempt(() => readAllCitations(root));
  if ('error' in cited) return usageError(terminal, cited.error);
  let code: 0 | 1 | 2 = 0;
  for (const source of asked) {
    const left = await reviewSource(root, source, cited, ids, options, today, terminal);
    code = left > code ? left : code;
  }
  return code;
}

function readAllCitations(root: string): readonly Cited[] {
  return readDocuments(root).files.flatMap(({ file, text, tree }) => {
    if (!tree) return [];
    const lines = indexLines(text);
    return readFootnotes(tree, text).definitions.flatMap((definition) =>
      readCitations(definition, file, lines).citations.map((citation) => ({ file, citation })),
    );
  });
}

async function reviewSource(
  root: string,
  files: SourceFiles,
  cited: readonly Cited[],
  ids: readonly string[],
  { dryRun = false, yes = false, all = false }: ReviewOptions,
  today: string,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const { out, style } = terminal;
  const { id, record, raw } = files;
  const { problems } = readSource(files, ids);
  const stale = problems.find((problem) => problem.ruleId === 'source-stale');
  if (!record || !raw || !stale) {
    for (const problem of problems) out.write(`${printProblem(problem, style)}\n\n`);
    if (problems.length > 0) return 1;
    if (!all) out.write(`\`${id}\` is the text that was reviewed; nothing to do\n`);
    return 0;
  }

  const citations = cited.filter(({ citation }) => citation.sourceId === id);

  const recordText = new TextDecoder().decode(record.bytes);
  const repinned = repin(recordText, raw.sha256, today);
  const after = readSource({ ...files, record: { ...record, bytes: new TextEncoder().encode(repinned) } }, ids);
  const bytes = findInHistory(root, raw.file, stale.pinned);
  const before = bytes && readSource({ ...files, raw: { ...raw, bytes, sha256: stale.pinned } }, ids).source;

  out.write(`${style.file(id)}\n  pinned   ${stale.pinned}\n  actual   ${raw.sha256}\n\n`);
  if (!after.source) {
    for (const problem of after.problems) out.write(`${printProblem(problem, style)}\n\n`);
    out.write('The record does not fit the text as it is now: correct it first, then review again\n');
    return 1;
  }
  out.write(
    before
      ? printChanges(before, after.source, terminal)
      : 'The pinned text is not in the history of Git: what changed cannot be shown\n\n',
  );

  const now = after.source;
  const outcomes = citations.map(
    (other): Outcome => ({ ...other, review: reviewCitation(other.citation, before, now) }),
  );
  for (const outcome of outcomes) out.write(printOutcome(outcome, terminal));
  const count = (kind: CitationReview['outcome']) => outcomes.filter(({ review }) => review.outcome === kind).length;
  const broken = count('broken');
  const counts = `${count('holds')} of ${outcomes.length} citations hold, ${count('moved')} moved, ${broken} broken`;
  out.write(`${broken === 0 ? style.good(counts) : style.bad(counts)}\n`);

  if (dryRun) return 1;
  if (yes && broken > 0) {
    terminal.err.write('Nothing was written: --yes is for a change that breaks no citation\n');
    return 1;
  }
  if (!yes && !terminal.ask) {
    terminal.err.write(
      'Nothing was written, since nobody can be asked here; use --yes to agree or --dry-run to only look\n',
    );
    return 1;
  }
  if (!yes && !(await terminal.ask?.confirm(`Pin the text of ${id} as it is now, reviewed on ${today}?`))) {
    out.write('Nothing was written\n');
    return 1;
  }

  try {
    replaceFile(join(root, record.file), recordText, repinned);
  } catch (error) {
    return usageError(terminal, sayUnwritten(record.file, error));
  }
  out.write(`${record.file} has the new pin${broken > 0 ? '; the check shows which quotes to correct' : ''}\n`);
  return broken > 0 ? 1 : 0;
}

function printChanges(before: Source, now: Source, { style }: Terminal): string {
  const changes = changesOf(before.raw, now);
  if (!changes) return 'The two texts have too little in common to be compared by words\n\n';
  return `${changes.map((change) => printChange(change, style)).join('\n')}\n\n`;
}

function printChange(
  { line, before, removed, added, after, isWithheld }: TextChange,
  style: Terminal['style'],
): string {
  const where = style.faint(`line ${line}`);
  if (isWithheld) return `${where}  in a part that is never printed`;
  const flat = (text: string) => text.replace(/\n/g, '⏎');
  const marks = [removed && style.bad(`[-${flat(removed)}-]`), added && style.good(`{+${flat(added)}+}`)].join('');
  return `${where}  …${flat(before)}${marks}${flat(after)}…`;
}

function printOutcome({ citation, file, review }: Outcome, { style }: Terminal): string {
  const place = style.file(printPlace({ file, place: citation.place }));
  switch (review.outcome) {
    case 'holds':
      return '';
    case 'moved':
      return `${place}  moved from line ${review.from} to line ${review.line}\n`;
    case 'broken': {
      const { reason, notes } = explain({ ...review.fact, file, place: citation.place });
      return [`${place}  ${style.bad('broken')}`, `  ${reason}`, ...notes.map((note) => `  ${note}`), '', ''].join(
        '\n',
      );
    }
  }
}
