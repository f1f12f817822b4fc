/** The commands that write: killed, on a full disk, and two at once, each file is the old one or the new one. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../faults/random.ts';
import { environment, home, listFiles } from '../site/project.ts';
import { fill, mountDisk } from './shortage.ts';
import { ended, isSame } from './small-site.ts';
import { type Faults, skip, type Tally, tally } from './tally.ts';

const UNUSED = '\n[^unused]: @weather-log "The first ships leave Vellin at dawn."\n';

const COMMANDS: Readonly<Record<string, { readonly args: (root: string) => readonly string[] }>> = {
  review: { args: () => ['review', 'weather-log', '--yes'] },
  'source:add': { args: (root) => ['source:add', join(root, 'radio.txt')] },
  new: { args: () => ['new', 'article', 'wrecks', '--theme', 'trade'] },
  'check --fix': { args: () => ['check', '--fix'] },
};

/** A project in which every command has something to write. */
function newProject(command: string, parent: string): string {
  const root = mkdtempSync(join(parent, 'commands-'));
  cpSync(join(home, 'tests/fixtures/site'), root, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
  if (command === 'review') edit('sources/weather-log.txt', (text) => text.replace('the wind falls', 'the wind fell'));
  if (command === 'source:add')
    writeFileSync(join(root, 'radio.txt'), 'The port was closed in May, at noon.\n'.repeat(500));
  if (command === 'check --fix')
    for (const name of ['grain', 'storms']) edit(`content/articles/${name}.mdx`, (text) => text + UNUSED);
  return root;
}

type Files = Readonly<Record<string, string>>;

const filesOf = (root: string): Files =>
  Object.fromEntries(
    listFiles(root)
      .filter((file) => !/(?:^|\/)\./.test(file))
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
const temporaries = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));

function mustBeWhole(before: Files, now: Files, after: Files): Faults {
  const names = new Set([...Object.keys(before), ...Object.keys(now), ...Object.keys(after)]);
  return [...names]
    .filter((name) => now[name] !== before[name] && now[name] !== after[name])
    .map((name) => `half: ${name}`);
}

const program = join(home, 'src/cli/main.ts');
const begin = (root: string, name: string) => {
  const { args } = COMMANDS[name] ?? {};
  const child = spawn(process.execPath, [program, ...(args?.(root) ?? [])], { cwd: root, env: environment });
  return { child, end: ended(child) };
};

/** What is wrong after the next run of a command that was stopped: it does the rest, and nothing half done is left. */
async function mustFinish(root: string, name: string, after: Files): Promise<Faults> {
  if (!isSame(filesOf(root), after)) await begin(root, name).end;
  const left = temporaries(root);
  return [
    ...(isSame(filesOf(root), after) ? [] : ['the next run does not finish it']),
    ...(left.length === 0 || isSame(filesOf(root), after) ? [] : [`left: ${left.join(', ')}`]),
  ];
}

export async function commands(random: Random, count: number): Promise<Tally[]> {
  const results: Tally[] = [];
  const disk = mountDisk(2);
  for (const name of Object.keys(COMMANDS)) {
    const whole = newProject(name, tmpdir());
    const before = filesOf(whole);
    const began = performance.now();
    await begin(whole, name).end;
    const took = performance.now() - began;
    const after = filesOf(whole);
    rmSync(whole, { recursive: true });
    if (isSame(before, after)) throw new Error(`${name} wrote nothing`);
    const inNew = async (parent: string, look: (root: string) => Promise<Faults>) => {
      const root = newProject(name, parent);
      try {
        return await look(root);
      } finally {
        rmSync(root, { recursive: true });
      }
    };

    const moments = Array.from({ length: count }, () => random.below(Math.ceil(took * 1.1)));
    results.push(
      await tally(`${name}, killed at a random moment`, moments, (moment) =>
        inNew(tmpdir(), async (root) => {
          const { child, end } = begin(root, name);
          const timer = setTimeout(() => child.kill('SIGKILL'), moment);
          await end;
          clearTimeout(timer);
          return [...mustBeWhole(before, filesOf(root), after), ...(await mustFinish(root, name, after))];
        }),
      ),
      await tally(`${name}, twice at once`, [0, 1, random.below(200)], (delay) =>
        inNew(tmpdir(), async (root) => {
          const one = begin(root, name).end;
          await new Promise((resolve) => setTimeout(resolve, delay));
          const ends = await Promise.all([one, begin(root, name).end]);
          return [
            ...mustBeWhole(before, filesOf(root), after),
            ...(isSame(filesOf(root), after) ? [] : ['something is missing']),
            ...temporaries(root).map((file) => `left: ${file}`),
            ...ends.flatMap(({ output }) => (/^\s+at /m.test(output) ? [output.slice(0, 400)] : [])),
          ];
        }),
      ),
      disk
        ? await tally(`${name}, on a full disk`, [0], (left) =>
            inNew(disk.path, async (root) => {
              fill(disk.path, left);
              const { code, output } = await begin(root, name).end;
              rmSync(join(disk.path, 'filler'));
              return [
                ...(code === 2 ? [] : [`exit ${code}`]),
                ...(/Cannot write `[^`]+`: the disk is full \(ENOSPC\).*make room/.test(output)
                  ? []
                  : [output.slice(0, 400)]),
                ...(isSame(filesOf(root), before) ? [] : ['something was changed']),
                ...temporaries(root).map((file) => `left: ${file}`),
                ...(await mustFinish(root, name, after)),
              ];
            }),
          )
        : skip(`${name}, on a full disk`, 'no disk can be mounted here: run it as the superuser, on Linux'),
    );
  }
  disk?.unmount();
  return results;
}
