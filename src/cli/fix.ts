import { join } from 'node:path';
import { checkCitations, type SourcesById } from '#citation/check.ts';
import { fixFootnotes } from '#citation/fix.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { parseDocument, readDocuments, readSources } from '#io/read-corpus.ts';
import { replaceFile } from '#io/write-file.ts';
import type { Style } from '#problem/print.ts';

/**
 * Mend in every document what can be mended without a doubt, and print what was done. A document is written only if every
 * footnote of it still leads to the same passages.
 */
export function fix(root: string, style: Style, out: NodeJS.WritableStream): void {
  const shelf: SourcesById = new Map(readSources(root).map(({ id, source }) => [id, source]));
  for (const { file, text, tree } of readDocuments(root).files) {
    if (!tree) continue;
    const fixed = fixFootnotes(tree, text);
    if (fixed.done.length === 0) continue;
    const parsed = parseDocument(blankFrontMatter(fixed.text), file);
    const passagesOf = (...[root, words]: [Parameters<typeof checkCitations>[0], string]) =>
      JSON.stringify(checkCitations(root, words, file, shelf).footnotes);
    if (!('tree' in parsed) || passagesOf(tree, text) !== passagesOf(parsed.tree, fixed.text)) continue;
    replaceFile(join(root, file), text, fixed.text);
    out.write(`${style.file(file)}\n${fixed.done.map((what) => `  ${what}\n`).join('')}`);
  }
}
