import { statSync } from 'node:fs';

/** In milliseconds, after a run: by then, who wrote while it read has gone on or is done. */
const SECOND_LOOK = 250;

export interface AfterChanges {
  /** A file was changed, made or taken away. */
  readonly tell: (path: string) => void;
  readonly stop: () => void;
}

/**
 * Call `run` once the changes that are told of have come to rest. A large file may be read while it is being written, and
 * systems don't always tell of the rest: each file is looked at once more after the run, and one that is not what it was
 * before is a change like any other.
 *
 * @param pause In milliseconds: editors write a file in several steps, and one run at the end of them is enough.
 */
export function afterChanges(pause: number, run: () => void): AfterChanges {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const runOnce = () => {
    const before = [...changed].map((path) => [path, stampOf(path)] as const);
    run();
    timer = setTimeout(() => {
      changed.clear();
      for (const [path, stamp] of before) if (stampOf(path) !== stamp) tell(path);
    }, SECOND_LOOK);
  };
  const tell = (path: string) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(runOnce, pause);
  };
  return { tell, stop: () => clearTimeout(timer) };
}

/** What tells a file from what it was; the same for all that are not there. */
function stampOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.ino} ${file.size} ${file.mtimeMs}`;
}
