import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SLOW_INPUTS, type SlowInput } from './slow-inputs.ts';

/** How the time of an input grows. */
export interface Growth {
  readonly name: string;
  /** Each size with its processor time in milliseconds; undefined where it took too long or died. */
  readonly times: readonly { readonly size: number; readonly time: number | undefined }[];
  /** Of the last two sizes: 1 is linear, 2 is quadratic. */
  readonly exponent: number | undefined;
  readonly isTooSteep: boolean;
}

const LIMIT = 60_000;
/** n log n at these sizes, with room for a processor that others use as well. */
const STEEPEST = 1.25;
/** Shorter times tell nothing. */
const SHORTEST = 1000;

/** Time the inputs whose names have some words in them, at three sizes; larger ones where the time is too short to tell. */
export function* measureGrowth(only: string): Generator<Growth> {
  for (const input of SLOW_INPUTS.filter(({ name }) => name.includes(only))) yield measure(input);
}

function measure({ name, size }: SlowInput): Growth {
  const times: { size: number; time: number | undefined }[] = [];
  for (let now = size; ; now *= 2) {
    const time = timeOf(name, now);
    times.push({ size: now, time });
    const isClear = times.length >= 3 && (times.at(-2)?.time ?? 0) > SHORTEST;
    if (time === undefined || isClear || now >= size * 512) break;
  }
  const [before, last] = times.slice(-2).map(({ time }) => time);
  const exponent = before === undefined || last === undefined ? undefined : Math.log2(last / before);
  // What stays short at 512 times the size does not grow.
  const isTooSteep = exponent === undefined || (exponent > STEEPEST && Number(last) > SHORTEST);
  return { name, times: times.slice(-3), exponent, isTooSteep };
}

function timeOf(name: string, size: number): number | undefined {
  try {
    const file = fileURLToPath(new URL('time-input.ts', import.meta.url));
    const output = execFileSync(process.execPath, [file, name, String(size)], {
      timeout: LIMIT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(output);
  } catch {
    return undefined;
  }
}

/** One line of the table. */
export function printGrowth({ name, times, exponent, isTooSteep }: Growth): string {
  const cells = times.map(
    ({ size, time }) => `${size} in ${time === undefined ? 'too long' : `${time.toFixed(0)} ms`}`,
  );
  return `${name.padEnd(50)} ${exponent === undefined ? '   –' : exponent.toFixed(2).padStart(4)} ${isTooSteep ? 'TOO STEEP' : '         '} ${cells.join(', ')}`;
}
