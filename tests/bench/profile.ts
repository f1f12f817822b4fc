import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, measure } from './measure.ts';

/** What of V8's `.cpuprofile` is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** In microseconds, one for each sample. */
  readonly timeDeltas: readonly number[];
}

const MOST_GROUPS = 16;
const MOST_FUNCTIONS = 25;

/** Regular expressions are functions here, with their text as name. */
const LONGEST_NAME = 100;

/**
 * Run a program with V8's profiler and print the shares of its processes and threads, waiting aside. They are those of samples
 * by the clock: on a busy computer right as shares, and too much as times.
 */
export async function printProfile(command: Command): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const { cpu } = await measure({ ...command, args: ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...command.args] });
  const groups = new Map<string, number>();
  const functions = new Map<string, number>();
  for (const name of readdirSync(folder)) {
    const profile: CpuProfile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
    for (const [index, id] of profile.samples.entries()) {
      const frame = frames.get(id);
      if (!frame || frame.functionName === '(idle)') continue;
      const time = (profile.timeDeltas[index] ?? 0) / 1e6;
      const group = groupOf(frame.url, frame.functionName, command.cwd);
      const own = `${(frame.functionName || '(anonymous)').slice(0, LONGEST_NAME)}  ${group}  ${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}`;
      groups.set(group, (groups.get(group) ?? 0) + time);
      functions.set(own, (functions.get(own) ?? 0) + time);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  const total = [...groups.values()].reduce((sum, time) => sum + time, 0);
  const list = (times: ReadonlyMap<string, number>, most: number) =>
    [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => `${((100 * time) / total).toFixed(1).padStart(7)} %  ${name}`);
  return [
    `${cpu.toFixed(2)} s of processor time with the profiler, by package or folder`,
    ...list(groups, MOST_GROUPS),
    'by function, without what it calls',
    ...list(functions, MOST_FUNCTIONS),
  ].join('\n');
}

function groupOf(url: string, name: string, root: string): string {
  if (url.startsWith('node:')) return 'Node';
  const path = decodeURIComponent(url.replace(/^file:\/\//, ''));
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (inPackage) return inPackage;
  if (path.startsWith(root))
    return path
      .slice(root.length + 1)
      .replace(/^(src\/[^/]+|[^/]+)\/.*/, '$1')
      .replace(/^\.build-[^/]+/, 'built pages');
  return path === '' ? (name.startsWith('(') ? name : 'built in') : path;
}
