import { join } from 'node:path';
import { checkCitations, type SourcesById } from '#citation/check.ts';
import { fixFootnotes } from '#citation/fix.ts';
import { blankFrontMatter } from '#document/document.ts';
import { type ReadOptions, readDocuments, readSources } from '#io/read-corpus.ts';
import { replaceFile } from '#io/write-file.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Style } from '#problem/print.ts';
import { withoutMark } from '#text/encoding.ts';

/**
 * Fix what can be fixed safely, and print what was done: remove byte order marks, and repair footnotes of documents as
 * long as they lead to the same passages.
 */
export function fix(root: string, style: Style, out: NodeJS.WritableStream): void {
  const report = (file: string, done: readonly string[]) => {
    out.write(`${style.file(file)}\n${done.map((what) => `  ${what}\n`).join('')}`);
  };
  removeMarks(root, report);
  const sourcesById: SourcesById = new Map(readSources(root).map(({ id, source }) => [id, source]));
  for (const { file, text, tree } of readDocuments(root).files) {
    if (!tree) continue;
    const fixed = fixFootnotes(tree, text);
    if (fixed.done.length === 0) continue;
    const parsed = parseMdx(blankFrontMatter(fixed.text), file);
    const passagesOf = (...[root, words]: [Parameters<typeof checkCitations>[0], string]) =>
      JSON.stringify(checkCitations(root, words, file, sourcesById).footnotes);
    if (!('tree' in parsed) || passagesOf(tree, text) !== passagesOf(parsed.tree, fixed.text)) continue;
    replaceFile(join(root, file), text, fixed.text);
    report(file, fixed.done);
  }
}

/** The mark has no words: a raw text without it is what a person reviewed, or has to be reviewed all the same. */
function removeMarks(root: string, report: (file: string, done: readonly string[]) => void): void {
  const files = new Map<string, Uint8Array>();
  const options: ReadOptions = { onFile: (file, bytes) => files.set(file, bytes) };
  readSources(root, options);
  readDocuments(root, options);
  for (const [file, bytes] of files) {
    const rest = withoutMark(bytes);
    if (rest.length === bytes.length) continue;
    replaceFile(join(root, file), bytes, rest);
    report(file, ['removed the byte order mark']);
  }
}
