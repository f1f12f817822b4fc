import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a file of a package that only the long runs need is; the packages are installed at first use. */
export function tool(file: string): string {
  const path = join(import.meta.dirname, 'node_modules', file);
  if (!existsSync(path)) install(import.meta.dirname);
  return path;
}

/** Install the packages of a folder at the exact versions that its `package.json` names. */
export function install(folder: string): void {
  process.stderr.write(`Installing the packages of ${folder}\n`);
  const args = ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm install failed in ${folder}`);
}
