import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type AfterChanges, afterChanges } from '#io/after-changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'changes-'));
const file = join(folder, 'long.txt');
let runs = 0;
/** What happens to the file during a run. */
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

test('several changes in quick succession cause one run', () => {
  const { onChange } = watching();
  for (let step = 0; step < 5; step += 1) {
    onChange(file);
    vi.advanceTimersByTime(30);
  }
  expect(runs).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(1);
});

test('a file that is still being written during the run is read again, although no further change is reported', () => {
  const { onChange } = watching();
  meanwhile = () => {
    if (runs < 3) appendFileSync(file, ' and gone on');
  };
  onChange(file);
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(3);
});

test('a file removed during the run is a change; one that never existed is not', () => {
  const { onChange } = watching();
  meanwhile = () => rmSync(file, { force: true });
  onChange(file);
  onChange(join(folder, 'never.txt'));
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(2);
});

test('nothing runs after a stop', () => {
  const { onChange, stop } = watching();
  onChange(file);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(runs).toBe(0);
});
