import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

/** The small site of the tests. */
export const site = fileURLToPath(new URL('../fixtures/site/', import.meta.url));

export const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A copy of the site, which lasts as long as the test. */
export function copySite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = join(folder, 'site');
  cpSync(site, root, { recursive: true });
  return root;
}

/** Run the program in a pipe, without colours. */
export function run(root: string, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'] };
  return spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8', env });
}

/** The same in a repository, all of it committed. */
export function committed(): string {
  const root = copySite();
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', ...args], { cwd: root });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Start');
  return root;
}

/** Replace words of a file, which must have them. */
export function edit(root: string, file: string, right: string | RegExp, wrong: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toMatch(right);
  writeFileSync(
    join(root, file),
    text.replace(right, () => wrong),
  );
}
