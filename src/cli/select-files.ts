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
  const asked = fromRoot(root, written);
  const unknown = asked.find((name) => !files.some((file) => isBelow(file, name)));
  if (unknown !== undefined) {
    const meant = didYouMean(suggest(unknown, files));
    return { error: [`There is no document or source \`${unknown}\``, ...meant].join('\n') };
  }
  return { isSelected: selectionOf(root, written) };
}

/** The same filter, before it is known whether there are such files. */
export function selectionOf(root: string, written: readonly string[]): (file: string) => boolean {
  const asked = fromRoot(root, written);
  return (file) => asked.length === 0 || asked.some((name) => isBelow(file, name));
}

function fromRoot(root: string, written: readonly string[]): string[] {
  // npm runs scripts in the root, and says where it was called.
  const called = process.env['INIT_CWD'] ?? root;
  const from = relative(root, called).startsWith('..') ? root : called;
  return written.map((name) => relative(root, resolve(from, name)).split(sep).join('/'));
}

function isBelow(file: string, name: string): boolean {
  return name === '' || file === name || file.startsWith(`${name}/`);
}
