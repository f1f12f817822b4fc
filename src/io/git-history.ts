import { spawnSync } from 'node:child_process';
import { sha256 as digestOf } from './digest.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** As `git log --raw` and `git ls-files --stage` list the contents of a file: its id and its extension. */
const BLOB = /^(?::\d+ )?\d+ (?:[\da-f]{40,64} )?([\da-f]{40,64}) .*\.(\w+)"?$/gm;

/** A raw text as it was reviewed, and the records of that time: those with the same pin, the latest first. */
export interface ReviewedFiles {
  readonly raw: Uint8Array;
  readonly records: readonly Uint8Array[];
}

/**
 * Find the raw text with a given SHA-256 in Git, with the records that pinned it: in the history of all branches and in
 * the index, under any name below `sources/`. Otherwise why it is not there: there is no Git or no repository, the
 * history is cut off (`shallow`), or the text was never committed.
 */
export function findReviewed(
  root: string,
  sha256: string,
): ReviewedFiles | 'no-repository' | 'shallow' | 'uncommitted' {
  const staged = git(root, 'ls-files', '--stage', '--', 'sources');
  // Without -m, what a merge dropped would be left out; without --full-history, a branch that it came from.
  const log = git(root, 'log', '--all', '-m', '--full-history', '--format=', '--raw', '--no-abbrev', '--', 'sources');
  if (!staged) return 'no-repository';
  const listed = [...`${log ?? ''}${staged}`.matchAll(BLOB)];
  const find = (extension: string, isIt: (bytes: Buffer) => boolean) => {
    const ids = new Set(listed.filter(([, , found]) => found === extension).map(([, id = '']) => id));
    return ids
      .values()
      .map((id) => git(root, 'cat-file', 'blob', id) ?? Buffer.alloc(0))
      .filter(isIt);
  };
  const [raw] = find('txt', (bytes) => digestOf(bytes) === sha256).take(1);
  if (raw) return { raw, records: [...find('yaml', (bytes) => bytes.includes(sha256))] };
  const isShallow = git(root, 'rev-parse', '--is-shallow-repository')?.toString('utf8').trim() === 'true';
  return isShallow ? 'shallow' : 'uncommitted';
}

/**
 * The files of `content/` and `sources/` at a commit, by their path from the root; symbolic links are left out. Otherwise
 * why they cannot be read: there is no repository, or it has no such commit.
 *
 * @param ref Whatever Git takes for a commit: a branch, a tag, a digest, `HEAD~2`.
 */
export function filesAt(root: string, ref: string): ReadonlyMap<string, Uint8Array> | 'no-repository' | 'unknown' {
  if (!git(root, 'rev-parse', '--git-dir')) return 'no-repository';
  const commit = git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  const listed = commit && git(root, 'ls-tree', '-r', '-z', commit.toString('utf8').trim(), '--', 'content', 'sources');
  if (!listed) return 'unknown';
  const found = [...listed.toString('utf8').matchAll(/100\d{3} blob ([\da-f]+)\t([^\0]+)\0/g)];
  const ids = found.map(([, id = '']) => `${id}\n`).join('');
  const bytes = gitWith(ids, root, 'cat-file', '--batch') ?? Buffer.alloc(0);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (const [, , file = ''] of found) {
    // `<id> blob <size>`, a line break, that many bytes, a line break.
    const start = bytes.indexOf('\n', at) + 1;
    const end = start + Number(bytes.toString('latin1', at, start).split(' ')[2]);
    files.set(file, bytes.subarray(start, end));
    at = end + 1;
  }
  return files;
}

/**
 * The day of the last commit, in ISO 8601: unlike the clock, it is the same in every build. `undefined` without Git,
 * and for a copy that is not part of the repository around it.
 */
export function lastCommitDay(root: string): string | undefined {
  if (!git(root, 'rev-parse', '--verify', '--quiet', 'HEAD:./sources')) return undefined;
  return /^\d{4}-\d\d-\d\d/.exec(git(root, 'log', '--max-count=1', '--format=%cs')?.toString('utf8') ?? '')?.[0];
}

/**
 * List the files in these folders that Git could not bring back as they are: changed, new or ignored; `undefined`
 * without a repository.
 */
export function listUncommitted(root: string, folders: readonly string[]): string[] | undefined {
  const all = ['--porcelain', '-z', '--no-renames', '--untracked-files=all', '--ignored'];
  const status = git(root, 'status', ...all, '--', ...folders);
  // Git can be told not to look at changes of a file: a small letter, or an S.
  const unseen = git(root, 'ls-files', '-v', '-z', '--', ...folders);
  if (!status || !unseen) return undefined;
  const entries = (output: Buffer) => output.toString('utf8').split('\0').filter(Boolean);
  return [
    ...entries(status).map((entry) => entry.slice(3)),
    ...entries(unseen).flatMap((entry) => (/^[a-zS]/.test(entry) ? entry.slice(2) : [])),
  ];
}

/** Variables that name a repository other than that of the working folder, as in a Git hook. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

function git(root: string, ...args: readonly string[]): Buffer | undefined {
  return gitWith('', root, ...args);
}

function gitWith(input: string, root: string, ...args: readonly string[]): Buffer | undefined {
  const env = { ...process.env, ...Object.fromEntries(FOREIGN.map((name) => [name, undefined])) };
  // Git refuses repositories of another owner, since their settings can start programs; so does building the project.
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: root,
    env,
    input,
    maxBuffer: MOST_BYTES,
  });
  return status === 0 ? stdout : undefined;
}
