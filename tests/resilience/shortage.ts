/** Computers that refuse something: a full disk, one that can only be read, no permission, too many open files. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftovers, mustBe, mustStop, newSmallSite, putEarlier, run, type Site } from './small-site.ts';
import { type Faults, skip, type Tally, tally } from './tally.ts';

/** A disk of a few megabytes. */
export interface SmallDisk {
  readonly path: string;
  readonly readOnly: (isReadOnly: boolean) => void;
  readonly unmount: () => void;
}

/** Mount a disk in memory: as the superuser, or by way of `sudo` where it asks for no password. */
export function mountDisk(megabytes: number): SmallDisk | undefined {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const as = (...command: readonly string[]) => {
    const [file = '', ...args] = [...sudo, ...command];
    return spawnSync(file, args).status === 0;
  };
  const path = mkdtempSync(join(tmpdir(), 'disk-'));
  const options = `size=${megabytes}m,uid=${process.getuid?.() ?? 0}`;
  if (process.platform !== 'linux' || !as('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', path)) {
    rmSync(path, { recursive: true });
    return undefined;
  }
  return {
    path,
    readOnly: (isReadOnly) => as('mount', '-o', `remount,${isReadOnly ? 'ro' : 'rw'},${options}`, path),
    unmount: () => {
      as('umount', '-l', path);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Leave so many bytes free on a disk. */
export function fill(disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

/** Another user than the superuser, whom nothing refuses: `nobody`, or whoever runs this. */
const other = process.getuid?.() === 0 ? 65_534 : undefined;
const own = (root: string) => {
  if (other !== undefined) spawnSync('chown', ['-R', `${other}:${other}`, root]);
};

export async function shortage(root: string, clean: Site): Promise<Tally[]> {
  return [...(await disks(clean)), ...(await limits(root, clean)), await permissions(clean)];
}

async function disks(clean: Site): Promise<Tally[]> {
  const names = ['a full disk, by the kB left', 'a disk that can only be read'] as const;
  const disk = mountDisk(16);
  if (!disk) return names.map((name) => skip(name, 'no disk can be mounted here: run it as the superuser, on Linux'));
  try {
    const root = newSmallSite(disk.path);
    const dist = join(root, 'dist');
    const filler = join(disk.path, 'filler');
    const full = await tally(names[0], [0, 8, 64, 256, 512, 1024, 1536, 2048], async (kilobytes): Promise<Faults> => {
      for (const name of ['.astro', 'node_modules/.vite', 'node_modules/.astro'])
        rmSync(join(root, name), { recursive: true, force: true });
      const earlier = putEarlier(dist);
      fill(disk.path, kilobytes * 1024);
      const end = await run(root, 'build');
      rmSync(filler);
      const stopped = mustStop(root, earlier, end, /no space left|ENOSPC|disk is (?:nearly )?full/i, /make room/i);
      return [
        ...stopped,
        ...leftovers(root).map((name) => `left: ${name}`),
        ...mustBe(root, clean, await run(root, 'build')),
      ];
    });
    const readOnly = await tally(names[1], ['build', 'check'], async (command): Promise<Faults> => {
      const earlier = putEarlier(dist);
      disk.readOnly(true);
      const end = await run(root, command);
      disk.readOnly(false);
      if (command === 'check') return end.code === 0 ? [] : [`exit ${end.code}: ${end.output}`];
      return mustStop(root, earlier, end, /Cannot write .*EROFS/, /copy the project elsewhere/);
    });
    return [full, readOnly];
  } finally {
    disk.unmount();
  }
}

async function limits(root: string, clean: Site): Promise<Tally[]> {
  const dist = join(root, 'dist');
  const stops = async (limit: string, fact: RegExp, next: RegExp): Promise<Faults> => {
    const earlier = putEarlier(dist);
    const end = await run(root, 'build', { limits: limit });
    return [...mustStop(root, earlier, end, fact, next), ...mustBe(root, clean, await run(root, 'build'))];
  };
  return [
    await tally('too many open files, by their limit', [40, 64, 100], (count) =>
      stops(`ulimit -n ${count}`, /too many (?:open files|files are open)/i, /ulimit -n 4096/),
    ),
    await tally('files that may not grow, by their limit in kB', [1, 16, 64], (size) =>
      stops(`ulimit -f ${size}`, /file too large|EFBIG/i, /ulimit -f unlimited/),
    ),
  ];
}

async function permissions(clean: Site): Promise<Tally> {
  const cases = {
    'a source that may not be read, build': [
      'build',
      'sources/weather-log.txt',
      0o000,
      /Cannot read `?sources\/weather-log\.txt`?: no permission/,
    ],
    'a source that may not be read, check': [
      'check',
      'sources/weather-log.txt',
      0o000,
      /Cannot read `?sources\/weather-log\.txt`?: no permission/,
    ],
    'a folder of articles that may not be read': [
      'build',
      'content/articles',
      0o000,
      /Cannot read `?content\/articles`?: no permission/,
    ],
    'a project that may not be written to': ['build', '.', 0o555, /Cannot write \.build-\d+-dist: no permission/],
  } as const;
  const names = Object.keys(cases) as (keyof typeof cases)[];
  return tally('no permission', names, async (name): Promise<Faults> => {
    const [command, file, mode, fact] = cases[name];
    const root = newSmallSite();
    const dist = join(root, 'dist');
    const earlier = putEarlier(dist);
    own(root);
    chmodSync(join(root, file), mode);
    const end = await run(root, command, { uid: other });
    chmodSync(join(root, file), file.includes('.txt') ? 0o644 : 0o755);
    const stopped = mustStop(root, earlier, end, fact, /look at its owner and mode/);
    const next = mustBe(root, clean, await run(root, 'build', { uid: other }));
    rmSync(root, { recursive: true });
    return [...stopped, ...next];
  });
}
