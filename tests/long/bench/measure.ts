import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one whole process took, from start to end, in seconds; `cpu` includes the processes it started. */
export interface Measured {
  readonly wall: number;
  readonly cpu: number;
}

export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Run a program of Node and measure it. Throws with its output where it fails. */
export async function measure({ args, cwd, env }: Command): Promise<Measured> {
  const before = cpuOfChildren();
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`node ${args.join(' ')} exits with ${code}:\n${output.slice(-4000)}`);
  return { wall, cpu: cpuOfChildren() - before };
}

/** User and system time of our ended children and theirs, which Linux counts in steps of 10 ms. */
function cpuOfChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // Fields from 3 on, after the name, which may contain spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return ((sorted[half] ?? Number.NaN) + (sorted[sorted.length - 1 - half] ?? Number.NaN)) / 2;
}
