import { existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { codeOf } from './code-of.ts';
import { formerName, placeOf, removeFolder, restoreOutput, stagedName } from './restore-output.ts';

/** A folder that a build writes to, which becomes the real one only when the build is whole. */
export interface StagedOutput {
  readonly folder: string;
  /** Put the folder in the place of the output. */
  readonly commit: () => void;
  /** Remove what was not put into its place. */
  readonly discard: () => void;
}

/** A place that no build can write to without doing harm. */
export class NoPlaceForOutput extends Error {}

/** Other builds may put their site there between two steps of ours; so many in a row never do. */
const MOST_TRIES = 20;

/**
 * Build beside `output` and swap at the end, so that a failed or killed build leaves the earlier site whole. What killed builds
 * left behind is put right first. A symbolic link is followed: what it leads to is replaced, and the link stays.
 */
export function stageOutput(root: string, output: string): StagedOutput {
  restoreOutput(output);
  const place = placeOf(output);
  mustBeOwn(root, place, output);
  mustLeadSomewhere(place, output);
  mkdirSync(dirname(place), { recursive: true });
  mustBeMovable(place, output);

  const folder = stagedName(place);
  const former = formerName(place);
  mkdirSync(folder);
  const { ino } = statSync(folder);

  return {
    folder,
    commit: () => {
      // A folder that was removed meanwhile, and begun again by the next page, has half a site.
      if (statSync(folder).ino !== ino)
        throw new NoPlaceForOutput(`\`${folder}\` was removed while the site was built`);
      swap(folder, place, former);
    },
    discard: () => removeFolder(folder),
  };
}

/**
 * Two steps, since no system-independent call does it in one. A process that dies between them leaves the earlier site under
 * the name `former`, from where `restoreOutput` brings it back.
 */
function swap(folder: string, place: string, former: string): void {
  for (let tries = 1; ; tries++) {
    const isAside = moveAside(place, former);
    try {
      renameSync(folder, place);
      break;
    } catch (error) {
      const isTaken = ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '');
      if (!isTaken && isAside) renameSync(former, place);
      if (!isTaken || tries === MOST_TRIES) throw error;
      // Another build was quicker: what we put aside is older than its site, and that is now the one to replace.
      removeFolder(former);
    }
  }
  removeFolder(former);
}

function moveAside(place: string, former: string): boolean {
  try {
    renameSync(place, former);
    return true;
  } catch (error) {
    // There is none, or another build has just put it aside.
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The disk that a link names may be missing: nothing is made in its place. */
function mustLeadSomewhere(place: string, output: string): void {
  if (place === resolve(output) || existsSync(place)) return;
  throw new NoPlaceForOutput(`\`${basename(output)}\` is a symbolic link to nothing: remove it, or make what it names`);
}

/** A build replaces all of its folder: never the project itself, nor what it is made of. */
function mustBeOwn(root: string, place: string, output: string): void {
  const isWithin = (inner: string, outer: string) => {
    const path = relative(outer, inner);
    return !isAbsolute(path) && path.split(sep)[0] !== '..';
  };
  const real = realpathSync(root);
  const own = ['content', 'sources', 'src', 'tests', 'node_modules', '.git'].map((name) => join(real, name));
  const at = existsSync(dirname(place)) ? join(realpathSync(dirname(place)), basename(place)) : place;
  if (isWithin(real, at) || own.some((folder) => isWithin(at, folder)))
    throw new NoPlaceForOutput(`\`${output}\` has files of the project: build into another folder`);
}

function mustBeMovable(place: string, output: string): void {
  const there = statSync(place, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isDirectory())
    throw new NoPlaceForOutput(`\`${basename(output)}\` is a file, expected a folder: move it away`);
  if (there.dev !== statSync(dirname(place)).dev)
    throw new NoPlaceForOutput(
      `\`${basename(output)}\` is mounted and can't be replaced as a whole: mount the folder above it`,
    );
}
