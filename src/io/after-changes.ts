import { statSync } from 'node:fs';

/** In milliseconds after a run: by then, whoever was writing during the run has continued or finished. */
const SECOND_LOOK = 250;

export interface AfterChanges {
  /** A file was changed, added or removed. */
  readonly onChange: (path: string) => void;
  readonly stop: () => void;
}

/**
 * Call `run` once reported changes have settled. A large file may be read while it is being written, and systems do not always
 * report the rest: each file is looked at once more after the run, and one that differs from before counts as changed.
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
      for (const [path, stamp] of before) if (stampOf(path) !== stamp) onChange(path);
    }, SECOND_LOOK);
  };
  const onChange = (path: string) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(runOnce, pause);
  };
  return { onChange, stop: () => clearTimeout(timer) };
}

/** Tells versions of a file apart; the same for all missing files. */
function stampOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.ino} ${file.size} ${file.mtimeMs}`;
}
