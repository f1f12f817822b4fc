import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sha256 } from '#io/digest.ts';
import { filesAt, findReviewed, lastCommitDay } from '#io/git-history.ts';

const SETTINGS = ['user.name=Nobody', 'user.email=nobody@example.org', 'commit.gpgsign=false'];

function git(root: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): void {
  const options = SETTINGS.flatMap((setting) => ['-c', setting]);
  const { status, stderr } = spawnSync('git', [...options, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}

/** A repository with one commit, made at this time, of the folder `sources`. */
function repositoryOf(time: string): string {
  const root = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  git(root, {}, 'init', '--quiet');
  commit(root, 'sources', time);
  return root;
}

function commit(root: string, folder: string, time: string): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'log.txt'), 'The wind falls.\n');
  git(root, {}, 'add', '.');
  git(root, { GIT_COMMITTER_DATE: time }, 'commit', '--quiet', '--message', 'Add a text');
}

/** As `vi.stubEnv`, for one test. */
function setEnv(name: string, value: string): void {
  vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

test.for(['Pacific/Kiritimati', 'America/Los_Angeles'])('the day is that of the committer, not that of %s', (zone) => {
  setEnv('TZ', zone);
  expect(lastCommitDay(repositoryOf('2026-11-02T23:30:00+04:00'))).toBe('2026-11-02');
});

test('a copy inside another repository, of which it is no part, has no day', () => {
  const copy = join(repositoryOf('2026-11-02T12:00:00Z'), 'copy');
  mkdirSync(join(copy, 'sources'), { recursive: true });
  expect(lastCommitDay(copy)).toBeUndefined();
});

test('a project below the top of its repository has the day of that', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  commit(root, 'part/sources', '2026-11-03T12:00:00Z');
  expect(lastCommitDay(join(root, 'part'))).toBe('2026-11-03');
});

test('in a hook of another repository the day is still that of the project', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  setEnv('GIT_DIR', join(repositoryOf('2026-11-05T12:00:00Z'), '.git'));
  expect(lastCommitDay(root)).toBe('2026-11-02');
});

test('a repository of another owner is read', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  // Git's own switch for such tests.
  setEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', 'true');
  expect(spawnSync('git', ['log'], { cwd: root }).status).not.toBe(0);
  expect(lastCommitDay(root)).toBe('2026-11-02');
});

const OLD = 'The wind rose.\n';
const PINNED = sha256(OLD);

/** Write a text with its record, and commit them. */
function commitSource(root: string, text: string, name = 'log', remark = ''): void {
  writeFileSync(join(root, `sources/${name}.txt`), text);
  writeFileSync(join(root, `sources/${name}.yaml`), `id: ${name}\nsha256: ${sha256(text)}\n${remark}`);
  git(root, {}, 'add', '.');
  git(root, {}, 'commit', '--quiet', '--message', 'Change a text');
}

test.for<[name: string, prepare: (root: string) => void]>([
  [
    'earlier',
    (root) => {
      commitSource(root, OLD);
      commitSource(root, 'The wind fell.\n');
    },
  ],
  [
    'under another name',
    (root) => {
      commitSource(root, OLD, 'old');
      git(root, {}, 'rm', '--quiet', 'sources/old.txt', 'sources/old.yaml');
    },
  ],
  [
    'on another branch',
    (root) => {
      git(root, {}, 'checkout', '--quiet', '-b', 'other');
      commitSource(root, OLD);
      git(root, {}, 'checkout', '--quiet', '-');
    },
  ],
  [
    'on a branch whose text a merge dropped',
    (root) => {
      git(root, {}, 'checkout', '--quiet', '-b', 'other');
      commitSource(root, OLD);
      git(root, {}, 'checkout', '--quiet', '-');
      git(root, {}, 'merge', '--quiet', '--strategy', 'ours', '--message', 'Merge', 'other');
      git(root, {}, 'branch', '--quiet', '-D', 'other');
    },
  ],
  [
    'in the index alone',
    (root) => {
      writeFileSync(join(root, 'sources/log.txt'), OLD);
      writeFileSync(join(root, 'sources/log.yaml'), `sha256: ${PINNED}\n`);
      git(root, {}, 'add', '.');
    },
  ],
])('a text that was committed %s is found with its record', ([, prepare]) => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  prepare(root);
  writeFileSync(join(root, 'sources/log.txt'), 'The wind turned.\n');
  const found = findReviewed(root, PINNED);
  if (typeof found === 'string') throw new Error(found);
  expect(Buffer.from(found.raw).toString('utf8')).toBe(OLD);
  expect(found.records.map((record) => Buffer.from(record).toString('utf8'))).toEqual([
    expect.stringContaining(`sha256: ${PINNED}\n`),
  ]);
});

test('of several records with the same pin the latest comes first', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  for (const remark of ['one', 'two', 'three']) commitSource(root, OLD, 'log', `# ${remark}\n`);
  const found = findReviewed(root, PINNED);
  const remarks = typeof found === 'string' ? [] : found.records.map((one) => /# (.*)/.exec(String(one))?.[1]);
  expect(remarks).toEqual(['three', 'two', 'one']);
});

test('a text that cannot be found is said to be missing for the right reason', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  expect(findReviewed(root, PINNED)).toBe('uncommitted');

  commitSource(root, OLD);
  commitSource(root, 'The wind fell.\n');
  const copy = mkdtempSync(join(tmpdir(), 'copy-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  expect(findReviewed(copy, PINNED)).toBe('no-repository');
  git(copy, {}, 'clone', '--quiet', '--depth', '1', `file://${root}`, '.');
  expect(findReviewed(copy, PINNED)).toBe('shallow');
});

test('the files at a commit are those of the project, byte for byte', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  const files = {
    'sources/bélan.txt': 'One\r\n\0two',
    'content/pages/home.mdx': '',
    'content/b c.mdx': 'x'.repeat(70_000),
  };
  for (const [file, text] of Object.entries({ ...files, 'other/a.txt': 'Not read' })) {
    mkdirSync(join(root, 'part', file, '..'), { recursive: true });
    writeFileSync(join(root, 'part', file), text);
  }
  symlinkSync('home.mdx', join(root, 'part/content/pages/link.mdx'));
  git(root, {}, '-c', 'core.autocrlf=false', 'add', '.');
  git(root, {}, 'commit', '--quiet', '--message', 'Add a part');
  writeFileSync(join(root, 'part/content/pages/home.mdx'), 'Changed');

  const found = filesAt(join(root, 'part'), 'HEAD');
  const texts =
    typeof found === 'string' ? [] : [...found].map(([file, bytes]) => [file, Buffer.from(bytes).toString()]);
  expect(Object.fromEntries(texts)).toEqual(files);
  expect(filesAt(join(root, 'part'), 'HEAD~1')).toEqual(new Map());
});
