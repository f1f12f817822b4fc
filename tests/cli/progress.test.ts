import { expect, test } from 'vitest';
import { progressOn } from '#cli/progress.ts';
import { terminalOf } from './terminal-of.ts';

/** Tell of 100 documents, one every 50 ms from the start of the program. */
function tellOf(isTTY: boolean) {
  const { terminal, said } = terminalOf();
  let time = 0;
  const progress = progressOn(Object.assign(terminal.complaints, { isTTY }), () => time);
  for (let done = 0; done < 30; done++) {
    progress.tell(done, 100);
    time += 50;
  }
  progress.end();
  return said.complaints;
}

test('what takes more than a second is told of, in one line that is gone at the end', () => {
  const [before, ...steps] = tellOf(true).split('\u001b[1G\u001b[2K');
  expect(before).toBe('');
  expect(steps).toEqual([...[20, 22, 24, 26, 28].map((done) => `checking: ${done} of 100 documents`), '']);
});

test('a pipe hears nothing of it', () => {
  expect(tellOf(false)).toBe('');
});
