import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copySite, program, run as runProgram } from './site.ts';

/** How often each command is killed, evenly spread over a whole run. */
const KILLS = 4;

/** A copy of the site with a text beside it, and with another text of the weather log than was reviewed. */
function prepare() {
  const root = copySite();
  const path = (name: string) => join(root, name);
  const raw = path('sources/weather-log.txt');
  writeFileSync(raw, readFileSync(raw, 'utf8').replace('the wind falls', 'the wind fell'));
  const added = join(root, '../radio.txt');
  writeFileSync(added, 'The port was closed in May, at noon.\n'.repeat(2000));
  return { root, path, raw, added };
}

type Prepared = ReturnType<typeof prepare>;

const COMMANDS: readonly [name: string, args: (prepared: Prepared) => readonly string[]][] = [
  ['review', () => ['review', 'weather-log', '--yes']],
  ['source:add', ({ added }) => ['source:add', added]],
];

const start = ({ root }: Prepared, args: readonly string[]) =>
  spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'ignore' });
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));

/** What stands in each file that is not hidden, by name. */
const contents = ({ path }: Prepared) =>
  Object.fromEntries(
    readdirSync(path('sources'))
      .filter((name) => !name.startsWith('.'))
      .map((name) => [name, readFileSync(path(`sources/${name}`), 'utf8')]),
  );

test.for(COMMANDS)('%s that is killed leaves every file as it was or as it would be', async ([, argsOf]) => {
  const whole = prepare();
  const before = contents(whole);
  const began = performance.now();
  expect(await ended(start(whole, argsOf(whole)))).toBe(0);
  const took = performance.now() - began;
  const after = contents(whole);
  expect(after).not.toEqual(before);

  const names = Object.keys(after);
  for (let kill = 0; kill < KILLS; kill++) {
    const prepared = prepare();
    const child = start(prepared, argsOf(prepared));
    setTimeout(() => child.kill('SIGKILL'), (took * (kill + 0.5)) / KILLS);
    await ended(child);

    const now = contents(prepared);
    for (const [name, text] of Object.entries(now)) expect([before[name], after[name]]).toContain(text);
    expect(Object.keys(now).filter((name) => !names.includes(name))).toEqual([]);
    for (const name of Object.keys(before)) expect(now).toHaveProperty([name]);

    // The next run finishes what was left half done.
    if (JSON.stringify(now) !== JSON.stringify(after)) {
      expect(runProgram(prepared.root, ...argsOf(prepared)).status).toBe(0);
    }
    expect(contents(prepared)).toEqual(after);
  }
});

test.for(COMMANDS)('%s run twice at once does no harm', async ([, argsOf]) => {
  const whole = prepare();
  await ended(start(whole, argsOf(whole)));

  const prepared = prepare();
  const codes = await Promise.all(Array.from({ length: 4 }, () => ended(start(prepared, argsOf(prepared)))));
  expect(codes).toContain(0);
  expect(contents(prepared)).toEqual(contents(whole));
  expect(readdirSync(prepared.path('sources')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a check brings back the site that a killed build has put aside', () => {
  const { root, path } = prepare();
  mkdirSync(path('.build-999999999-dist.former'));
  writeFileSync(path('.build-999999999-dist.former/index.html'), 'earlier');

  const { stderr } = runProgram(root, 'check');

  expect(stderr).toBe('A build was killed: the earlier `dist` is back\n');
  expect(readFileSync(path('dist/index.html'), 'utf8')).toBe('earlier');
});

test('a document without read permission is reported with the next step, and without a stack trace', () => {
  const { root, path } = prepare();
  chmodSync(path('content/articles/grain.mdx'), 0);
  // The superuser may read everything: another user has to try.
  const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  chmodSync(join(root, '..'), 0o755);

  const { status, stderr } = spawnSync(process.execPath, [program, 'check'], { cwd: root, encoding: 'utf8', ...uid });

  expect(stderr).toBe('Cannot read `content/articles/grain.mdx`: no permission (EACCES); look at its owner and mode\n');
  expect(status).toBe(2);
});
