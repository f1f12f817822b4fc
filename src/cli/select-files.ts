import { relative, resolve, sep } from 'node:path';
import { didYouMean } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';

/**
 * Read the files and folders of `check <file…>`, from the folder where the command was typed: a filter of the files of a
 * report. None selects all.
 *
 * @param files All files that were checked, below the root.
 */
export function selectFiles(
  root: string,
  written: readonly string[],
  files: readonly string[],
): { readonly isSelected: (file: string) => boolean } | { readonly error: string } {
  if (written.length === 0) return { isSelected: () => true };
  // npm runs scripts in the root, and says where it was called.
  const called = process.env['INIT_CWD'] ?? root;
  const from = relative(root, called).startsWith('..') ? root : called;
  const asked = written.map((name) => relative(root, resolve(from, name)).split(sep).join('/'));
  const isBelow = (file: string, name: string) => name === '' || file === name || file.startsWith(`${name}/`);
  const unknown = asked.find((name) => !files.some((file) => isBelow(file, name)));
  if (unknown !== undefined) {
    const meant = didYouMean(suggest(unknown, files));
    return { error: [`Cannot find \`${unknown}\` among the documents and sources`, ...meant].join('\n') };
  }
  return { isSelected: (file) => asked.some((name) => isBelow(file, name)) };
}
