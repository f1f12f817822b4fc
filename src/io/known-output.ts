import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
    return digestOf(output).equals(known);
  } catch {
    return false;
  }
}

/** Keep which site a state made. Where that can't be done, the next build makes it again. */
export function keepOutput(root: string, output: string, state: string): void {
  keepResults(root, NAME, new Map([[`${state} ${output}`, new Uint8Array(digestOf(output))]]));
}

/** SHA-256 over the names and the digests of all files of a folder, hidden ones too. What is no file is told by its name. */
function digestOf(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const hash = createHash('sha256');
  for (const { path, isFile } of entries) {
    const digest = isFile ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
    hash.update(JSON.stringify([relative(folder, path), digest ?? null]));
  }
  return hash.digest();
}
