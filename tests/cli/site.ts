import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

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
