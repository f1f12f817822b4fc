import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const site = fileURLToPath(new URL('../fixtures/site/', import.meta.url));
const program = fileURLToPath(new URL('../../src/cli/main.mjs', import.meta.url));

/** How often each command is killed, evenly spread over the time that a whole run takes; `npm run test:long -- resilience` does it oftener. */
const KILLS = 8;

/** A copy of the site with a text beside it, and with another text of the weather log than was reviewed. */
function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = join(folder, 'site');
  cpSync(site, root, { recursive: true });
  const path = (name: string) => join(root, name);
  const raw = path('sources/weather-log.txt');
  writeFileSync(raw, readFileSync(raw, 'utf8').replace('the wind falls', 'the wind fell'));
  const added = join(folder, 'radio.txt');
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

test.for(COMMANDS)('%s that is killed leaves every file as it was or as it was to be', async ([, argsOf]) => {
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

    // What was left half done is taken up by the next run.
    if (JSON.stringify(now) !== JSON.stringify(after)) {
      expect(spawnSync(process.execPath, [program, ...argsOf(prepared)], { cwd: prepared.root }).status).toBe(0);
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

test('a check brings back the site that a killed build has put aside, also when it only recalls what it printed', () => {
  const { root, path } = prepare();
  for (const words of ['one', 'two']) {
    rmSync(path('dist'), { recursive: true, force: true });
    mkdirSync(path('.build-999999999-dist.former'));
    writeFileSync(path('.build-999999999-dist.former/index.html'), words);

    const { stderr } = spawnSync(process.execPath, [program, 'check'], { cwd: root, encoding: 'utf8' });

    expect(stderr).toBe('A build was killed: the earlier `dist` is back\n');
    expect(readFileSync(path('dist/index.html'), 'utf8')).toBe(words);
  }
});

test('a document that may not be read is told of with the next step, and without a stack trace', () => {
  const { root, path } = prepare();
  chmodSync(path('content/articles/grain.mdx'), 0);
  // The superuser may read everything: another user has to try.
  const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  chmodSync(join(root, '..'), 0o755);

  const { status, stderr } = spawnSync(process.execPath, [program, 'check'], { cwd: root, encoding: 'utf8', ...uid });

  expect(stderr).toBe('Cannot read `content/articles/grain.mdx`: no permission (EACCES); look at its owner and mode\n');
  expect(status).toBe(2);
});
