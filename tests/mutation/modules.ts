import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SUITE = import.meta.resolve('./suite.ts');

/** On one line with what follows, so that places in messages stay right. */
const MEMORY = `import { Memory as WeakMap } from '${import.meta.resolve('./memory.ts')}';`;

/**
 * Load modules below `folder` as often as wanted: each generation has its own copies, for a mutant may change what a module
 * computes while it is loaded. Tests there that import `vitest` get `suite.ts`.
 */
export function moduleLoader(folder: string): (path: string, generation: number) => Promise<unknown> {
  const root = pathToFileURL(`${folder}/`).href;
  const isOurs = (url: string | undefined) => url?.startsWith(root) && !url.includes('/node_modules/');
  const stripped = new Map<string, string>();
  let current = '';

  const read = (url: string) => {
    const path = fileURLToPath(url);
    const known = stripped.get(path);
    if (known !== undefined) return known;
    const source = stripTypeScriptTypes(readFileSync(path, 'utf8'));
    const forgetful = url.startsWith(`${root}src/`) && source.includes('new WeakMap') ? MEMORY + source : source;
    stripped.set(path, forgetful);
    return forgetful;
  };

  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'vitest' && isOurs(context.parentURL)) return { url: SUITE, shortCircuit: true };
      const resolved = next(specifier, context);
      // What is loaded in the midst of a test (`createRequire`) is told of by a path, without a generation.
      const generation = new URL(context.parentURL ?? root).search || current;
      return isOurs(resolved.url) && !new URL(resolved.url).search
        ? { ...resolved, url: resolved.url + generation }
        : resolved;
    },
    load(url, context, next) {
      return isOurs(url) && new URL(url).pathname.endsWith('.ts')
        ? { format: 'module', source: read(url), shortCircuit: true }
        : next(url, context);
    },
  });

  return (path, generation) => {
    current = `?${generation}`;
    return import(`${pathToFileURL(path)}${current}`);
  };
}
