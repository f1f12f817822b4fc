import { join } from 'node:path';
import type { Root } from 'mdast';
import type { DocumentFile } from '#check/model.ts';
import { type CitationCheck, checkCitations, type SourcesById } from '#citation/check.ts';
import { type FixedText, fixFootnotes } from '#citation/fix.ts';
import { applyEdits, nearestQuote } from '#citation/nearest-quote.ts';
import { blankFrontMatter } from '#document/document.ts';
import { type ReadOptions, readDocuments, readSources } from '#io/read-corpus.ts';
import { replaceFile } from '#io/write-file.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Style } from '#problem/print.ts';
import { withoutMark } from '#text/encoding.ts';
import { indexLines, locate } from '#text/location.ts';

/** `safe`: what no reader can see. `quotes`: quotes that their source lacks, where one place in it alone is nearest. */
export const FIXES = ['safe', 'quotes'] as const;

type ReportDone = (file: string, done: readonly string[]) => void;

/**
 * Fix what is asked for in the selected files, and print what was done. Safe is: to remove byte order marks, and to
 * repair footnotes of documents as long as they lead to the same passages.
 */
export function fix(
  root: string,
  what: (typeof FIXES)[number],
  isSelected: (file: string) => boolean,
  style: Style,
  out: NodeJS.WritableStream,
): void {
  const report: ReportDone = (file, done) => {
    out.write(`${style.file(file)}\n${done.map((what) => `  ${what}\n`).join('')}`);
  };
  if (what === 'safe') removeMarks(root, isSelected, report);
  const sourcesById: SourcesById = new Map(readSources(root).map(({ id, source }) => [id, source]));
  for (const document of readDocuments(root).files) {
    const { file, text, tree } = document;
    if (!tree || !isSelected(file)) continue;
    const fixed = what === 'safe' ? fixForm(tree, document, sourcesById) : fixQuotes(tree, document, sourcesById);
    if (!fixed) continue;
    replaceFile(join(root, file), text, fixed.text);
    report(file, fixed.done);
  }
}

type DocumentText = Pick<DocumentFile, 'file' | 'text'>;

function fixForm(tree: Root, { file, text }: DocumentText, sourcesById: SourcesById): FixedText | undefined {
  const fixed = fixFootnotes(tree, text);
  if (fixed.done.length === 0) return undefined;
  const now = parseMdx(blankFrontMatter(fixed.text), file);
  const passagesOf = (...[root, words]: [Root, string]) =>
    JSON.stringify(checkCitations(root, words, file, sourcesById).footnotes);
  return 'tree' in now && passagesOf(tree, text) === passagesOf(now.tree, fixed.text) ? fixed : undefined;
}

function fixQuotes(tree: Root, { file, text }: DocumentText, sourcesById: SourcesById): FixedText | undefined {
  const before = checkCitations(tree, text, file, sourcesById);
  const missing = before.problems.filter(({ ruleId }) => ruleId === 'quote-not-found');
  const edits = before.citations.map((citation) => {
    const problem = missing.find(({ place }) => place?.start.offset === citation.place.start.offset);
    const source = sourcesById.get(citation.sourceId);
    return problem && source ? nearestQuote(problem, citation, text, source) : [];
  });
  const { length: fixed } = edits.filter(({ length }) => length > 0);
  if (fixed === 0) return undefined;

  const outcome = applyEdits(text, edits.flat());
  const now = parseMdx(blankFrontMatter(outcome), file);
  if (!('tree' in now)) return undefined;
  const after = checkCitations(now.tree, outcome, file, sourcesById);
  // All other citations are as they were, and all of these hold.
  const restOf = ({ citations }: CitationCheck) =>
    JSON.stringify(citations.map(({ sourceId, locator, quote }, at) => [sourceId, locator, edits[at]?.[0] ?? quote]));
  if (restOf(after) !== restOf(before) || after.problems.length !== before.problems.length - fixed) return undefined;
  const lines = indexLines(text);
  const done = edits.flat().map((edit) => {
    const { line, column } = locate(lines, edit.start);
    return `${line}:${column}  “${edit.before}” → “${edit.after}”`;
  });
  return { text: outcome, done };
}

/** The mark has no words: a raw text without it is what a person reviewed, or has to be reviewed all the same. */
function removeMarks(root: string, isSelected: (file: string) => boolean, report: ReportDone): void {
  const files = new Map<string, Uint8Array>();
  const options: ReadOptions = { onFile: (file, bytes) => files.set(file, bytes) };
  readSources(root, options);
  readDocuments(root, options);
  for (const [file, bytes] of files) {
    if (!isSelected(file)) continue;
    const rest = withoutMark(bytes);
    if (rest.length === bytes.length) continue;
    replaceFile(join(root, file), bytes, rest);
    report(file, ['removed the byte order mark']);
  }
}
