import { join } from 'node:path';
import { restoreOutput } from '#io/staged-output.ts';

/** Put back the site that a build, killed in its last step, has put aside: whoever comes next does so, whatever else is asked. */
export function bringBackSite(root: string, complaints: NodeJS.WritableStream): void {
  try {
    if (restoreOutput(join(root, 'dist'))) complaints.write('A build was killed: the earlier `dist` is back\n');
  } catch {
    // The build will tell: a command of ours needs no `dist`.
  }
}
