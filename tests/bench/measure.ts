import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one whole process took, from its start to its end, with all processes that it started. */
export interface Measured {
  /** In seconds. */
  readonly wall: number;
  /** User and system, in seconds. */
  readonly cpu: number;
  /** Peak resident memory of the largest process, in bytes. */
  readonly memory: number;
}

/** A program with its arguments, where it runs, and what its environment has beside ours. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Linux counts processor time in these. */
const TICKS_A_SECOND = 100;
const MILLISECONDS_BETWEEN_SAMPLES = 20;

/**
 * Run a program of Node and measure it, on Linux, by what the kernel counts: processor time of our ended children and theirs
 * (`/proc/self/stat`, in steps of 10 ms), and the high-water mark of each running process (`VmHWM`), looked up every 20 ms.
 * Throws with its output where it fails.
 */
export async function measure({ args, cwd, env }: Command): Promise<Measured> {
  const before = cpuOfChildren();
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const peaks = new Map<number, number>();
  const sampler = setInterval(() => {
    if (child.pid) samplePeaks(child.pid, peaks);
  }, MILLISECONDS_BETWEEN_SAMPLES);
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(sampler));
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`);
  return { wall, cpu: cpuOfChildren() - before, memory: Math.max(0, ...peaks.values()) };
}

function cpuOfChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // Behind the name, which may have spaces: field 3 and on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
}

/** Note how large a process and its descendants have been so far. One that ends meanwhile is passed over. */
function samplePeaks(id: number, peaks: Map<number, number>): void {
  try {
    const peak = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    if (peak) peaks.set(id, Number(peak) * 1024);
    for (const thread of readdirSync(`/proc/${id}/task`)) {
      const children = readFileSync(`/proc/${id}/task/${thread}/children`, 'utf8');
      for (const child of children.split(' ').filter((word) => word !== '')) samplePeaks(Number(child), peaks);
    }
  } catch {
    // It has ended.
  }
}
