import { statSync } from 'node:fs';

/** In milliseconds after a run: time for whoever was writing during it to continue or finish. */
const SECOND_LOOK = 250;

export interface AfterChanges {
  /** A file was changed, added or removed. */
  readonly onChange: (path: string) => void;
  readonly stop: () => void;
}

/**
 * Call `run` once reported changes have settled. A large file may be read while it is still being written, and systems
 * do not always report the end of that: each file is checked again after the run, and counts as changed if it differs
 * from before.
 *
 * @param pause In milliseconds without a change before a run: editors write a file in several steps.
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

/** Differs between versions of a file; empty for a missing one. */
function stampOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? '' : `${file.ino} ${file.size} ${file.mtimeMs}`;
}
