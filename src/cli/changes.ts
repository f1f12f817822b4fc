import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Memory } from '#check/memory.ts';
import { documentsOf } from '#check/model.ts';
import { secretsBetween } from '#check/secrets.ts';
import { compareStatements, listStatements, type Said } from '#check/statement-changes.ts';
import type { PartlyHidden } from '#citation/text-changes.ts';
import { filesAt } from '#io/git-history.ts';
import { readCorpus, readDocuments, readSourceFiles, readSources } from '#io/read-corpus.ts';
import { hiddenSpans } from '#source/mark-facts.ts';
import { reviewMarks } from '#source/review-marks.ts';
import { openSource, type Source, type SourceFiles } from '#source/source.ts';
import { decode } from '#text/encoding.ts';
import { type Cited, compareSource } from './compare-source.ts';
import { printChangesSince, type SourceChange } from './print-changes.ts';
import { attempt } from './read-project.ts';
import { readAllCitations } from './review.ts';
import { addToSummary } from './step-summary.ts';
import { type Terminal, usageError } from './terminal.ts';

/**
 * Print in Markdown how the site differs from a commit: statements with the passages that they rest on, and sources with
 * what became of the citations of that time. Drafts, and what either of the two withholds, are left out.
 * Returns the exit code: 0 printed, 2 wrong use.
 *
 * @param ref Whatever Git takes for a commit.
 * @param today ISO 8601.
 */
export function changes(root: string, ref: string, today: string, terminal: Terminal): 0 | 2 {
  const files = filesAt(root, ref);
  if (files === 'no-repository') return usageError(terminal, 'Cannot compare: there is no Git repository here');
  if (files === 'unknown') {
    const help = 'name a branch, a tag or a commit; a clone with only the latest commits gets more by `git fetch`';
    return usageError(terminal, `There is no commit \`${ref}\``, help);
  }
  if (files.size === 0) return usageError(terminal, `Cannot compare: \`${ref}\` has no documents and no sources`);
  const folder = mkdtempSync(join(tmpdir(), 'changes-'));
  try {
    for (const [file, bytes] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), bytes);
    }
    for (const name of ['content', 'sources']) mkdirSync(join(folder, name), { recursive: true });
    const memory = new Memory();
    const read = attempt(() => [readEdition(folder, memory), readEdition(root, memory)] as const);
    if ('error' in read) return usageError(terminal, read.error);
    const [then, now] = read;
    const blocks = printChangesSince(ref, {
      statements: compareStatements(then.said, now.said),
      unread: [...new Set([...then.unread, ...now.unread])].sort(),
      sources: compareSources(then, now, today),
      isSecret: secretsBetween(then, now),
    });
    terminal.out.write(`${blocks.join('\n\n')}\n`);
    addToSummary(blocks);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The project as it is in a folder. */
interface ReadEdition {
  readonly sources: ReadonlyMap<string, SourceFiles>;
  readonly texts: ReadonlyMap<string, PartlyHidden>;
  /** Those that hold. */
  readonly read: ReadonlyMap<string, Source>;
  readonly said: readonly Said[];
  readonly statements: readonly string[];
  readonly citations: readonly Cited[];
  /** Documents of which no statement is known. */
  readonly unread: readonly string[];
}

function readEdition(root: string, memory: Memory): ReadEdition {
  const { corpus, drafts } = readCorpus(root, { memory });
  const sources = new Map(readSourceFiles(root).map((files) => [files.id, files]));
  const read = new Map(readSources(root, { memory }).flatMap(({ id, source }) => (source ? [[id, source]] : [])));
  const ids = [...sources.keys()];
  const texts = [...sources].flatMap(([id, files]) => {
    const text = textOf(files, read.get(id), ids);
    return text ? [[id, text] as const] : [];
  });
  const known = new Set([...documentsOf(corpus).map(({ document }) => document.file), ...drafts]);
  const said = listStatements(corpus);
  return {
    ...{ sources, read, said },
    texts: new Map(texts),
    statements: said.map(({ words }) => words),
    citations: readAllCitations(root),
    unread: readDocuments(root, { memory }).files.flatMap(({ file }) => (known.has(file) ? [] : file)),
  };
}

/** A source with what is never printed of it: everything, while that is not known. */
function textOf(files: SourceFiles, source: Source | undefined, ids: readonly string[]): PartlyHidden | undefined {
  if (source) return { raw: source.raw, hidden: source.regions.filter(({ printed }) => !printed) };
  const reading = openSource(files, ids);
  if (!reading.ok) {
    const decoded = decode(files.raw?.bytes ?? new Uint8Array());
    return 'text' in decoded ? { raw: decoded.text, hidden: [{ start: 0, end: decoded.text.length }] } : undefined;
  }
  const { record, text } = reading.opened;
  const marks = reviewMarks(reading.opened, undefined).filter((mark) => mark.isHidden);
  // A record may come from a time before anchors.
  const isSure = marks.every(({ outcome }) => outcome === 'holds' || outcome === 'unseen');
  const isKnown = marks.length === 0 || (isSure && record.sha256 === files.raw?.sha256);
  return { raw: text.raw, hidden: isKnown ? hiddenSpans(record, text) : [{ start: 0, end: text.raw.length }] };
}

function compareSources(then: ReadEdition, now: ReadEdition, today: string): SourceChange[] {
  const stillCited = new Set(now.citations.map(keyOf));
  const ids = [...new Set([...then.sources.keys(), ...now.sources.keys()])].sort();
  return ids.flatMap((id): SourceChange[] => {
    const [before, after] = [then.sources.get(id), now.sources.get(id)];
    const isText = before?.raw?.sha256 !== after?.raw?.sha256;
    const isRecord = Buffer.compare(bytesOf(before), bytesOf(after)) !== 0;
    if (!isText && !isRecord) return [];
    if (!before?.raw) return [{ id, what: 'added' }];
    if (!after) return [{ id, what: 'removed' }];
    const what = isText ? (isRecord ? 'text and record' : 'text') : 'record';

    const { record, raw } = after;
    const [opened, earlier] = [openSource(after, ids), openSource(before, ids)];
    if (!record || !raw || !opened.ok) return [{ id, what }];
    const marked = earlier.ok && { marked: earlier.opened, source: then.read.get(id) };
    const { outcomes, now: source } = compareSource(
      { id, record, raw },
      opened.opened,
      marked || { unknown: '' },
      then.citations,
      ids,
      today,
    );
    if (!source) return [{ id, what }];
    return [{ id, what, outcomes: outcomes.map((one) => ({ ...one, isLeft: stillCited.has(keyOf(one)) })) }];
  });
}

function keyOf({ citation: { sourceId, quote } }: Cited): string {
  return `${sourceId} ${quote}`;
}

function bytesOf(files: SourceFiles | undefined): Uint8Array {
  return files?.record?.bytes ?? new Uint8Array();
}
