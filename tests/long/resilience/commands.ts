/** Commands that write: killed or started twice, they leave each file as it was or as it should be. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual as isSame } from 'node:util';
import { environment, home, listFiles } from '../../site/project.ts';
import { ended } from '../../site/small-site.ts';
import type { Random } from '../faults/random.ts';
import type { Trial } from './builds.ts';

const UNUSED = '\n[^unused]: @weather-log "The first ships leave Vellin at dawn."\n';
/** About as long as each of these commands takes, in milliseconds. */
const LONGEST = 2500;

/** The arguments of each command, and what in the small site gives it something to write. */
const COMMANDS: Readonly<Record<string, (root: string) => readonly string[]>> = {
  review: (root) => {
    edit(root, 'sources/weather-log.txt', (text) => text.replace('the wind falls', 'the wind fell'));
    return ['review', 'weather-log', '--yes'];
  },
  'source:add': (root) => {
    writeFileSync(join(root, 'radio.txt'), 'The port was closed in May, at noon.\n'.repeat(500));
    return ['source:add', join(root, 'radio.txt')];
  },
  new: () => ['new', 'article', 'wrecks', '--theme', 'trade'],
  'check --fix': (root) => {
    for (const name of ['grain', 'storms']) edit(root, `content/articles/${name}.mdx`, (text) => text + UNUSED);
    return ['check', '--fix'];
  },
  'check --fix=quotes': (root) => {
    edit(root, 'content/articles/grain.mdx', (text) => text.replace('40 ships', '41 ships'));
    edit(root, 'content/articles/storms.mdx', (text) => text.replace('noon; the port is', 'noon; the port was'));
    return ['check', '--fix=quotes'];
  },
};

export function commandTrials(random: Random, kills: number): Trial[] {
  return Object.keys(COMMANDS).flatMap((name) => [
    ...Array.from({ length: Math.ceil(kills / 4) }, () => random.below(LONGEST)).map((moment) => ({
      name: `${name} killed after ${moment} ms`,
      run: () =>
        inProject(name, async (start) => {
          const child = start();
          const timer = setTimeout(() => child.kill('SIGKILL'), moment);
          await ended(child);
          clearTimeout(timer);
        }),
    })),
    {
      name: `${name} twice at once`,
      run: () =>
        inProject(name, async (start) => {
          await Promise.all([ended(start()), ended(start())]);
        }),
    },
  ]);
}

/** Disturb a command in one project, run it undisturbed in another, and compare their files. */
async function inProject(name: string, disturb: (start: () => ReturnType<typeof spawn>) => Promise<void>) {
  const [disturbed, calm] = [newProject(name), newProject(name)];
  try {
    const before = filesOf(calm.root);
    await ended(calm.start());
    const after = filesOf(calm.root);
    if (isSame(before, after)) return [`${name} wrote nothing`];
    await disturb(disturbed.start);
    const now = filesOf(disturbed.root);
    const names = new Set([...Object.keys(before), ...Object.keys(now), ...Object.keys(after)]);
    const half = [...names].filter((file) => now[file] !== before[file] && now[file] !== after[file]);
    if (!isSame(now, after)) await ended(disturbed.start());
    const isFinished = isSame(filesOf(disturbed.root), after);
    return [...half.map((file) => `half written: ${file}`), ...(isFinished ? [] : ['the next run does not finish it'])];
  } finally {
    for (const { root } of [disturbed, calm]) rmSync(root, { recursive: true });
  }
}

function newProject(name: string) {
  const root = mkdtempSync(join(tmpdir(), 'commands-'));
  cpSync(join(home, 'tests/fixtures/site'), root, { recursive: true });
  const args = COMMANDS[name]?.(root) ?? [];
  const start = () =>
    spawn(process.execPath, [join(home, 'src/cli/main.ts'), ...args], { cwd: root, env: environment });
  return { root, start };
}

/** What a project consists of: nothing hidden, as temporary files are. */
function filesOf(root: string): Record<string, string> {
  const names = listFiles(root).filter((file) => !/(?:^|\/)\./.test(file));
  return Object.fromEntries(names.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function edit(root: string, file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
}
