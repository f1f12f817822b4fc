import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '#source/inventory.ts';

/**
 * List all files and symbolic links below a folder, sorted, with `/`. Hidden ones, and those ending in `~`, which
 * editors and systems leave, are skipped. A folder that is itself a link comes first, with an empty name.
 */
export function listFiles(root: string, folder: string): ListedFile[] {
  const read = (path: string): ListedFile[] =>
    readdirSync(join(root, folder, path), { withFileTypes: true })
      .filter(({ name }) => !/^\.|~$/.test(name))
      .flatMap((entry) => {
        const name = path === '' ? entry.name : `${path}/${entry.name}`;
        const isLink = entry.isSymbolicLink();
        if (entry.isDirectory()) return read(name);
        return entry.isFile() || isLink ? [{ name, isLink }] : [];
      });
  const itself: ListedFile[] = lstatSync(join(root, folder)).isSymbolicLink() ? [{ name: '', isLink: true }] : [];
  return [...itself, ...read('').sort((a, b) => (a.name < b.name ? -1 : 1))];
}
