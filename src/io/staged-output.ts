import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { codeOf } from './code-of.ts';
import { isRunning } from './is-running.ts';

/** A folder that a build writes to, which replaces the output once the build is complete. */
export interface StagedOutput {
  readonly folder: string;
  /** Replace the output by the folder. */
  readonly commit: () => void;
  /** Remove it, unless it was committed. */
  readonly discard: () => void;
}

/** An output that no build can replace without doing harm. */
export class NoPlaceForOutput extends Error {}

/** Suffix of the staged folder's name for the earlier site during the swap. */
const FORMER = '.former';

/**
 * Build next to `output` and swap at the end, so that a failed or killed build leaves the earlier site whole. Leftovers
 * of killed builds are removed first. A symbolic link is followed: its target is replaced, and the link stays.
 */
export function stageOutput(root: string, output: string): StagedOutput {
  restoreOutput(output);
  const place = placeOf(output);
  refuseHarm(root, place, resolve(output));
  mkdirSync(dirname(place), { recursive: true });
  const folder = join(dirname(place), `.build-${process.pid}-${basename(place)}`);
  mkdirSync(folder);
  const { ino } = statSync(folder);

  return {
    folder,
    commit: () => {
      // Had it been removed during the build, later pages would have created a new one: half a site.
      if (statSync(folder).ino !== ino) {
        throw new NoPlaceForOutput(`\`${folder}\` was removed while the site was built`);
      }
      swap(folder, place);
    },
    discard: () => remove(folder),
  };
}

/**
 * Two renames, since no portable call exchanges two folders. If the process dies between them, `restoreOutput` puts the
 * earlier site back.
 */
function swap(folder: string, place: string): void {
  const former = `${folder}${FORMER}`;
  try {
    if (existsSync(place)) renameSync(place, former);
    renameSync(folder, place);
  } catch (error) {
    if (existsSync(former) && !existsSync(place)) renameSync(former, place);
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    throw new NoPlaceForOutput('Another build finished at the same moment, and its site is in place; build again');
  } finally {
    remove(former);
  }
}

/**
 * Put back the site that a killed build had moved aside, and remove other leftovers of killed builds, but not the
 * folders of running ones. Returns whether a site was put back.
 */
export function restoreOutput(output: string): boolean {
  const place = placeOf(output);
  const parent = dirname(place);
  if (!existsSync(parent)) return false;
  const pattern = new RegExp(`^\\.build-(\\d+)-${RegExp.escape(basename(place))}(\\${FORMER})?$`);
  const left = readdirSync(parent).flatMap((name) => {
    const [, id, former] = pattern.exec(name) ?? [];
    return id === undefined ? [] : [{ path: join(parent, name), isRunning: isRunning(Number(id)), isFormer: !!former }];
  });
  const former = left.find(({ isFormer }) => isFormer);
  const isRestored = former !== undefined && !existsSync(place);
  if (isRestored) renameSync(former.path, place);
  for (const { path, isRunning } of left) if (!isRunning) remove(path);
  return isRestored;
}

/** A folder that this user may not remove stays; it harms no build. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}

/** The real path of an output: the target of a symbolic link, even if nothing is there yet. */
function placeOf(output: string): string {
  const path = resolve(output);
  if (existsSync(path)) return realpathSync(path);
  return isLink(path) ? resolve(dirname(path), readlinkSync(path)) : path;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** A build replaces its whole folder, so that must not have the project or any of its files, and must be a folder. */
function refuseHarm(root: string, place: string, output: string): void {
  const isWithin = (inner: string, outer: string) =>
    !/^(?:\.\.(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(relative(outer, inner));
  const real = realpathSync(root);
  const own = ['content', 'sources', 'src', 'tests', 'docs', 'node_modules', '.git'].map((name) => join(real, name));
  const entry = statSync(place, { throwIfNoEntry: false });
  const harm = [
    [isWithin(real, place), 'has files of the project: build into another folder'],
    [own.some((folder) => isWithin(place, folder)), 'has files of the project: build into another folder'],
    [isLink(output) && !entry, 'is a symbolic link to nothing: remove it, or create what it names'],
    [entry && !entry.isDirectory(), 'is a file, expected a folder: move it away'],
    [entry && entry.dev !== statSync(dirname(place)).dev, 'is a mount point: mount the folder above it instead'],
  ] as const;
  for (const [is, why] of harm) if (is) throw new NoPlaceForOutput(`\`${basename(output)}\` ${why}`);
}
