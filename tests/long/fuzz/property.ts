import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';

/** Something that holds for every value of a kind. */
export interface Property {
  readonly name: string;
  /** How many values the ordinary tests try: a share of a second of work. */
  readonly runs: number;
  readonly attempt: (limits: Limits) => Attempt;
}

/** How long to try: so many values, or until the time is over. */
export interface Limits {
  readonly seed: number;
  readonly runs: number;
  readonly seconds?: number | undefined;
  /** Which value to begin with, as a failure names it. */
  readonly path?: string | undefined;
}

/** The result. */
export interface Attempt {
  readonly runs: number;
  /** The smallest value that was found for which it does not hold, and how to see it again; undefined where it held. */
  readonly failure:
    | { readonly value: string; readonly because: string; readonly seed: number; readonly path: string }
    | undefined;
}

/** State that `check` throws for no value of `values`. */
export function property<Value>(
  name: string,
  runs: number,
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void,
): Property {
  const attempt = ({ seed, runs: numRuns, seconds, path }: Limits): Attempt => {
    const details = fc.check(
      fc.property(values, (value) => check(value)),
      {
        seed,
        numRuns,
        ...(seconds === undefined ? {} : { interruptAfterTimeLimit: seconds * 1000 }),
        ...(path === undefined ? {} : { path, endOnFailure: false }),
      },
    );
    const found = details.failed && details.counterexample;
    if (!found) return { runs: details.numRuns, failure: undefined };
    const { errorInstance, counterexamplePath } = details;
    const because =
      errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
    const failure = { value: fc.stringify(found[0]), because, seed, path: counterexamplePath ?? '' };
    return { runs: details.numRuns, failure };
  };
  return { name, runs, attempt };
}

/** Throw where something does not hold. */
export function must(holds: boolean, what: string, ...seen: readonly unknown[]): void {
  if (!holds) throw new Error([what, ...seen.map((value) => fc.stringify(value))].join('\n  '));
}

/** Throw where two values are not exactly the same. */
export function mustEqual(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}\n  is       ${fc.stringify(actual)}\n  expected ${fc.stringify(expected)}`);
}
