import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lastCommitDay } from '#io/git-history.ts';

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

/** A repository whose only commit was made at this time, with the folder `sources`. */
function repositoryOf(time: string): string {
  const root = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'sources'));
  writeFileSync(join(root, 'sources/log.txt'), 'The wind falls.\n');
  git(root, {}, 'init', '--quiet');
  git(root, {}, 'add', '.');
  git(root, { GIT_COMMITTER_DATE: time }, 'commit', '--quiet', '--message', 'Add a text');
  return root;
}

/** As `vi.stubEnv`, for one test. */
function setEnv(name: string, value: string): void {
  vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

test.for(['Pacific/Kiritimati', 'America/Los_Angeles'])('the day is that of whoever committed, also at %s', (zone) => {
  setEnv('TZ', zone);
  expect(lastCommitDay(repositoryOf('2026-11-02T23:30:00+04:00'))).toBe('2026-11-02');
});

test('a copy inside of another repository has no day of that one', () => {
  const copy = join(repositoryOf('2026-11-02T12:00:00Z'), 'copy');
  mkdirSync(join(copy, 'sources'), { recursive: true });
  expect(lastCommitDay(copy)).toBeUndefined();
});

test('a project below the top of its repository has its day', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  mkdirSync(join(root, 'part/sources'), { recursive: true });
  writeFileSync(join(root, 'part/sources/log.txt'), 'The wind falls.\n');
  git(root, {}, 'add', '.');
  git(root, { GIT_COMMITTER_DATE: '2026-11-03T12:00:00Z' }, 'commit', '--quiet', '--message', 'Add a part');
  expect(lastCommitDay(join(root, 'part'))).toBe('2026-11-03');
});

test('in a hook of another repository the day is that of the own one', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  setEnv('GIT_DIR', join(repositoryOf('2026-11-05T12:00:00Z'), '.git'));
  expect(lastCommitDay(root)).toBe('2026-11-02');
});

test('a checkout of another owner has its day', () => {
  const root = repositoryOf('2026-11-02T12:00:00Z');
  // Git's own switch for tests of this.
  setEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', 'true');
  expect(spawnSync('git', ['log'], { cwd: root }).status).not.toBe(0);
  expect(lastCommitDay(root)).toBe('2026-11-02');
});
