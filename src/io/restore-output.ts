import { chmodSync, existsSync, lstatSync, readdirSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from './code-of.ts';
import { isRunning } from './is-running.ts';

/** In milliseconds. No build takes so long: the number of its process belongs to another one now. */
const LONGEST_BUILD = 24 * 60 * 60 * 1000;
/** In milliseconds. How long a living build may take between the two steps of the swap; both are over in microseconds. */
const LONGEST_SWAP = 300;

/** So many links in a row the system follows, too. */
const MOST_LINKS = 40;

/** A folder that a build put beside its output. */
interface Left {
  readonly path: string;
  /** Is it an earlier site, not to be lost? */
  readonly isFormer: boolean;
  readonly isDead: boolean;
}

/**
 * Where an output lies: behind the links that lead there, also while nothing is there. Astro writes a slash at the end, with which the
 * system would follow a link, and find no file.
 */
export function placeOf(output: string): string {
  let place = resolve(output);
  for (let links = 0; links < MOST_LINKS && isLink(place); links++)
    place = resolve(dirname(place), readlinkSync(place));
  return place;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** The folder beside `output` that a build of this process writes to. */
export function stagedName(output: string): string {
  return join(dirname(output), `.build-${process.pid}-${basename(output)}`);
}

/** Where a build of this process puts the earlier `output` for a moment. */
export function formerName(output: string): string {
  return `${stagedName(output)}.former`;
}

/**
 * Bring back the output that a killed build had put aside, and remove what killed builds left behind. Returns whether it was brought
 * back. Folders of builds that run are left alone.
 */
export function restoreOutput(output: string): boolean {
  const place = placeOf(output);
  const isRestored = bringBack(place);
  for (const { path, isDead } of findLeft(place)) if (isDead) removeFolder(path);
  return isRestored;
}

function bringBack(place: string): boolean {
  const formers = () => findLeft(place).filter(({ isFormer }) => isFormer);
  const isMissing = () => !existsSync(place) && formers().length > 0;
  if (!isMissing()) return false;
  // Perhaps a build is just between its two steps.
  if (formers().some(({ isDead }) => !isDead))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONGEST_SWAP);
  if (!isMissing()) return false;
  const [latest] = formers().sort((a, b) => statSync(b.path).ctimeMs - statSync(a.path).ctimeMs);
  try {
    if (latest) renameSync(latest.path, place);
    return true;
  } catch (error) {
    // Somebody else was quicker, or a build has put its site there.
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

function findLeft(place: string): Left[] {
  const parent = dirname(place);
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name): Left[] => {
    const [, id = '', rest = ''] = /^\.build-(\d+)-(.*)$/s.exec(name) ?? [];
    const ending = rest.slice(basename(place).length);
    if (!rest.startsWith(basename(place)) || !/^(?:\.former)?(?:\.gone)?$/.test(ending)) return [];
    const path = join(parent, name);
    return [{ path, isFormer: ending === '.former', isDead: !isRunning(Number(id)) || isOld(path) }];
  });
}

function isOld(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file !== undefined && Date.now() - file.ctimeMs > LONGEST_BUILD;
}

/**
 * Remove a folder that a build made, also one that has folders which may not be written to. It is renamed first, so that nobody takes
 * a half removed one for a whole. What this user can't remove stays.
 */
export function removeFolder(path: string): void {
  const gone = join(
    dirname(path),
    basename(path)
      .replace(/^\.build-\d+/, `.build-${process.pid}`)
      .replace(/(?:\.gone)?$/, '.gone'),
  );
  try {
    if (gone !== path) renameSync(path, gone);
    removeAll(gone);
  } catch (error) {
    // It was not there, or another process removes it.
    if (codeOf(error) !== 'ENOENT') removeAll(path);
  }
}

function removeAll(path: string): void {
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  try {
    remove();
  } catch {
    try {
      openUp(path);
      remove();
    } catch {
      // A file of another user's: it harms no build.
    }
  }
}

function openUp(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openUp(join(folder, entry.name));
  }
}
