import { spawnSync } from 'node:child_process';
import { sha256 as digestOf } from './digest.ts';

/** The number of commits of one file that are searched. */
const MOST_COMMITS = 1000;
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Find the bytes of a file with a given SHA-256 in the history of its Git repository, latest first; `undefined` without
 * Git, without a repository, or if there is no such version.
 */
export function findInHistory(root: string, file: string, sha256: string): Uint8Array | undefined {
  const log = git(root, 'log', `--max-count=${MOST_COMMITS}`, '--format=%H', '--', file);
  for (const commit of log?.toString('utf8').match(/.+/g) ?? []) {
    const bytes = git(root, 'show', `${commit}:./${file}`);
    if (bytes && digestOf(bytes) === sha256) return bytes;
  }
  return undefined;
}

/**
 * The day of the last commit, in ISO 8601: unlike the clock, it is the same in every build. `undefined` without Git,
 * and for a copy that is not part of the repository around it.
 */
export function lastCommitDay(root: string): string | undefined {
  if (!git(root, 'rev-parse', '--verify', '--quiet', 'HEAD:./sources')) return undefined;
  return /^\d{4}-\d\d-\d\d/.exec(git(root, 'log', '--max-count=1', '--format=%cs')?.toString('utf8') ?? '')?.[0];
}

/** Variables that name a repository other than that of the working folder, as in a Git hook. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

function git(root: string, ...args: readonly string[]): Buffer | undefined {
  const env = { ...process.env, ...Object.fromEntries(FOREIGN.map((name) => [name, undefined])) };
  // Git refuses repositories of another owner, since their settings can start programs; so does building the project.
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: root,
    env,
    maxBuffer: MOST_BYTES,
  });
  return status === 0 ? stdout : undefined;
}
