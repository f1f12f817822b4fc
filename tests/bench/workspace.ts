import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
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

/** Take away what a check or a build has left: its output, and all that could make the next one faster, compiled programs first. */
export function removeCaches(root: string): void {
  removeResults(root);
  putAside(root, [TEMPORARY]);
}

/** The same, but leave what Node has compiled of the programs. */
export function removeResults(root: string): void {
  const ofTools = readdirSync(join(root, 'node_modules')).filter((name) => name.startsWith('.') && name !== '.bin');
  putAside(root, [...ofTools.map((name) => join('node_modules', name)), 'dist', '.astro']);
}

/**
 * Move files of a project to a folder beside it. To delete them would slow down what is measured next: for minutes, ext4 searches for each
 * new file among those that were deleted, which a build into a clean folder never meets.
 */
function putAside(root: string, names: readonly string[]): void {
  const aside = mkdtempSync(join(root, '..', 'aside-'));
  for (const name of names) {
    if (existsSync(join(root, name))) renameSync(join(root, name), join(aside, name.replaceAll(sep, ' ')));
  }
}
