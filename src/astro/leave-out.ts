import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/**
 * Compile documents that the site is built without as empty ones: Vite compiles all that a page could have, and an
 * error in one of these must not stop the build.
 *
 * @param files Their paths from the root.
 */
export function leaveOut(files: () => ReadonlySet<string>): Plugin {
  let root = '';
  return {
    name: 'citations:leave-out',
    enforce: 'pre',
    configResolved: (config) => {
      root = config.root;
    },
    load: (id) => {
      const isLeftOut = [...files()].some((file) => normalizePath(join(root, file)) === id.replace(/\?.*/s, ''));
      return isLeftOut ? '' : undefined;
    },
  };
}
