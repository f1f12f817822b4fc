import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.ts';

/** The file has been changed by somebody else since it was read. */
export class ChangedMeanwhile extends Error {}

/**
 * Replace a file with the content `before` by another. The file is whole at any moment: a new one is written next to it,
 * then renamed. Throws `ChangedMeanwhile` if the content is no longer `before`.
 */
export function replaceFile(path: string, before: string | Uint8Array, content: string | Uint8Array): void {
  writeBeside(path, content, (temporary) => {
    if (!readFileSync(path).equals(Buffer.from(before))) throw new ChangedMeanwhile(path);
    renameSync(temporary, path);
  });
}

/** Create a file, whole or not at all. Throws `EEXIST` if there is one. */
export function createFile(path: string, content: string | Uint8Array): void {
  // Unlike a rename, a link never replaces a file.
  writeBeside(path, content, (temporary) => linkSync(temporary, path));
}

/** Write a hidden file, which the check skips, and move it into place by `put`. Errors name the requested file. */
function writeBeside(path: string, content: string | Uint8Array, put: (temporary: string) => void): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    removeLeftovers(dirname(path));
    writeFileSync(temporary, content, { flag: 'wx', flush: true });
    put(temporary);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Remove the unfinished files of killed commands. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const id = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (id && !isRunning(Number(id))) rmSync(join(folder, name), { force: true });
  }
}
