import { existsSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps, in milliseconds: one run at the end of them is enough. */
const PAUSE = 80;

/**
 * Run on every change of a document, a source or a record. Returns what ends that; without it the process lives on. A folder
 * that is not there is none to watch.
 */
export function watch(root: string, run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  };
  const folders = ['content', 'sources'].map((folder) => join(root, folder)).filter((path) => existsSync(path));
  const watchers = folders.map((path) => watchFolder(path, { recursive: true }, again));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
