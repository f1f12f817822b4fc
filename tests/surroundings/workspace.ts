import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, home, type Outcome } from '../site/project.ts';
import { type Surroundings, USUAL_UMASK } from './cases.ts';

/** What is made in a project, or belongs to this copy of it alone. */
const MADE = /^(?:node_modules|dist|coverage|bench.*\.json|\.git|\.astro|\.build-.*|\.stryker-tmp)$/;
/** A user who owns nothing: `nobody`, on most systems. */
const NOBODY = 65_534;

export interface Workspace {
  /** To be removed in the end. */
  readonly folder: string;
  readonly root: string;
  readonly run: (program: readonly string[]) => Promise<Outcome>;
}

/** Copy the project into the surroundings. */
export function newWorkspace(surroundings: Surroundings): Workspace {
  const { folder: name = 'project', isLinked, isInsideRepository, kind, owns, env = {} } = surroundings;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'surroundings-')));
  // A temporary folder is closed to everybody else.
  chmodSync(folder, 0o755);
  const project = join(folder, name);
  mkdirSync(project);
  for (const part of readdirSync(home))
    if (!MADE.test(part)) cpSync(join(home, part), join(project, part), { recursive: true });
  linkPackages(project);
  if (isInsideRepository) commit(folder, ['commit', '--allow-empty'], {});
  if (kind === 'checkout') commit(project, ['commit'], env);
  if (owns !== undefined) giveAway(project, folder, owns);
  if (isLinked) symlinkSync(project, join(folder, 'link'));
  const root = isLinked ? join(folder, 'link') : project;
  return { folder, root, run: (program) => run(root, folder, program, surroundings) };
}

/** Is it not what tools keep beside the packages, such as `.vite` and `.vite-temp`? */
export function isOfPackages(name: string): boolean {
  return !name.startsWith('.') || name === '.bin' || name === '.package-lock.json';
}

/** Links to the packages, so that the caches of tools are of this copy alone. */
function linkPackages(project: string): void {
  mkdirSync(join(project, 'node_modules'));
  for (const name of readdirSync(join(home, 'node_modules')))
    if (isOfPackages(name)) symlinkSync(join(home, 'node_modules', name), join(project, 'node_modules', name));
}

function commit(root: string, command: readonly string[], env: Readonly<Record<string, string>>): void {
  const settings = ['user.name=Nobody', 'user.email=nobody@example.org', 'commit.gpgsign=false', 'core.hooksPath='];
  const options = settings.flatMap((setting) => ['-c', setting]);
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    [...command, '--quiet', '--message', 'A day'],
  ]) {
    if (args[0] === 'add' && command.includes('--allow-empty')) continue;
    const { status, stderr } = spawnSync('git', [...options, ...args], {
      cwd: root,
      env: { ...environment, ...env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
}

function giveAway(project: string, folder: string, owns: Surroundings['owns']): void {
  const give = (path: string) => lchownSync(path, NOBODY, NOBODY);
  const all = readdirSync(project, { recursive: true, encoding: 'utf8' });
  chownSync(folder, NOBODY, NOBODY);
  give(project);
  give(join(project, 'node_modules'));
  if (owns === 'only the folder') return;
  for (const path of all) if (owns === 'all' || !/^(?:content|sources)(?:\/|$)/.test(path)) give(join(project, path));
  if (owns === 'all') return;
  for (const path of all.filter((path) => /^(?:content|sources)(?:\/|$)/.test(path))) {
    const file = join(project, path);
    chmodSync(file, statSync(file).isDirectory() ? 0o555 : 0o444);
  }
}

function run(
  root: string,
  folder: string,
  program: readonly string[],
  { env = {}, isBare = false, umask = USUAL_UMASK, owns }: Surroundings,
): Promise<Outcome> {
  const least = { PATH: process.env['PATH'] ?? '', HOME: folder, ASTRO_TELEMETRY_DISABLED: '1' };
  const set = Object.entries({ ...(isBare ? {} : environment), ...least, ...env, ...(isBare ? {} : { PWD: root }) });
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `umask ${umask.toString(8)}; exec "$@"`, 'sh', process.execPath, ...program], {
      cwd: root,
      env: Object.fromEntries(set.filter(([, value]) => value !== '')),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(owns !== undefined && { uid: NOBODY, gid: NOBODY }),
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
