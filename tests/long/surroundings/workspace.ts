import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, home, linkPackages, type Outcome } from '../../site/project.ts';

/** Where, by whom and with which settings the project is checked and built. */
export interface Surroundings {
  readonly name: string;
  /** The name of the project's folder. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly umask?: number;
  /** A Git repository: pages then show the day of the last commit. */
  readonly isCheckout?: boolean;
  /** Run by `nobody`, who cannot write to content and sources. Only root can arrange this. */
  readonly isByNobody?: boolean;
}

export interface Workspace {
  /** To be removed at the end. */
  readonly folder: string;
  readonly root: string;
  readonly run: (program: readonly string[]) => Promise<Outcome>;
}

export const USUAL_UMASK = 0o022;
/** What tools write into a project, or what belongs to this copy of it alone. */
const GENERATED = /^(?:node_modules|dist|coverage|\.git|\.astro|\.build-.*|\.stryker-tmp)$/;
const NOBODY = 65_534;

/** Copy the project into the given surroundings. */
export function newWorkspace(surroundings: Surroundings): Workspace {
  const { folder: name = 'project', env = {}, isCheckout = false, isByNobody = false } = surroundings;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'surroundings-')));
  // Temporary folders are closed to other users.
  chmodSync(folder, 0o755);
  const root = join(folder, name);
  mkdirSync(root);
  for (const part of readdirSync(home).filter((part) => !GENERATED.test(part)))
    cpSync(join(home, part), join(root, part), {
      recursive: true,
      filter: (path) => !path.endsWith('/node_modules'),
    });
  linkPackages(root);
  if (isCheckout) commit(root, env);
  if (isByNobody) giveAway(root);
  return { folder, root, run: (program) => run(root, folder, program, surroundings) };
}

function commit(root: string, env: Readonly<Record<string, string>>): void {
  const settings = ['user.name=Nobody', 'user.email=nobody@example.org', 'commit.gpgsign=false', 'core.hooksPath='];
  const options = settings.flatMap((setting) => ['-c', setting]);
  for (const args of [['init'], ['add', '--all'], ['commit', '--message', 'First version']]) {
    const { status, stderr } = spawnSync('git', [...options, ...args], {
      cwd: root,
      env: { ...environment, ...env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
}

/** Give the project to `nobody`, with content and sources read-only. */
function giveAway(root: string): void {
  for (const path of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })]) {
    const file = join(root, path);
    if (/^(?:content|sources)(?:\/|$)/.test(path)) chmodSync(file, statSync(file).isDirectory() ? 0o555 : 0o444);
    else lchownSync(file, NOBODY, NOBODY);
  }
}

function run(
  root: string,
  folder: string,
  program: readonly string[],
  { env = {}, umask = USUAL_UMASK, isByNobody = false }: Surroundings,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', `umask ${umask.toString(8)}; exec "$@"`, 'sh', process.execPath, ...program], {
      cwd: root,
      env: { ...environment, HOME: isByNobody ? root : folder, ...env, PWD: root },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(isByNobody && { uid: NOBODY, gid: NOBODY }),
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
