import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ChangedMeanwhile, createFile, replaceFile } from '#io/write-file.ts';

function newFolder(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'write-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const now = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return { path: join(folder, 'a.yaml'), link: join(folder, 'link.yaml'), now };
}

test('a file is replaced by a new one, not overwritten, so that it is whole at any moment', () => {
  const { path, link, now } = newFolder({ 'a.yaml': 'before' });
  linkSync(path, link);
  replaceFile(path, 'before', 'after');
  expect(now()).toEqual({ 'a.yaml': 'after', 'link.yaml': 'before' });
});

test('a file that somebody else changed is not replaced', () => {
  const { path, now } = newFolder({ 'a.yaml': 'changed' });
  expect(() => replaceFile(path, 'before', 'after')).toThrow(ChangedMeanwhile);
  expect(now()).toEqual({ 'a.yaml': 'changed' });
});

test('a file is created, but never in place of an existing one', () => {
  const { path, now } = newFolder({});
  createFile(path, 'first');
  expect(() => createFile(path, 'second')).toThrow(expect.objectContaining({ code: 'EEXIST', path }));
  expect(now()).toEqual({ 'a.yaml': 'first' });
});

test('leftovers of killed commands are removed, even with our own process id, but no file of a running one', () => {
  const running = `.c.yaml.${process.ppid}.tmp`;
  const killed = { '.b.yaml.999999999.tmp': 'aft', [`.a.yaml.${process.pid}.tmp`]: 'aft' };
  const { path, now } = newFolder({ ...killed, [running]: 'aft' });
  createFile(path, 'after');
  expect(now()).toEqual({ 'a.yaml': 'after', [running]: 'aft' });
});
