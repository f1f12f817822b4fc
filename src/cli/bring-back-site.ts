import { join } from 'node:path';
import { restoreOutput } from '#io/staged-output.ts';

/** Put back the site that a build moved aside before it was killed. */
export function bringBackSite(root: string, err: NodeJS.WritableStream): void {
  try {
    if (restoreOutput(join(root, 'dist'))) err.write('A build was killed: the earlier `dist` is back\n');
  } catch {
    // The next build reports it: no command needs `dist`.
  }
}
