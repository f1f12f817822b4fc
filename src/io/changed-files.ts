import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { codeOf } from './code-of.ts';
import { listFiles } from './list-files.ts';
import { NotAText, readWhole } from './read-corpus.ts';

/** What was read of a project: the SHA-256 of each file, by its path from the root. */
export type Digests = ReadonlyMap<string, string>;

/** Give the SHA-256 of a file that was read. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** List the files of `sources` and `content` below `root` that are not what was `read`: changed, added or removed. Sorted. */
export function changedFiles(root: string, read: Digests): readonly string[] {
  const now = ['content', 'sources'].flatMap((folder) => list(root, folder));
  const files = new Set([...read.keys(), ...now]);
  return [...files].filter((file) => read.get(file) !== digestNow(root, file)).sort();
}

function list(root: string, folder: string): string[] {
  try {
    return listFiles(root, folder).map(({ name }) => `${folder}/${name}`);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function digestNow(root: string, file: string): string | undefined {
  try {
    return digestOf(readWhole(join(root, file), file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof NotAText) return undefined;
    throw error;
  }
}
