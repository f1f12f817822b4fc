import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createFile, replaceFile } from '#io/write-file.ts';

const program = fileURLToPath(new URL('write.ts', import.meta.url));
const strike = new URL('./strike.ts', import.meta.url).href;

function newFolder(before: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'write-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.yaml');
  if (before !== undefined) writeFileSync(path, before);
  return { folder, path };
}

test.for<[name: string, how: 'create' | 'replace', before: string | undefined, error: string | undefined]>([
  ['created by a command that is killed', 'create', undefined, undefined],
  ['replaced by a command that is killed', 'replace', 'before', undefined],
  ['created on a full disk', 'create', undefined, 'ENOSPC'],
  ['replaced on a full disk', 'replace', 'before', 'ENOSPC'],
])('a file that is %s, at whichever step, is the old one or the new one, whole', ([, how, before, error]) => {
  for (let at = 1; ; at++) {
    const { folder, path } = newFolder(before);
    const { stderr } = spawnSync(process.execPath, ['--import', strike, program, how, path, 'after'], {
      encoding: 'utf8',
      env: { ...process.env, STRIKE_AT: String(at), ...(error !== undefined && { STRIKE_ERROR: error }) },
    });

    const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    expect([before, 'after']).toContain(now);
    if (!stderr.includes('struck')) {
      expect(now).toBe('after');
      expect(at).toBeGreaterThan(4);
      break;
    }
    // The next one that writes into the folder takes away what is left.
    createFile(join(folder, 'b.yaml'), '');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  }
});

test('what a command with our own number left, as in a container, keeps no file from being written', () => {
  const { folder, path } = newFolder('before');
  writeFileSync(join(folder, `.a.yaml.${process.pid}.tmp`), 'aft');

  replaceFile(path, 'before', 'after');

  expect(readFileSync(path, 'utf8')).toBe('after');
  expect(readdirSync(folder)).toEqual(['a.yaml']);
});
