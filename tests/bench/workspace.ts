import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environment, home } from '../site/project.ts';

const ENGINE = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'tests/fixtures'];

/** Write a project of this engine with other content into an empty folder. */
export function writeProject(root: string, files: ReadonlyMap<string, string>): void {
  for (const part of ENGINE) cpSync(join(home, part), join(root, part), { recursive: true });
  linkModules(root);
  writeFiles(root, files);
}

/** Write files below a folder, by path. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const folder of new Set([...files.keys()].map(dirname))) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text);
}

/** Link every package, and no folder of a tool: each project keeps its own caches below its own `node_modules`. */
export function linkModules(root: string): void {
  const modules = join(root, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(join(home, 'node_modules'))) {
    if (!name.startsWith('.') || name === '.bin') symlinkSync(join(home, 'node_modules', name), join(modules, name));
  }
}

/** The environment of a project's programs. What they keep in the system's folder for such things, lies in the project. */
export function environmentOf(root: string): NodeJS.ProcessEnv {
  mkdirSync(join(root, TEMPORARY), { recursive: true });
  return { ...environment, TMPDIR: join(root, TEMPORARY) };
}

const TEMPORARY = '.temporary';

/** Remove what a check or a build has left: its output, and all that could make the next one faster, compiled programs first. */
export function removeCaches(root: string): void {
  removeResults(root);
  rmSync(join(root, TEMPORARY), { recursive: true, force: true });
}

/** The same, but leave what Node has compiled of the programs. */
export function removeResults(root: string): void {
  const modules = join(root, 'node_modules');
  for (const name of readdirSync(modules)) {
    if (name.startsWith('.') && name !== '.bin') rmSync(join(modules, name), { recursive: true, force: true });
  }
  for (const name of ['dist', '.astro']) rmSync(join(root, name), { recursive: true, force: true });
}
