import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that a build writes to, which becomes the real one only when the build is whole. */
export interface StagedOutput {
  readonly folder: string;
  /** Put the folder in the place of `output`. */
  readonly commit: () => void;
}

const PREFIX = '.build-';

/**
 * Build beside `output` and swap at the end, so that a failed or killed build leaves the earlier site whole. Folders that
 * killed builds left behind are removed.
 */
export function stageOutput(root: string, output: string): StagedOutput {
  removeLeftovers(root);
  const folder = join(root, `${PREFIX}${process.pid}`);
  const former = `${folder}-former`;
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  });

  return {
    folder,
    commit: () => {
      if (existsSync(output)) renameSync(output, former);
      renameSync(folder, output);
      rmSync(former, { recursive: true, force: true });
    },
  };
}

function removeLeftovers(root: string): void {
  for (const name of readdirSync(root)) {
    const id = /^\.build-(\d+)(?:-former)?$/.exec(name)?.[1];
    if (id && !isRunning(Number(id))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
