import { join } from 'node:path';
import { codeOf } from './code-of.ts';
import { sha256 } from './digest.ts';
import { listFiles } from './list-files.ts';
import { NotAText, readWhole } from './read-corpus.ts';

/**
 * List the files in `sources` and `content` below `root` that were changed, added or removed since they were read,
 * sorted.
 *
 * @param read The SHA-256 of each file as read, by its path from the root.
 */
export function changedFiles(root: string, read: ReadonlyMap<string, string>): readonly string[] {
  const now = ['content', 'sources'].flatMap(
    (folder) => unlessMissing(() => listFiles(root, folder).map(({ name }) => `${folder}/${name}`)) ?? [],
  );
  const digestNow = (file: string) => unlessMissing(() => sha256(readWhole(join(root, file), file)));
  return [...new Set([...read.keys(), ...now])].filter((file) => read.get(file) !== digestNow(file)).sort();
}

function unlessMissing<Value>(get: () => Value): Value | undefined {
  try {
    return get();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof NotAText) return undefined;
    throw error;
  }
}
