import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ENGINE, environment, home, linkPackages, listFiles } from '../../site/project.ts';

/** Files of a project by their path. */
export type Files = ReadonlyMap<string, string>;

/** Content and sources of this site. */
export function readContent(): Files {
  const paths = ['content', 'sources'].flatMap((folder) =>
    listFiles(join(home, folder)).map((file) => `${folder}/${file}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(home, path), 'utf8')]));
}

/** Write a project of this engine with the given content into an empty folder. */
export function writeProject(root: string, files: Files): void {
  for (const part of ENGINE) cpSync(join(home, part), join(root, part), { recursive: true });
  linkPackages(root);
  writeFiles(root, files);
}

export function writeFiles(root: string, files: Files): void {
  for (const folder of new Set([...files.keys()].map(dirname))) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text);
}

/** The environment of a project's programs, with a temporary folder of its own for what Node compiles. */
export function environmentOf(root: string): NodeJS.ProcessEnv {
  const folder = join(root, '.temporary');
  mkdirSync(folder, { recursive: true });
  return { ...environment, TMPDIR: folder };
}

/**
 * Move away what a check or a build left. Deleting it would slow down the next measurement: for minutes, ext4 looks for
 * each new file among the deleted ones.
 */
export function removeResults(root: string): void {
  const aside = mkdtempSync(join(root, '..', 'aside-'));
  const modules = readdirSync(join(root, 'node_modules')).filter((name) => name.startsWith('.') && name !== '.bin');
  for (const name of [...modules.map((name) => join('node_modules', name)), 'dist', '.astro'])
    if (existsSync(join(root, name))) renameSync(join(root, name), join(aside, name.replaceAll(sep, ' ')));
}
