import { join } from 'node:path';
import { checkCitations, type SourcesById } from '#citation/check.ts';
import { fixFootnotes } from '#citation/fix.ts';
import { blankFrontMatter } from '#document/document.ts';
import { readDocuments, readSources } from '#io/read-corpus.ts';
import { replaceFile } from '#io/write-file.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Style } from '#problem/print.ts';

/**
 * Fix in every document what can be fixed safely, as long as its footnotes lead to the same passages, and print what
 * was done.
 */
export function fix(root: string, style: Style, out: NodeJS.WritableStream): void {
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
    out.write(`${style.file(file)}\n${fixed.done.map((what) => `  ${what}\n`).join('')}`);
  }
}
