/** Builds: the site is the earlier one or the new one, whole, and the next build repairs the rest. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual as isSame } from 'node:util';
import {
  type Ended,
  ended,
  leftovers,
  newSmallSite,
  putEarlier,
  run,
  type Site,
  siteOf,
  start,
} from '../../site/small-site.ts';
import type { Random } from '../faults/random.ts';

/** What went wrong, in words; `skipped` where this computer does not allow the trial. */
export type Faults = readonly string[] | 'skipped';

export interface Trial {
  readonly name: string;
  readonly run: () => Promise<Faults>;
}

const isRoot = process.getuid?.() === 0;
/** Nobody, since root is refused nothing. */
const uid = isRoot ? 65_534 : undefined;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const FILES = ['sources/weather-log.txt', 'sources/weather-log.yaml', 'content/articles/grain.mdx'];

/** All trials with the project at `root`, which a first build shows to be sound. */
export async function buildTrials(root: string, random: Random, kills: number): Promise<Trial[]> {
  const dist = join(root, 'dist');
  const began = performance.now();
  const { code, output } = await run(root, 'build');
  const took = Math.ceil(performance.now() - began);
  const clean = siteOf(dist);
  if (code !== 0 || !clean) throw new Error(`The small site cannot be built: ${output}`);
  const moments = Array.from({ length: kills }, () => random.below(took));
  const [delays, changes] = [[0, random.below(100), random.below(took)], moments.slice(0, 6)];

  return [
    ...moments.map((moment, index) => {
      const signal = index % 3 === 2 ? 'SIGTERM' : 'SIGKILL';
      return trial(`build killed (${signal}) after ${moment} ms`, async () => {
        const earlier = putEarlier(dist);
        const child = start(root, 'build');
        const timer = setTimeout(() => child.kill(signal), moment);
        await ended(child);
        clearTimeout(timer);
        const now = siteOf(dist);
        // Between the two renames of the swap there is no `dist`: the next command restores it.
        if (now === undefined) await run(root, 'check');
        const isWhole = [earlier, clean].some((site) => isSame(siteOf(dist), site));
        return [...(isWhole ? [] : ['the site is half old, half new']), ...(await repaired(root, clean))];
      });
    }),
    ...changes.map((moment, index) =>
      trial(`${FILES[index % 3]} changed after ${moment} ms of a build`, async () => {
        const path = join(root, FILES[index % 3] ?? '');
        const before = readFileSync(path);
        const earlier = putEarlier(dist);
        const child = start(root, 'build');
        const words = path.endsWith('.yaml') ? '# A remark.\n' : '\nSold in 1901.\n';
        const timer = setTimeout(() => appendFileSync(path, words), moment);
        const end = await ended(child);
        clearTimeout(timer);
        writeFileSync(path, before);
        return end.code === 0 ? built(root, clean, end) : stopped(root, earlier, end, /changed while|not built/);
      }),
    ),
    ...delays.map((delay) =>
      trial(`two builds at once, ${delay} ms apart`, async () => {
        putEarlier(dist);
        const one = run(root, 'build');
        await wait(delay);
        const ends = await Promise.all([one, run(root, 'build')]);
        return ends.flatMap((end) => built(root, clean, end));
      }),
    ),
    trial('too many open files', () => limited(root, clean, 'ulimit -n 64', /too many (?:open files|files are open)/i)),
    trial('files that may not grow', () => limited(root, clean, 'ulimit -f 16', /file too large|EFBIG/i)),
    ...[0, 64, 512, 1536].map((kilobytes) =>
      trial(`full disk, ${kilobytes} kB left`, () => onFullDisk(clean, kilobytes)),
    ),
    trial('source without permission', () => forbidden(clean, FILES[0] ?? '', 0o000)),
    trial('project without permission', () => forbidden(clean, '.', 0o555)),
  ];
}

function trial(name: string, run: () => Promise<Faults>): Trial {
  return { name, run };
}

/** What is wrong with a build that should have made this site. */
function built(root: string, clean: Site, { code, output }: Ended): string[] {
  const left = leftovers(root);
  return [
    ...(code === 0 ? [] : [`exit ${code}: ${ending(output)}`]),
    ...(isSame(siteOf(join(root, 'dist')), clean) ? [] : ['the site is not that of a clean build']),
    ...(left.length === 0 ? [] : [`left behind: ${left.join(', ')}`]),
  ];
}

async function repaired(root: string, clean: Site, who?: number): Promise<string[]> {
  return built(root, clean, await run(root, 'build', { uid: who }));
}

/** What is wrong with a build that should have stopped, said why, and left the earlier site. */
function stopped(root: string, earlier: Site, { code, output }: Ended, why: RegExp): string[] {
  return [
    ...(code === 0 || code === null ? [`exit ${code}`] : []),
    ...(isSame(siteOf(join(root, 'dist')), earlier) ? [] : ['the earlier site was touched']),
    ...(why.test(output) ? [] : [`does not say ${why}: ${ending(output)}`]),
    ...(/^\s+at .*\/src\//m.test(output) ? [`shows a stack trace: ${ending(output)}`] : []),
  ];
}

async function limited(root: string, clean: Site, limits: string, why: RegExp): Promise<string[]> {
  const earlier = putEarlier(join(root, 'dist'));
  const end = await run(root, 'build', { limits });
  return [...stopped(root, earlier, end, why), ...(await repaired(root, clean))];
}

/** Build on a disk in memory, which only root can mount. */
async function onFullDisk(clean: Site, kilobytes: number): Promise<Faults> {
  const disk = mkdtempSync(join(tmpdir(), 'disk-'));
  const mount = () => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]).status === 0;
  if (!isRoot || !mount()) return 'skipped';
  try {
    const root = newSmallSite(disk);
    const earlier = putEarlier(join(root, 'dist'));
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)));
    const end = await run(root, 'build');
    rmSync(join(disk, 'filler'));
    return [...stopped(root, earlier, end, /no space left|ENOSPC|disk is/i), ...(await repaired(root, clean))];
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function forbidden(clean: Site, file: string, mode: number): Promise<string[]> {
  const root = newSmallSite();
  const earlier = putEarlier(join(root, 'dist'));
  if (uid !== undefined) spawnSync('chown', ['-R', `${uid}:${uid}`, root]);
  chmodSync(join(root, file), mode);
  const end = await run(root, 'build', { uid });
  chmodSync(join(root, file), 0o755);
  const faults = [...stopped(root, earlier, end, /no permission/), ...(await repaired(root, clean, uid))];
  rmSync(root, { recursive: true });
  return faults;
}

const ending = (output: string) =>
  output
    .replace(/^.*├─.*\n/gm, '')
    .trim()
    .slice(-500);
