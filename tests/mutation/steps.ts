import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { InstrumenterContext } from '@stryker-mutator/api/core';

/** Written by the worker that runs all tests without a mutant, read by each. */
const FILE = 'steps.json';

/** As many times its own steps may a test take with a mutant: more, and it never ends. */
const FACTOR = 4;
const LEAST = 100_000;

/**
 * Count the steps of the code under test: each asks at each place that may be changed which mutant is active. A loop that does
 * not end is stopped by that, after as many steps on every computer.
 */
export function stepCounter(context: InstrumenterContext) {
  let active: string | undefined;
  let taken = 0;
  let limit = Number.POSITIVE_INFINITY;
  let endless = false;
  Object.defineProperty(context, 'activeMutant', {
    get: () => {
      taken += 1;
      if (taken > limit) throw new Error('Unexpected steps without end');
      return active;
    },
  });

  const own = new Map<string, number>();
  const readOwn = () => {
    if (own.size > 0 || !existsSync(FILE)) return;
    for (const [test, steps] of JSON.parse(readFileSync(FILE, 'utf8'))) own.set(test, steps);
  };

  return {
    activate(mutant: string | undefined) {
      active = mutant;
    },
    start(test: string) {
      readOwn();
      taken = 0;
      limit = Math.max(LEAST, FACTOR * (own.get(test) ?? Number.POSITIVE_INFINITY));
    },
    stop() {
      endless = taken > limit;
      limit = Number.POSITIVE_INFINITY;
    },
    /** Did the last one that was started take more steps than it may? */
    isEndless: () => endless,
    remember(test: string) {
      own.set(test, taken);
    },
    write() {
      writeFileSync(FILE, JSON.stringify([...own]));
    },
  };
}
