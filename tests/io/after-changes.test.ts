import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type AfterChanges, afterChanges } from '#io/after-changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'changes-'));
const file = join(folder, 'long.txt');
let runs = 0;
/** What happens to the file while it is read. */
let meanwhile = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  runs = 0;
  meanwhile = () => {};
  writeFileSync(file, 'begun');
});
afterEach(() => {
  vi.useRealTimers();
});

function watching(): AfterChanges {
  const changes = afterChanges(40, () => {
    runs += 1;
    meanwhile();
  });
  onTestFinished(changes.stop);
  return changes;
}

test('many changes in short order are one', () => {
  const { onChange } = watching();
  for (let step = 0; step < 5; step += 1) {
    onChange(file);
    vi.advanceTimersByTime(30);
  }
  expect(runs).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(1);
});

test('a file that was still being written when it was read is read again, though nothing reports the rest', () => {
  const { onChange } = watching();
  meanwhile = () => {
    if (runs < 3) appendFileSync(file, ' and gone on');
  };
  onChange(file);
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(3);
});

test('so is one of an earlier change, with another change between', () => {
  const { onChange } = watching();
  onChange(file);
  vi.advanceTimersByTime(50);
  expect(runs).toBe(1);
  appendFileSync(file, ' and gone on');
  onChange(join(folder, 'other.txt'));
  vi.advanceTimersByTime(50);
  expect(runs).toBe(2);
  meanwhile = () => {};
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(2);
});

test('a file that is taken away while it is read is a change, and one that never was is none', () => {
  const { onChange } = watching();
  meanwhile = () => rmSync(file, { force: true });
  onChange(file);
  onChange(join(folder, 'never.txt'));
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(2);
});

test('what was stopped runs no more', () => {
  const { onChange, stop } = watching();
  onChange(file);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(0);
});
