import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '#source/inventory.ts';

/**
 * List all files and symbolic links below a folder, sorted, with `/`. Those that editors and systems put beside a file,
 * hidden or with `~` at the end, are passed over. A folder that is a link itself comes first, with an empty name.
 */
export function listFiles(root: string, folder: string): ListedFile[] {
  const read = (path: string): ListedFile[] =>
    readdirSync(join(root, folder, path), { withFileTypes: true })
      .filter(({ name }) => !/^\.|~$/.test(name))
      .flatMap((entry: Dirent) => {
        const name = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory()) return read(name);
        const isLink = entry.isSymbolicLink();
        return entry.isFile() || isLink ? [{ name, isLink }] : [];
      });
  const itself: ListedFile[] = lstatSync(join(root, folder)).isSymbolicLink() ? [{ name: '', isLink: true }] : [];
  return [...itself, ...read('').sort((a, b) => (a.name < b.name ? -1 : 1))];
}
