import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.ts';

/** What was read has been changed by somebody else since. */
export class ChangedMeanwhile extends Error {}

/**
 * Put `text` in the place of a file that had `before`. The file is whole at any moment: written beside it, then renamed. One that
 * somebody else changed is left alone.
 */
export function replaceFile(path: string, before: string, text: string): void {
  writeBeside(path, text, (temporary) => {
    if (readFileSync(path, 'utf8') !== before) throw new ChangedMeanwhile(path);
    renameSync(temporary, path);
  });
}

/** Make a file that is not there yet, whole or not at all. Throws `EEXIST` where there is one. */
export function createFile(path: string, content: string | Uint8Array): void {
  // Unlike a rename, a link never takes the place of a file.
  writeBeside(path, content, (temporary) => linkSync(temporary, path));
}

/** Write a hidden file, which the check passes over, and put it in place. An error names the file that was asked for. */
function writeBeside(path: string, content: string | Uint8Array, put: (temporary: string) => void): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    removeLeft(dirname(path));
    write(temporary, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    put(temporary);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function write(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Remove what killed commands left half written. */
function removeLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const id = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (id && !isRunning(Number(id))) rmSync(join(folder, name), { force: true });
  }
}
