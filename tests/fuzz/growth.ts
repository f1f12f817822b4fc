import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SLOW_INPUTS, type SlowInput } from './slow-inputs.ts';

/** How the time of an input grows. */
export interface Growth {
  readonly name: string;
  /** Each size with its processor time in milliseconds; undefined where it took too long or died. */
  readonly times: readonly Timed[];
  /** The first size that was stopped, and by which limit. */
  readonly stopped: { readonly size: number; readonly limit: string } | undefined;
  /** Of the last two sizes: 1 is linear, 2 is quadratic. */
  readonly exponent: number | undefined;
  readonly isTooSteep: boolean;
}

interface Timed {
  readonly size: number;
  readonly time: number | undefined;
}

const LIMIT = 60_000;
/** n log n at these sizes, with room for a processor that others use as well. */
const STEEPEST = 1.25;
/** Shorter times tell nothing. */
const SHORTEST = 1000;
/** What takes no longer just below a limit can't hang, however steep it is. */
const LONGEST_BELOW_LIMIT = 10_000;

/** Time the inputs whose names have some words in them, at three sizes; larger ones where the time is too short to tell. */
export function* measureGrowth(only: string): Generator<Growth> {
  for (const input of SLOW_INPUTS.filter(({ name }) => name.includes(only))) yield measure(input);
}

function measure({ name, size }: SlowInput): Growth {
  const times: Timed[] = [];
  let stopped: Growth['stopped'];
  for (let now = size; ; now *= 2) {
    const { time, limit } = timeOf(name, now);
    if (limit !== undefined) {
      stopped = { size: now, limit };
      break;
    }
    times.push({ size: now, time });
    const isClear = times.length >= 3 && (times.at(-2)?.time ?? 0) > SHORTEST;
    if (time === undefined || isClear || now >= size * 512) break;
  }
  // What a limit stops early has to be looked at below it.
  const halved = (from: number) => Math.floor(from / 2);
  for (let now = halved(times[0]?.size ?? size); stopped && times.length < 3 && now >= 4; now = halved(now)) {
    const { time, limit } = timeOf(name, now);
    if (limit === undefined) times.unshift({ size: now, time });
  }
  const [before, last] = times.slice(-2).map(({ time }) => time);
  const exponent = before === undefined || last === undefined ? undefined : Math.log2(last / before);
  // What stays short at 512 times the size does not grow.
  const most = stopped ? LONGEST_BELOW_LIMIT : SHORTEST;
  const died = times.some(({ time }) => time === undefined);
  const isTooSteep = died || (exponent !== undefined && exponent > STEEPEST && Number(last) > most);
  return { name, times: times.slice(-3), stopped, exponent, isTooSteep };
}

function timeOf(name: string, size: number): { readonly time: number | undefined; readonly limit?: string } {
  try {
    const file = fileURLToPath(new URL('time-input.ts', import.meta.url));
    const output = execFileSync(process.execPath, [file, name, String(size)], {
      timeout: LIMIT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [time, limit] = output.trim().split(' ');
    return { time: Number(time), ...(limit !== undefined && { limit }) };
  } catch {
    return { time: undefined };
  }
}

/** One line of the table. */
export function printGrowth({ name, times, stopped, exponent, isTooSteep }: Growth): string {
  const cells = times.map(
    ({ size, time }) => `${size} in ${time === undefined ? 'too long' : `${time.toFixed(0)} ms`}`,
  );
  if (stopped) cells.push(`${stopped.size} stopped by the limit of ${stopped.limit}`);
  return `${name.padEnd(50)} ${exponent === undefined ? '   –' : exponent.toFixed(2).padStart(4)} ${isTooSteep ? 'TOO STEEP' : '         '} ${cells.join(', ')}`;
}
