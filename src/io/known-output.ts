import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { keepResults, readKept } from './kept-results.ts';

/** Under which name it is kept which site was built last. */
const NAME = 'site';

/**
 * Is what lies in `output`, to the byte, the site that a build of the project below `root` has made of the same `state`? Each file
 * is read for it; one that is missing, added or changed makes it another site.
 */
export function isKnownOutput(root: string, output: string, state: string): boolean {
  const known = readKept(root, NAME).get(`${state} ${output}`);
  if (!known) return false;
  try {
    return digestOf(entriesOf(output)).equals(known);
  } catch {
    return false;
  }
}

/**
 * Keep which site a state made. Where that can't be done, the next build makes it again.
 *
 * @param digests The SHA-256 of each of its files, in hex, by path.
 */
export function keepOutput(root: string, output: string, state: string, digests: ReadonlyMap<string, string>): void {
  keepResults(root, NAME, new Map([[`${state} ${output}`, new Uint8Array(digestOf([...digests]))]]));
}

type Entry = readonly [path: string, digest: string | null];

/** All of a folder, hidden files too. What is no file is told by its name. */
function entriesOf(folder: string): Entry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry): Entry => {
      const place = join(entry.parentPath, entry.name);
      const digest = entry.isFile() ? createHash('sha256').update(readFileSync(place)).digest('hex') : null;
      return [relative(folder, place).split(sep).join('/'), digest];
    });
}

/** SHA-256 over paths and digests, whatever their order. */
function digestOf(entries: readonly Entry[]): Buffer {
  const hash = createHash('sha256');
  for (const entry of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(JSON.stringify(entry));
  return hash.digest();
}
