import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Results by a digest of all that goes into each of them: one that is found is the one that would be made. */
export type Results = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const DIGEST_LENGTH = 32;

/**
 * Read what an earlier run has kept under a name below `root`. What is missing, cut off or was changed counts as nothing kept: a
 * cache is never needed, and never believed without its digest.
 */
export function readKept(root: string, name: string): Results {
  let bytes: Buffer;
  try {
    bytes = readFileSync(placeOf(root, name));
  } catch {
    return new Map();
  }
  const content = bytes.subarray(DIGEST_LENGTH);
  if (!digestOf(content).equals(bytes.subarray(0, DIGEST_LENGTH))) return new Map();
  const results: unknown = deserialize(content);
  return results instanceof Map ? results : new Map();
}

/** Keep results for later runs in the place of those that were kept before. Where that can't be done, nothing is kept. */
export function keepResults(root: string, name: string, results: Results): void {
  const content = serialize(results);
  const place = placeOf(root, name);
  const temporary = `${place}.${process.pid}.tmp`;
  try {
    mkdirSync(cacheFolder(root), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(temporary, Buffer.concat([digestOf(content), content]));
    renameSync(temporary, place);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Where programs of this project keep what they need not make twice: it can be removed at any time. */
export function cacheFolder(root: string): string {
  return join(root, 'node_modules/.cache/below-the-surface');
}

function placeOf(root: string, name: string): string {
  return join(cacheFolder(root), name);
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
