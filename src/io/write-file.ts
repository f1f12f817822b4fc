import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What was read has been changed by somebody else since. */
export class ChangedMeanwhile extends Error {}

/**
 * Put `text` in the place of a file that had `before`. The file is whole at any moment: written beside it, then renamed. One that
 * somebody else changed is left alone.
 */
export function replaceFile(path: string, before: string, text: string): void {
  const temporary = writeBeside(path, text);
  try {
    if (readFileSync(path, 'utf8') !== before) throw new ChangedMeanwhile(path);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Make a file that is not there yet, whole or not at all. Throws `EEXIST` where there is one. */
export function createFile(path: string, content: string | Uint8Array): void {
  const temporary = writeBeside(path, content);
  try {
    // Unlike a rename, a link never takes the place of a file.
    linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeBeside(path: string, content: string | Uint8Array): string {
  // Hidden, so that the check passes it over.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return temporary;
}
