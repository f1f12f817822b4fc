import { existsSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { afterChanges } from '#io/after-changes.ts';

/** In milliseconds. */
const PAUSE = 80;

/** Call `run` after every change of a document, source or record, until the returned function is called. */
export function watch(root: string, run: () => void): () => void {
  const { onChange, stop } = afterChanges(PAUSE, run);
  const folders = ['content', 'sources'].map((folder) => join(root, folder)).filter((path) => existsSync(path));
  const watchers = folders.map((path) =>
    watchFolder(path, { recursive: true }, (_event, name) => onChange(join(path, name ?? ''))),
  );
  return () => {
    stop();
    for (const watcher of watchers) watcher.close();
  };
}
