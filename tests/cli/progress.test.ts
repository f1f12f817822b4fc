import { expect, test } from 'vitest';
import { progressOn } from '#cli/progress.ts';
import { terminalOf } from './terminal-of.ts';

/** Check 30 of 100 documents, one every 50 ms from the start of the program. */
function progressIn(isTTY: boolean) {
  const { terminal, printed } = terminalOf();
  let time = 0;
  const progress = progressOn(Object.assign(terminal.err, { isTTY }), () => time);
  for (let done = 0; done < 30; done++) {
    progress.update(done, 100);
    time += 50;
  }
  progress.clear();
  return printed.err;
}

test('what takes more than a second is shown, on one line that is cleared at the end', () => {
  const steps = progressIn(true).split('\u001b[1G\u001b[2K');
  expect(steps).toEqual([...[20, 22, 24, 26, 28].map((done) => `checking: ${done} of 100 documents`), '']);
});

test('a pipe gets none of it', () => {
  expect(progressIn(false)).toBe('');
});
